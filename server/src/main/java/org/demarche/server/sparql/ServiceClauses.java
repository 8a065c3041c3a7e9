package org.demarche.server.sparql;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementAssign;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.update.UpdateRequest;
import org.demarche.server.federation.AllowedServices;
import org.demarche.server.problem.ProblemException;

/**
 * Finds the {@code SERVICE} clauses of a query or update (SPARQL 1.1 Federated Query), wherever
 * they stand: in subqueries, and in the patterns of {@code EXISTS} within any expression.
 *
 * <p>They are looked for before anything runs: whoever asks for what isn't allowed is told so at
 * once. What variables name is known, and checked, only when the query runs.
 */
final class ServiceClauses {
  private final List<Clause> clauses = new ArrayList<>();
  private int depth;

  private ServiceClauses() {}

  /** Whom a clause asks, and whether it stands within another. */
  private record Clause(Node service, boolean nested) {}

  /**
   * Returns when a query asks no other server than those allowed.
   *
   * @throws ProblemException 403 naming the host
   */
  static void check(Query query, AllowedServices allowed) {
    ServiceClauses found = new ServiceClauses();
    found.look(query);
    found.check(allowed);
  }

  /**
   * Returns when an update asks no other server than those allowed.
   *
   * @throws ProblemException 403 naming the host
   */
  static void check(UpdateRequest update, AllowedServices allowed) {
    ServiceClauses found = new ServiceClauses();
    update.getOperations().stream()
        .filter(UpdateModify.class::isInstance)
        .map(UpdateModify.class::cast)
        .forEach(modify -> found.look(modify.getWherePattern()));
    found.check(allowed);
  }

  private void check(AllowedServices allowed) {
    for (Clause clause : clauses) {
      if (!clause.service().isVariable()) {
        // Also where another server would do the asking: it shouldn't in our name.
        allowed.require(clause.service());
      } else if (allowed.isEmpty() || clause.nested()) {
        // What a variable names within another clause only the other server will know.
        throw new ProblemException(
            403,
            "SERVICE "
                + clause.service()
                + " would ask whatever server the variable names. Name the endpoint: SERVICE <IRI>.");
      }
    }
  }

  private void look(Query query) {
    if (query.getQueryPattern() != null) {
      look(query.getQueryPattern());
    }
    look(query.getProject());
    look(query.getGroupBy());
    query.getHavingExprs().forEach(this::look);
    query.getAggregators().forEach(this::look);
    List<SortCondition> order = query.getOrderBy();
    if (order != null) {
      order.forEach(condition -> look(condition.getExpression()));
    }
  }

  private void look(Element pattern) {
    ElementWalker.walk(pattern, new Visitor(), new Entering(), new Leaving());
  }

  private void look(VarExprList expressions) {
    expressions.getExprs().values().forEach(this::look);
  }

  private void look(Expr expression) {
    switch (expression) {
      case ExprFunctionOp exists -> look(exists.getElement());
      case ExprFunction function -> function.getArgs().forEach(this::look);
      case ExprAggregator aggregate -> {
        ExprList of = aggregate.getAggregator().getExprList();
        if (of != null) {
          of.forEach(this::look);
        }
      }
      default -> {}
    }
  }

  private final class Visitor extends ElementVisitorBase {
    @Override
    public void visit(ElementService clause) {
      clauses.add(new Clause(clause.getServiceNode(), depth > 1));
    }

    @Override
    public void visit(ElementFilter filter) {
      look(filter.getExpr());
    }

    @Override
    public void visit(ElementBind bind) {
      look(bind.getExpr());
    }

    @Override
    public void visit(ElementAssign assign) {
      look(assign.getExpr());
    }

    @Override
    public void visit(ElementSubQuery subquery) {
      look(subquery.getQuery());
    }
  }

  private final class Entering extends ElementVisitorBase {
    @Override
    public void visit(ElementService clause) {
      depth++;
    }
  }

  private final class Leaving extends ElementVisitorBase {
    @Override
    public void visit(ElementService clause) {
      depth--;
    }
  }
}
