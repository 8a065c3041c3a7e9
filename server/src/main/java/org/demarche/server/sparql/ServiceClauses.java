package org.demarche.server.sparql;

import java.net.URI;
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
 * <p>They are looked for before anything runs, as {@code SERVICE SILENT} would hide a refusal that
 * comes later: the answer would look complete without the part from elsewhere.
 */
final class ServiceClauses {
  private final List<Node> targets = new ArrayList<>();

  private ServiceClauses() {}

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
    targets.stream()
        .filter(target -> !(target.isURI() && allowed.allows(target.getURI())))
        .findFirst()
        .ifPresent(
            target -> {
              throw new ProblemException(403, refusal(target));
            });
  }

  private static String refusal(Node target) {
    if (!target.isURI()) {
      return "SERVICE "
          + target
          + " would ask whatever server the variable names. Name the endpoint: SERVICE <IRI>.";
    }
    return "SERVICE would ask "
        + host(target.getURI())
        + ", and the operator of this server has not allowed queries to ask it. The operator allows"
        + " it with --allow-service "
        + target.getURI();
  }

  private static String host(String iri) {
    try {
      String host = URI.create(iri).getHost();
      return host == null ? "<" + iri + ">" : host;
    } catch (IllegalArgumentException _) {
      return "<" + iri + ">";
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
    ElementWalker.walk(pattern, new Visitor());
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
      targets.add(clause.getServiceNode());
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
}
