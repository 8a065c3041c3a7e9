package org.demarche.server.home;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/**
 * A query for a few things only. The values stand at the beginning of its pattern and of those of
 * its subqueries, so that nothing is computed for all the others first.
 */
final class Bounded {
  private Bounded() {}

  /**
   * The same query, its variable bound to some values.
   *
   * @param query is not changed
   */
  static Query to(Query query, Var variable, List<Node> values) {
    Query bounded = query.cloneQuery();
    bind(bounded, variable, values);
    return bounded;
  }

  private static void bind(Query query, Var variable, List<Node> values) {
    ElementData data = new ElementData();
    data.add(variable);
    values.forEach(value -> data.add(BindingFactory.binding(variable, value)));
    Element pattern = query.getQueryPattern();
    ElementWalker.walk(
        pattern,
        new ElementVisitorBase() {
          @Override
          public void visit(ElementSubQuery subquery) {
            if (subquery.getQuery().getProjectVars().contains(variable)) {
              bind(subquery.getQuery(), variable, values);
            }
          }
        });
    if (pattern instanceof ElementGroup group) {
      group.getElements().addFirst(data);
    }
  }
}
