package org.demarche.server.api;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.PatternVars;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.graph.Snapshot;
import org.demarche.queries.CannedQuery;
import org.demarche.queries.Parameter;
import org.demarche.queries.ParameterType;
import org.demarche.server.pages.Links;
import org.demarche.server.running.Execution;

/**
 * What the fields of a form may be filled with, so that there are rows. Found out once for each
 * query and commit. Thread-safe.
 *
 * <p>For a required parameter it is what its variable takes when it is left open; for an optional
 * one of a query that needs no value, what stands in the column of its name when the query is run
 * without any.
 */
final class Suggestions {
  private static final int MOST = 300;

  /** A form without suggestions is still a form: it doesn't wait long for them. */
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final Map<String, Known> byQuery = new ConcurrentHashMap<>();

  private record Known(long commit, Map<String, List<Suggestion>> values) {}

  /** By the names of parameters that take things; what was found until the time was up. */
  Map<String, List<Suggestion>> of(CannedQuery query, Snapshot snapshot, Execution running) {
    // One at a time looks; who comes meanwhile waits for what it finds.
    return byQuery
        .compute(
            query.name(),
            (_, known) ->
                known != null && known.commit() == snapshot.commit()
                    ? known
                    : new Known(snapshot.commit(), new Search(query, snapshot, running).all()))
        .values();
  }

  private record Search(CannedQuery canned, Snapshot snapshot, Execution running) {

    Map<String, List<Suggestion>> all() {
      List<Parameter> things =
          canned.parameters().stream()
              .filter(parameter -> parameter.type() instanceof ParameterType.Thing)
              .toList();
      boolean runs = canned.parameters().stream().noneMatch(Parameter::required);
      Map<String, Set<Node>> values = new LinkedHashMap<>();
      if (runs && canned.query().isSelectType()) {
        Map<String, Var> columns = new LinkedHashMap<>();
        things.forEach(parameter -> columns.put(parameter.name(), Var.alloc(parameter.name())));
        columns.keySet().retainAll(canned.query().getResultVars());
        values.putAll(values(canned.query(), columns));
      }
      things.stream()
          .filter(Parameter::required)
          .forEach(
              parameter ->
                  values.putAll(
                      values(
                          open(parameter.variable()),
                          Map.of(parameter.name(), parameter.variable()))));
      Map<String, List<Suggestion>> suggestions = new LinkedHashMap<>();
      values.forEach((name, nodes) -> suggestions.put(name, sorted(nodes)));
      return suggestions;
    }

    /** The pattern of the query, asked for the values of one variable. */
    private Query open(Var variable) {
      Query open = QueryFactory.create();
      open.setQuerySelectType();
      open.setDistinct(true);
      open.addResultVar(variable);
      open.setQueryPattern(
          QueryTransformOps.transform(canned.query(), new Exposing(variable)).getQueryPattern());
      open.setLimit(MOST);
      return open;
    }

    private Map<String, Set<Node>> values(Query query, Map<String, Var> columns) {
      Map<String, Set<Node>> values = new LinkedHashMap<>();
      columns.keySet().forEach(name -> values.put(name, new LinkedHashSet<>()));
      if (columns.isEmpty()) {
        return values;
      }
      try (QueryExec execution = snapshot.query(query, TIMEOUT)) {
        running.stoppedBy(execution);
        execution.select().forEachRemaining(row -> collect(row, columns, values));
      } catch (QueryCancelledException timeUp) {
        // What was found by now is better than nothing.
      }
      return values;
    }

    private static void collect(
        Binding row, Map<String, Var> columns, Map<String, Set<Node>> values) {
      values.forEach(
          (name, nodes) ->
              Optional.ofNullable(columns.get(name))
                  .map(row::get)
                  .filter(node -> node.isURI() && nodes.size() < MOST)
                  .ifPresent(nodes::add));
    }

    private List<Suggestion> sorted(Set<Node> nodes) {
      return nodes.stream()
          .map(node -> new Suggestion(Links.name(node), label(node)))
          .sorted(Comparator.comparing(Suggestion::value))
          .toList();
    }

    private String label(Node thing) {
      Stream<Node> labels =
          Iter.asStream(snapshot.dataset().find(Node.ANY, thing, RDFS.Nodes.label, Node.ANY))
              .map(Quad::getObject);
      return labels
          .filter(label -> label.isLiteral() && label.getLiteralLanguage().equals("en"))
          .map(Node::getLiteralLexicalForm)
          .min(Comparator.naturalOrder())
          .orElse("");
    }
  }

  /** Lets a variable out of the subqueries that it stands in. */
  private static final class Exposing extends ElementTransformCopyBase {
    private final Var variable;

    Exposing(Var variable) {
      this.variable = variable;
    }

    /** Jena transforms what is within a subquery, but hands over no subquery itself. */
    @Override
    public Element transform(ElementGroup group, List<Element> elements) {
      return super.transform(group, elements.stream().map(this::opened).toList());
    }

    private Element opened(Element element) {
      if (!(element instanceof ElementSubQuery inner)
          || !PatternVars.vars(inner.getQuery().getQueryPattern()).contains(variable)) {
        return element;
      }
      Query open = QueryTransformOps.shallowCopy(inner.getQuery());
      open.addResultVar(variable);
      if (open.hasGroupBy() || open.hasAggregators()) {
        open.addGroupBy(variable);
      }
      return new ElementSubQuery(open);
    }
  }
}
