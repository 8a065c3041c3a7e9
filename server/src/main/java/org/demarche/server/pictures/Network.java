package org.demarche.server.pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.demarche.server.pages.FullStop;

/**
 * Who stands in what relation to whom.
 *
 * <p>Each row is an edge between two things. They stand in the two columns of IRIs whose names are
 * one of these pairs, or else in the first two that have labels: {@code subject} and {@code
 * object}, {@code holder} and {@code against}, {@code holder} and {@code addressee}, {@code by} and
 * {@code of}, {@code by} and {@code against}, {@code from} and {@code to}, {@code cause} and {@code
 * effect}. What relates them stands in {@code relation} or {@code predicate}, if there is such a
 * column. Rows between the same two things are one edge; it is as heavy as there are rows, or as
 * the numbers in {@code statements} say.
 *
 * <p>A row whose {@code polarity} is {@code denied} says that there is no such relation. An edge
 * tells whether all or some of its rows are denied.
 *
 * <p>From cause to effect the arrow says it all: relations such as "arises from" run the other way,
 * and would mislead on it.
 *
 * @param nodes those that have the most edges, the most first
 * @param edges between these nodes, in the order of the rows
 * @param left how many nodes are left out, as there are too many
 */
record Network(List<Vertex> nodes, List<Edge> edges, int left) {
  private static final int MOST = 36;
  private static final List<String> CAUSES = List.of("cause", "effect");
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("subject", "object"),
          List.of("holder", "against"),
          List.of("holder", "addressee"),
          List.of("by", "of"),
          List.of("by", "against"),
          List.of("from", "to"),
          CAUSES);

  /** A thing by its IRI. */
  record Vertex(String iri, String label) {}

  /**
   * All rows that lead from one thing to another.
   *
   * @param from the IRI of the first
   * @param to the IRI of the other
   * @param relations what relates them, each once; may be empty
   * @param weight at least 1
   * @param denied how much of the weight is of rows that are denied
   */
  record Edge(String from, String to, Set<String> relations, long weight, long denied) {
    boolean isLoop() {
      return from.equals(to);
    }

    boolean isDenied() {
      return denied == weight;
    }

    /** What relates the two, and how much of it is denied; may be empty. */
    String words() {
      String mark = denied == 0 ? "" : isDenied() ? "(denied)" : "(some denied)";
      return (String.join(", ", relations) + " " + mark).strip();
    }
  }

  static Optional<Network> of(Table table) {
    return ends(table).flatMap(ends -> of(table, ends));
  }

  private static Optional<List<String>> ends(Table table) {
    List<String> things = table.labelledThings();
    return PAIRS.stream()
        .filter(things::containsAll)
        .findFirst()
        .or(() -> things.size() < 2 ? Optional.empty() : Optional.of(things.subList(0, 2)));
  }

  private static Optional<Network> of(Table table, List<String> ends) {
    String relation = ends.equals(CAUSES) ? "" : table.has("relation") ? "relation" : "predicate";
    Map<String, Vertex> nodes = new LinkedHashMap<>();
    Map<List<String>, Edge> edges = new LinkedHashMap<>();
    for (List<Optional<Node>> row : table.rows()) {
      Optional<Node> from = table.cell(row, ends.getFirst());
      Optional<Node> to = table.cell(row, ends.getLast());
      if (from.isPresent() && to.isPresent()) {
        String one = from.get().getURI();
        String other = to.get().getURI();
        nodes.putIfAbsent(one, new Vertex(one, table.label(row, ends.getFirst())));
        nodes.putIfAbsent(other, new Vertex(other, table.label(row, ends.getLast())));
        Set<String> relations = new TreeSet<>();
        Optional.of(table.label(row, relation))
            .filter(it -> !it.isEmpty())
            .ifPresent(relations::add);
        edges.merge(
            List.of(one, other),
            new Edge(one, other, relations, weight(table, row), denied(table, row)),
            Network::together);
      }
    }
    return edges.isEmpty() ? Optional.empty() : Optional.of(of(nodes, List.copyOf(edges.values())));
  }

  private static Network of(Map<String, Vertex> nodes, List<Edge> edges) {
    Map<String, Long> degrees = new LinkedHashMap<>();
    nodes.keySet().forEach(iri -> degrees.put(iri, 0L));
    for (Edge edge : edges) {
      degrees.merge(edge.from(), edge.weight(), Long::sum);
      degrees.merge(edge.to(), edge.weight(), Long::sum);
    }
    List<Vertex> drawn =
        nodes.values().stream()
            .sorted(
                Comparator.comparing((Vertex node) -> degrees.getOrDefault(node.iri(), 0L))
                    .reversed()
                    .thenComparing(Vertex::iri))
            .limit(MOST)
            .toList();
    Set<String> names = drawn.stream().map(Vertex::iri).collect(Collectors.toSet());
    return new Network(
        drawn,
        edges.stream()
            .filter(edge -> names.contains(edge.from()) && names.contains(edge.to()))
            .toList(),
        nodes.size() - drawn.size());
  }

  private static Edge together(Edge one, Edge other) {
    Set<String> relations = new TreeSet<>(one.relations());
    relations.addAll(other.relations());
    return new Edge(
        one.from(),
        one.to(),
        relations,
        one.weight() + other.weight(),
        one.denied() + other.denied());
  }

  private static long denied(Table table, List<Optional<Node>> row) {
    return table.text(row, "polarity").equals("denied") ? weight(table, row) : 0;
  }

  private static long weight(Table table, List<Optional<Node>> row) {
    String number = table.text(row, "statements");
    return number.matches("[1-9][0-9]{0,8}") ? Long.parseLong(number) : 1;
  }

  /** For those who don't see it: each edge in words. */
  String description() {
    Map<String, String> labels = new LinkedHashMap<>();
    nodes.forEach(node -> labels.put(node.iri(), node.label()));
    List<String> told = new ArrayList<>();
    for (Edge edge : edges) {
      told.add(
          edge(labels.getOrDefault(edge.from(), ""), labels.getOrDefault(edge.to(), ""), edge));
    }
    return "%s and %s: %s%s The table below tells the same."
        .formatted(
            nodes.size() == 1 ? "1 thing" : nodes.size() + " things",
            edges.size() == 1 ? "1 edge" : edges.size() + " edges",
            FullStop.after(String.join("; ", told)),
            left > 0 ? " Things with fewer edges, not drawn: " + left + "." : "");
  }

  /** An edge in words. */
  static String edge(String from, String to, Edge edge) {
    return from
        + " → "
        + to
        + (edge.relations().isEmpty() ? "" : ",")
        + (edge.words().isEmpty() ? "" : " " + edge.words())
        + (edge.weight() > 1 ? " (" + edge.weight() + ")" : "");
  }
}
