package org.demarche.sheet;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.graph.Snapshot;
import org.demarche.ontology.Namespaces;

/**
 * What a coder can name because the graph describes it: actors, agreements, places and posts.
 *
 * @param labels by kind, and by slug; in English
 */
public record KnownThings(Map<String, Map<String, String>> labels) {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private static final Map<String, String> CLASSES =
      Map.of(
          "actor", "dem:Actor",
          "agreement", "dem:Agreement",
          "place", "dem:Place",
          "post", "org:Post");

  /** More than a drop-down list is good for, and what keeps one from growing with the graph. */
  private static final int MOST = 2_000;

  /** Those that a snapshot has, at most 2,000 of each kind. */
  public static KnownThings of(Snapshot snapshot) {
    Map<String, Map<String, String>> labels = new TreeMap<>();
    CLASSES.forEach((kind, type) -> labels.put(kind, labels(snapshot, kind, type)));
    return new KnownThings(labels);
  }

  /** None at all. */
  static KnownThings none() {
    return new KnownThings(Map.of());
  }

  private static Map<String, String> labels(Snapshot snapshot, String kind, String type) {
    String namespace = Namespaces.ID + kind + "/";
    Map<String, String> labels = new LinkedHashMap<>();
    String query =
        """
        PREFIX dem: <%s>
        PREFIX org: <http://www.w3.org/ns/org#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?thing (MIN(STR(?name)) AS ?label)
        WHERE { ?thing a %s ; rdfs:label ?name FILTER (LANG(?name) = "en")
                FILTER (STRSTARTS(STR(?thing), "%s")) }
        GROUP BY ?thing
        ORDER BY ?thing
        LIMIT %d
        """
            .formatted(Namespaces.DEM, type, namespace, MOST);
    try (QueryExec rows = snapshot.query(QueryFactory.create(query), TIMEOUT)) {
      rows.select()
          .forEachRemaining(
              row ->
                  labels.put(
                      row.get(Var.alloc("thing")).getURI().substring(namespace.length()),
                      row.get(Var.alloc("label")).getLiteralLexicalForm()));
    }
    return labels;
  }
}
