package org.demarche.server.pages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.graph.Snapshot;
import org.demarche.server.pages.Figures.Graph;
import org.demarche.server.pages.Figures.OpEd;
import org.jspecify.annotations.Nullable;

/** Counts what a snapshot holds, with queries that anybody could send. */
final class FigureQueries {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final String PREFIXES =
      """
      PREFIX dem: <https://w3id.org/demarche/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX schema: <http://schema.org/>
      """;

  private static final Query OP_EDS =
      query(
          """
          SELECT ?opEd (SAMPLE(?aTitle) AS ?title) (SAMPLE(?names) AS ?authors)
                 (SAMPLE(?aName) AS ?outlet) (COUNT(DISTINCT ?statement) AS ?statements) {
            ?opEd a dem:OpEd
            OPTIONAL { ?opEd dcterms:title ?aTitle }
            OPTIONAL {
              SELECT ?opEd (GROUP_CONCAT(DISTINCT ?name; SEPARATOR = ", ") AS ?names) {
                ?opEd schema:author/rdfs:label ?name FILTER (lang(?name) IN ("", "en"))
              } GROUP BY ?opEd
            }
            OPTIONAL {
              ?opEd schema:publisher/rdfs:label ?aName FILTER (lang(?aName) IN ("", "en"))
            }
            OPTIONAL { ?statement dem:source ?opEd }
          } GROUP BY ?opEd ORDER BY ?title ?opEd
          """);

  private static final Query COUNTS =
      query(
          """
          SELECT ?statements ?actors ?agreements {
            { SELECT (COUNT(DISTINCT ?s) AS ?statements) { ?s a dem:Statement } }
            { SELECT (COUNT(DISTINCT ?a) AS ?actors) { ?a a dem:Actor } }
            { SELECT (COUNT(DISTINCT ?g) AS ?agreements) { ?g a dem:Agreement } }
          }
          """);

  private static final Query GRAPHS =
      query(
          """
          SELECT ?graph (COUNT(*) AS ?triples) { GRAPH ?graph { ?s ?p ?o } }
          GROUP BY ?graph ORDER BY ?graph
          """);

  private FigureQueries() {}

  static Figures of(Snapshot snapshot) {
    Binding counts = rows(snapshot, COUNTS, row -> row).getFirst();
    return new Figures(
        snapshot.commit(),
        rows(snapshot, OP_EDS, FigureQueries::opEd),
        number(counts, "statements"),
        number(counts, "actors"),
        number(counts, "agreements"),
        rows(snapshot, GRAPHS, row -> new Graph(text(row, "graph"), number(row, "triples"))));
  }

  private static OpEd opEd(Binding row) {
    String title = text(row, "title");
    return new OpEd(
        title.isEmpty() ? text(row, "opEd") : title,
        text(row, "authors"),
        text(row, "outlet"),
        number(row, "statements"));
  }

  private static <T> List<T> rows(Snapshot snapshot, Query query, Function<Binding, T> row) {
    try (QueryExec execution = snapshot.query(query, TIMEOUT)) {
      List<T> rows = new ArrayList<>();
      execution.select().forEachRemaining(binding -> rows.add(row.apply(binding)));
      return rows;
    }
  }

  private static String text(Binding row, String variable) {
    @Nullable Node value = row.get(variable);
    return value == null
        ? ""
        : value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
  }

  private static long number(Binding row, String variable) {
    return Long.parseLong(text(row, variable));
  }

  private static Query query(String text) {
    return QueryFactory.create(PREFIXES + text);
  }
}
