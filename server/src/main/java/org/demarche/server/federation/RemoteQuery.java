package org.demarche.server.federation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.graph.NodeTransformLib;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformer;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * The pattern of a {@code SERVICE} clause as a query for another server: SPARQL 1.1 Federated
 * Query, section 4, joined with {@code VALUES} as in section 2.4. Each row of {@code VALUES} has a
 * number that comes back with what it was joined to, so that it doesn't matter how the other server
 * spells the values.
 *
 * <p>A blank node means nothing elsewhere. In its place goes an IRI made up for it, which no other
 * server has, and which is put back where it comes with the answer.
 *
 * <p>For one thread.
 */
final class RemoteQuery {
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private final Op pattern;
  private final Set<Var> visible;
  private final Map<Var, Var> remoteNames = new HashMap<>();
  private final Map<Node, Node> standIns = new HashMap<>();
  private final Map<Node, Node> blankNodes = new HashMap<>();
  private final Var number;

  /** A query for a pattern, of which values may have been put in already. */
  RemoteQuery(Op pattern) {
    this.visible = new LinkedHashSet<>(OpVars.visibleVars(pattern));
    Set<String> taken = name(pattern);
    this.number = fresh("row", taken);
    this.pattern = NodeTransformLib.transform(this::sent, pattern);
  }

  /** The variables that the pattern may bind, as they are called here. */
  Set<Var> visible() {
    return visible;
  }

  /**
   * The text of the query.
   *
   * @param rows the values that are known already, of the visible variables; empty for none at all
   */
  String text(List<Binding> rows) {
    Query inner =
        QueryTransformOps.transform(
            OpAsQuery.asQuery(pattern), new ElementTransformCopyBase(), new GroupedExists());
    ElementGroup where = new ElementGroup();
    if (!rows.isEmpty()) {
      where.addElement(values(rows));
    }
    add(inner, where);
    Query query = new Query();
    query.setQuerySelectType();
    query.setQueryPattern(where);
    visible.forEach(variable -> query.addResultVar(remote(variable)));
    if (!rows.isEmpty()) {
      query.addResultVar(number);
    } else if (visible.isEmpty()) {
      query.setQueryResultStar(true);
    }
    return query.serialize();
  }

  /**
   * Which of the rows that were sent a row of the answer belongs to.
   *
   * @throws FailedService when the answer doesn't tell
   */
  int number(Binding answer, int sent, String host) {
    Node node = answer.get(number);
    if (node != null && node.isLiteral()) {
      String lexical = node.getLiteralLexicalForm();
      if (lexical.matches("row\\d{1,6}")) {
        int row = Integer.parseInt(lexical.substring("row".length()));
        if (row < sent) {
          return row;
        }
      }
    }
    throw new FailedService(host, "answered without the values that it was sent");
  }

  /** What is known already with what a row of the answer adds; whatever else it has is left out. */
  Binding join(Binding known, Binding answer) {
    BindingBuilder both = Binding.builder(known);
    for (Var variable : visible) {
      Node value = known.contains(variable) ? null : answer.get(remote(variable));
      if (value != null) {
        both.add(variable, received(value));
      }
    }
    return both.build();
  }

  /** Without a group of its own where it means the same: other servers plan that better. */
  private static void add(Query inner, ElementGroup where) {
    if (!isPattern(inner)) {
      where.addElement(new ElementSubQuery(inner));
    } else if (inner.getQueryPattern() instanceof ElementGroup group && isFlat(group)) {
      group.getElements().forEach(where::addElement);
    } else {
      where.addElement(inner.getQueryPattern());
    }
  }

  private static boolean isFlat(ElementGroup group) {
    return group.getElements().stream()
        .allMatch(it -> it instanceof ElementPathBlock || it instanceof ElementTriplesBlock);
  }

  private ElementData values(List<Binding> rows) {
    ElementData values = new ElementData();
    Set<Var> bound = new LinkedHashSet<>(visible);
    bound.removeIf(variable -> rows.stream().noneMatch(row -> row.contains(variable)));
    bound.forEach(variable -> values.add(remote(variable)));
    values.add(number);
    for (int i = 0; i < rows.size(); i++) {
      BindingBuilder row = Binding.builder();
      for (Var variable : bound) {
        Node value = rows.get(i).get(variable);
        if (value != null) {
          row.add(remote(variable), sent(value));
        }
      }
      values.add(row.add(number, NodeFactory.createLiteralString("row" + i)).build());
    }
    return values;
  }

  /** Whether a query is no more than its pattern. */
  private static boolean isPattern(Query query) {
    return query.isQueryResultStar()
        && !query.hasLimit()
        && !query.hasOffset()
        && !query.hasOrderBy()
        && !query.hasGroupBy()
        && !query.hasHaving()
        && !query.hasValues()
        && !query.hasAggregators()
        && !query.isDistinct()
        && !query.isReduced();
  }

  /** Gives every variable a name that can be written: the engine has some that can't. */
  private Set<String> name(Op op) {
    List<Var> odd = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    NodeTransformLib.transform(
        node -> {
          if (Var.isVar(node)) {
            Var variable = Var.alloc(node);
            if (PLAIN_NAME.matcher(variable.getName()).matches()) {
              taken.add(variable.getName());
              remoteNames.put(variable, variable);
            } else {
              odd.add(variable);
            }
          }
          return node;
        },
        op);
    odd.forEach(variable -> remoteNames.computeIfAbsent(variable, _ -> fresh("hidden", taken)));
    return taken;
  }

  private static Var fresh(String stem, Set<String> taken) {
    String name = stem;
    for (int i = 1; !taken.add(name); i++) {
      name = stem + i;
    }
    return Var.alloc(name);
  }

  private Var remote(Var variable) {
    return remoteNames.getOrDefault(variable, variable);
  }

  private Node sent(Node node) {
    if (node.isTripleTerm()) {
      return NodeFactory.createTripleTerm(NodeTransformLib.transform(this::sent, node.getTriple()));
    }
    if (Var.isVar(node)) {
      return remote(Var.alloc(node));
    }
    if (node.isBlank()) {
      return standIns.computeIfAbsent(node, this::standIn);
    }
    return node;
  }

  private Node standIn(Node blank) {
    Node iri = NodeFactory.createURI("urn:uuid:" + UUID.randomUUID());
    blankNodes.put(iri, blank);
    return iri;
  }

  private Node received(Node node) {
    if (node.isTripleTerm()) {
      return NodeFactory.createTripleTerm(
          NodeTransformLib.transform(this::received, node.getTriple()));
    }
    return blankNodes.getOrDefault(node, node);
  }

  /** Gives patterns of {@code EXISTS} their braces, which the engine takes from some. */
  private static final class GroupedExists extends ExprTransformCopy {
    @Override
    public Expr transform(ExprFunctionOp exists, ExprList arguments, Op pattern) {
      Element element =
          ElementTransformer.transform(exists.getElement(), new ElementTransformCopyBase(), this);
      if (element instanceof ElementGroup) {
        return exists.copy(arguments, element);
      }
      ElementGroup braces = new ElementGroup();
      braces.addElement(element);
      return exists.copy(arguments, braces);
    }
  }
}
