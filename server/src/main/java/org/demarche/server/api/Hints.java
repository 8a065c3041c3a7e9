package org.demarche.server.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.graph.Snapshot;
import org.demarche.queries.BoundQuery;
import org.demarche.queries.CannedQuery;
import org.demarche.queries.Parameter;
import org.demarche.server.running.Execution;
import org.eclipse.jetty.util.MultiMap;
import org.eclipse.jetty.util.UrlEncoded;

/**
 * Why an answer is empty, and what to ask instead.
 *
 * @param sentences why; none when there are rows
 * @param nearest a question like it that has rows, if there is one
 */
record Hints(List<String> sentences, Optional<Nearest> nearest) {
  static final Hints NONE = new Hints(List.of(), Optional.empty());

  /**
   * A question that has rows.
   *
   * @param path where it is asked
   * @param rows how many it has
   * @param without the values of the first question that it leaves out, as a text; empty when it is
   *     the query's example
   */
  record Nearest(String path, long rows, String without) {
    @Override
    public String toString() {
      return (without.isEmpty() ? "An example" : "Without " + without)
          + " there "
          + (rows == 1 ? "is 1 row" : "are " + rows + " rows")
          + ": "
          + path;
    }
  }

  /** Finds out why a question has no answer. */
  static Hints of(
      Asked asked, BoundQuery empty, Snapshot snapshot, Duration timeout, Execution running) {
    return new Search(asked.query(), snapshot, timeout, running).of(asked, empty);
  }

  /** All of it as one line. */
  String line() {
    return Stream.concat(sentences.stream(), nearest.map(Nearest::toString).stream())
        .collect(Collectors.joining(" "));
  }

  /** Asks with fewer values. */
  private record Search(CannedQuery query, Snapshot snapshot, Duration timeout, Execution running) {

    Hints of(Asked asked, BoundQuery empty) {
      Map<String, String> given = new LinkedHashMap<>();
      empty.terms().keySet().stream()
          .map(Parameter::name)
          .forEach(name -> given.put(name, asked.value(name)));
      List<String> optional =
          given.keySet().stream().filter(name -> !isKept(query.parameter(name))).toList();
      return new Hints(sentences(empty, given, optional), nearest(given, optional));
    }

    private List<String> sentences(
        BoundQuery empty, Map<String, String> given, List<String> optional) {
      List<String> unknown =
          empty.terms().entrySet().stream()
              .filter(entry -> entry.getValue().isURI())
              .filter(entry -> !occurs(entry.getValue(), snapshot.dataset()))
              .map(
                  entry ->
                      "The graph knows no <%s>, which was given as %s."
                          .formatted(entry.getValue().getURI(), entry.getKey().name()))
              .toList();
      if (!unknown.isEmpty()) {
        return unknown;
      }
      if (optional.size() > 1) {
        List<String> alone =
            optional.stream()
                .filter(name -> rows(without(given, others(optional, name))) == 0)
                .map(name -> "Nothing has %s as %s.".formatted(given.get(name), name))
                .toList();
        if (!alone.isEmpty()) {
          return alone;
        }
      }
      return List.of(
          given.isEmpty()
              ? "The graph holds nothing of this kind."
              : "Nothing in the graph fits all of these values together.");
    }

    /** With one value less, or else with none that can be left out, or else the example. */
    private Optional<Nearest> nearest(Map<String, String> given, List<String> optional) {
      Stream<List<String>> left =
          optional.size() > 1
              ? Stream.concat(optional.stream().map(List::of), Stream.of(optional))
              : optional.stream().map(List::of);
      return left.map(names -> nearest(without(given, names), String.join(" and ", names)))
          .flatMap(Optional::stream)
          .findFirst()
          .or(() -> nearest(example(), ""));
    }

    private Optional<Nearest> nearest(Map<String, List<String>> values, String without) {
      long rows = rows(values);
      return rows == 0
          ? Optional.empty()
          : Optional.of(new Nearest(Asked.path(query, values), rows, without));
    }

    private long rows(Map<String, List<String>> values) {
      try (QueryExec execution = snapshot.query(query.bind(values).query(), timeout)) {
        running.stoppedBy(execution);
        return query.constructs() ? execution.construct().size() : Iter.count(execution.select());
      }
    }

    /** The example stands in the header of the query as part of a URL. */
    private Map<String, List<String>> example() {
      MultiMap<String> values = new MultiMap<>();
      UrlEncoded.decodeTo(query.example(), values, StandardCharsets.UTF_8);
      return values;
    }

    private static boolean isKept(Optional<Parameter> parameter) {
      return parameter.map(it -> it.required() || it.name().equals(Asked.LANGUAGE)).orElse(true);
    }

    private static List<String> others(List<String> names, String one) {
      return names.stream().filter(name -> !name.equals(one)).toList();
    }

    private static Map<String, List<String>> without(
        Map<String, String> given, List<String> names) {
      Map<String, List<String>> values = new LinkedHashMap<>();
      given.forEach(
          (name, value) -> {
            if (!names.contains(name)) {
              values.put(name, List.of(value));
            }
          });
      return values;
    }

    private static boolean occurs(Node thing, DatasetGraph dataset) {
      return dataset.contains(Node.ANY, thing, Node.ANY, Node.ANY)
          || dataset.contains(Node.ANY, Node.ANY, Node.ANY, thing);
    }
  }
}
