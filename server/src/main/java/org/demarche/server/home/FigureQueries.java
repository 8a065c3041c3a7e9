package org.demarche.server.home;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.GraphRoles;
import org.demarche.graph.Snapshot;
import org.demarche.ontology.Namespaces;
import org.demarche.server.home.Figures.Graph;
import org.demarche.server.home.Figures.OpEd;
import org.demarche.server.pages.Label;
import org.demarche.server.pages.Links;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a snapshot holds. The numbers are those that its commit counted already; of op-eds
 * and graphs only the first are looked at.
 */
final class FigureQueries {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Var OP_ED = Var.alloc("opEd");

  private static final String PREFIXES =
      """
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX dem: <https://w3id.org/demarche/ontology#>
      PREFIX graph: <https://w3id.org/demarche/graph/>
      PREFIX id: <https://w3id.org/demarche/id/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX schema: <http://schema.org/>
      PREFIX void: <http://rdfs.org/ns/void#>
      """;

  private static final Query COUNTS =
      query(
          """
          SELECT ?class ?count {
            GRAPH graph:description {
              VALUES ?class { dem:OpEd dem:Statement dem:Actor dem:Agreement dem:Event }
              ?partition void:class ?class ; void:entities ?count .
              id:dataset\\/demarche void:classPartition ?partition
            }
          }
          """);

  private static final Query TOTALS =
      query(
          """
          SELECT (COUNT(?graph) AS ?graphs) (SUM(?count) AS ?triples) {
            GRAPH graph:description {
              id:dataset\\/demarche void:subset ?graph . ?graph void:triples ?count
              FILTER NOT EXISTS { ?graph a void:Linkset }
            }
          }
          """);

  private static final Query GRAPHS =
      query(
          """
          SELECT ?graph ?triples {
            GRAPH graph:description {
              id:dataset\\/demarche void:subset ?graph . ?graph void:triples ?triples
              FILTER NOT EXISTS { ?graph a void:Linkset }
            }
          } ORDER BY DESC(?triples) ?graph LIMIT 30
          """);

  private static final Query CORPUS =
      query(
          """
          SELECT ?opEd (SAMPLE(?aTitle) AS ?title) {
            ?opEd a dem:OpEd OPTIONAL { ?opEd dcterms:title ?aTitle }
          } GROUP BY ?opEd ORDER BY ?title ?opEd LIMIT 20
          """);

  /** Of the op-eds that are put in. */
  private static final Query STATEMENTS =
      query(
          """
          SELECT ?opEd (COUNT(DISTINCT ?statement) AS ?count) {
            ?statement dem:source ?opEd
          } GROUP BY ?opEd
          """);

  private static final Query AUTHORS =
      query(
          """
          SELECT ?opEd (GROUP_CONCAT(DISTINCT ?name; SEPARATOR = ", ") AS ?names) {
            ?opEd schema:author/rdfs:label ?name FILTER (lang(?name) IN ("", "en"))
          } GROUP BY ?opEd
          """);

  private static final Query OUTLETS =
      query(
          """
          SELECT ?opEd (SAMPLE(?name) AS ?names) {
            ?opEd schema:publisher/rdfs:label ?name FILTER (lang(?name) IN ("", "en"))
          } GROUP BY ?opEd
          """);

  private FigureQueries() {}

  static Figures of(Snapshot snapshot) {
    Map<String, Long> counts = new HashMap<>();
    rows(snapshot, COUNTS).forEach(row -> counts.put(text(row, "class"), number(row, "count")));
    Binding totals = rows(snapshot, TOTALS).getFirst();
    return new Figures(
        count(counts, "OpEd"),
        count(counts, "Statement"),
        count(counts, "Actor"),
        count(counts, "Agreement"),
        count(counts, "Event"),
        number(totals, "triples"),
        corpus(snapshot),
        number(totals, "graphs"),
        rows(snapshot, GRAPHS).stream()
            .map(row -> new Graph(text(row, "graph"), number(row, "triples")))
            .sorted(Comparator.comparing(Graph::iri))
            .toList());
  }

  private static List<OpEd> corpus(Snapshot snapshot) {
    List<Binding> rows =
        rows(snapshot, CORPUS).stream().filter(row -> row.contains(OP_ED)).toList();
    List<Node> opEds = rows.stream().map(row -> row.get(OP_ED)).toList();
    Map<Node, String> statements = byOpEd(snapshot, STATEMENTS, opEds, "count");
    Map<Node, String> authors = byOpEd(snapshot, AUTHORS, opEds, "names");
    Map<Node, String> outlets = byOpEd(snapshot, OUTLETS, opEds, "names");
    return rows.stream()
        .map(
            row -> {
              Node opEd = row.get(OP_ED);
              return new OpEd(
                  title(opEd, row.get("title")),
                  Links.of(opEd).orElse(""),
                  GraphRoles.isNamedAsOpEd(opEd)
                      ? Figures.link(GraphRoles.graphOf(opEd).getURI())
                      : "",
                  authors.getOrDefault(opEd, ""),
                  outlets.getOrDefault(opEd, ""),
                  Long.parseLong(statements.getOrDefault(opEd, "0")));
            })
        .toList();
  }

  private static Label title(Node opEd, @Nullable Node title) {
    return title != null && title.isLiteral() && !title.getLiteralLexicalForm().isBlank()
        ? new Label(title.getLiteralLexicalForm(), title.getLiteralLanguage())
        : new Label(Links.name(opEd), "");
  }

  private static Map<Node, String> byOpEd(
      Snapshot snapshot, Query query, List<Node> opEds, String variable) {
    Map<Node, String> found = new HashMap<>();
    rows(snapshot, Bounded.to(query, OP_ED, opEds))
        .forEach(row -> found.put(row.get(OP_ED), text(row, variable)));
    return found;
  }

  private static List<Binding> rows(Snapshot snapshot, Query query) {
    try (QueryExec execution = snapshot.query(query, TIMEOUT)) {
      return execution.select().stream().toList();
    }
  }

  private static long count(Map<String, Long> counts, String type) {
    return counts.getOrDefault(Namespaces.DEM + type, 0L);
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
