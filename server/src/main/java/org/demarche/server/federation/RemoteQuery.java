package org.demarche.server.federation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.exec.RowSet;

/**
 * The query that a {@code SERVICE} clause sends. Jena gives the variables of subqueries names that
 * can't be written; they are sent under their own, and what comes back is renamed again.
 *
 * @param text of the query
 * @param variables as they are sent, and as they are known here
 */
record RemoteQuery(String text, Map<Var, Var> variables) {
  RemoteQuery {
    variables = Map.copyOf(variables);
  }

  static RemoteQuery of(OpService clause) {
    Op sent = Rename.reverseVarRename(clause.getSubOp(), true);
    Map<Var, Var> variables = new HashMap<>();
    Set<Var> visible = OpVars.visibleVars(sent);
    for (Var known : OpVars.visibleVars(clause)) {
      String name = known.getName();
      Var asSent = Var.alloc(name.substring(name.lastIndexOf('/') + 1));
      if (visible.contains(asSent)) {
        variables.put(asSent, known);
      }
    }
    return new RemoteQuery(OpAsQuery.asQuery(sent).serialize(), variables);
  }

  QueryIterator renamed(RowSet rows) {
    QueryIterator solutions = QueryIterPlainWrapper.create(rows);
    boolean same = variables.entrySet().stream().allMatch(it -> it.getKey().equals(it.getValue()));
    return same ? solutions : QueryIter.map(solutions, variables);
  }
}
