package org.demarche.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.load.Source;
import org.demarche.ontology.Graphs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QueryExamplesTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  /** As the SIB's SPARQL editor and the guidelines of its endpoints ask. */
  private static final String EXAMPLES =
      """
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT DISTINCT ?sq ?comment ?query WHERE {
        ?sq a sh:SPARQLExecutable ; rdfs:comment ?comment ;
          sh:select|sh:ask|sh:construct|sh:describe ?query .
      } ORDER BY ?sq
      """;

  private static final String PREFIXES =
      """
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      SELECT DISTINCT ?prefix ?namespace WHERE { [] sh:namespace ?namespace ; sh:prefix ?prefix }
      ORDER BY ?prefix
      """;

  private static final KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION);

  @BeforeAll
  static void load() {
    new Loader(graph)
        .load(
            Stream.concat(
                    Manifest.onClassPath().sources().stream(),
                    Stream.of(QueryExamples.of(Catalogue.bundled())))
                .toList());
  }

  @AfterAll
  static void close() {
    graph.close();
  }

  @Test
  void an_editor_finds_each_canned_query() {
    assertThat(rows(EXAMPLES))
        .extracting(row -> row.get("sq").getURI())
        .containsExactlyElementsOf(
            Catalogue.bundled().all().stream()
                .map(query -> "https://w3id.org/demarche/id/query/" + query.name())
                .toList());
  }

  @Test
  void each_example_is_the_canned_query_and_is_answered_as_it_stands() {
    for (Binding row : rows(EXAMPLES)) {
      String iri = row.get("sq").getURI();
      CannedQuery canned = Catalogue.bundled().get(iri.substring(iri.lastIndexOf('/') + 1));
      String text = row.get("query").getLiteralLexicalForm();

      assertThat(QueryFactory.create(text)).as(iri).isEqualTo(canned.query());
      assertThat(isAnswered(text)).as(iri).isTrue();
    }
  }

  @Test
  void an_editor_finds_the_prefixes() {
    assertThat(rows(PREFIXES))
        .extracting(
            row ->
                row.get("prefix").getLiteralLexicalForm()
                    + " "
                    + row.get("namespace").getLiteralLexicalForm())
        .contains(
            "dem https://w3id.org/demarche/ontology#",
            "rdfs http://www.w3.org/2000/01/rdf-schema#",
            "skos http://www.w3.org/2004/02/skos/core#");
  }

  @Test
  void nothing_follows_from_an_example() {
    assertThat(
            rows(
                """
                SELECT * {
                  GRAPH <https://w3id.org/demarche/graph/queries> { ?s ?p ?o }
                  GRAPH <https://w3id.org/demarche/graph/inferred> { ?s ?q ?x }
                }
                """))
        .isEmpty();
  }

  @Test
  void the_same_queries_are_not_loaded_again_and_others_are(@TempDir Path folder)
      throws IOException {
    Path theme = Files.createDirectory(folder.resolve("theme"));
    Files.writeString(theme.resolve("any.rq"), query("SELECT * { ?s ?p ?o }"));
    Files.writeString(theme.resolve("is.rq"), query("ASK { ?s ?p ?o }"));
    Files.writeString(theme.resolve("made.rq"), query("CONSTRUCT WHERE { ?s ?p ?o }"));
    Files.writeString(theme.resolve("told.rq"), query("DESCRIBE ?s { ?s ?p ?o }"));
    Source first = QueryExamples.of(Catalogue.of(folder));
    assertThat(QueryExamples.of(Catalogue.of(folder)).contentSha256())
        .isEqualTo(first.contentSha256());

    Files.writeString(theme.resolve("is.rq"), query("ASK { ?s ?p 1 }"));
    assertThat(QueryExamples.of(Catalogue.of(folder)).contentSha256())
        .isNotEqualTo(first.contentSha256());

    try (KnowledgeGraph own = KnowledgeGraph.inMemory(DefaultGraph.UNION)) {
      assertThat(new Loader(own).load(List.of(first)).commit().changedGraphs())
          .containsExactly(Graphs.QUERIES);
      try (Snapshot snapshot = own.snapshot()) {
        assertThat(rows(snapshot, EXAMPLES))
            .extracting(row -> row.get("sq").getURI().replaceFirst(".*/", ""))
            .as("all but DESCRIBE, for which SHACL has no term")
            .containsExactly("any", "is", "made");
      }
    }
  }

  private static boolean isAnswered(String sparql) {
    Query query = QueryFactory.create(sparql);
    if (!query.isConstructType()) {
      return !rows(sparql).isEmpty();
    }
    try (Snapshot snapshot = graph.snapshot();
        QueryExec execution = snapshot.query(query, LONG)) {
      return !execution.construct().isEmpty();
    }
  }

  private static String query(String sparql) {
    return """
        #+ summary: Any
        #+ description: Any triples.
        #+ picture: table
        #+ example: lang=en

        """
        + sparql;
  }

  private static List<Binding> rows(String sparql) {
    try (Snapshot snapshot = graph.snapshot()) {
      return rows(snapshot, sparql);
    }
  }

  private static List<Binding> rows(Snapshot snapshot, String sparql) {
    Query query = QueryFactory.create(sparql);
    try (QueryExec execution = snapshot.query(query, LONG)) {
      return execution.select().stream().toList();
    }
  }
}
