package org.demarche.server.api;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.demarche.graph.Snapshot;
import org.demarche.queries.BoundQuery;

/** Why a result may be empty. */
final class Hints {
  private Hints() {}

  /** One sentence each; none when there are rows. */
  static List<String> of(BoundQuery bound, Rows rows, Snapshot snapshot) {
    if (!rows.isEmpty()) {
      return List.of();
    }
    List<String> unknown =
        bound.terms().entrySet().stream()
            .filter(entry -> entry.getValue().isURI())
            .filter(entry -> !occurs(entry.getValue(), snapshot.dataset()))
            .map(
                entry ->
                    "The graph knows no <%s>, which was given as %s."
                        .formatted(entry.getValue().getURI(), entry.getKey().name()))
            .toList();
    return unknown.isEmpty()
        ? List.of("Nothing in the graph fits all of these values together.")
        : unknown;
  }

  private static boolean occurs(Node thing, DatasetGraph dataset) {
    return dataset.contains(Node.ANY, thing, Node.ANY, Node.ANY)
        || dataset.contains(Node.ANY, Node.ANY, Node.ANY, thing);
  }
}
