package org.demarche.server.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.load.OpEdFiles;
import org.demarche.load.Source;
import org.demarche.load.SourceFile;
import org.demarche.server.DemarcheServer;
import org.demarche.server.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two groups that each code their own op-eds, and a question that needs both. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoServersTest {
  private static final String OP_EDS = "https://w3id.org/demarche/graph/op-ed/";
  private static final String PREFIXES =
      """
      PREFIX actor: <https://w3id.org/demarche/id/actor/>
      PREFIX dem: <https://w3id.org/demarche/ontology#>
      PREFIX kind: <https://w3id.org/demarche/codes/kind/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;

  private static final KnowledgeGraph ours = KnowledgeGraph.inMemory(DefaultGraph.UNION);
  private static final KnowledgeGraph theirs = KnowledgeGraph.inMemory(DefaultGraph.UNION);
  private static DemarcheServer here;
  private static DemarcheServer there;

  @BeforeAll
  static void start() throws IOException {
    new Loader(ours).load(Manifest.onClassPath().sources());
    // The same vocabulary and names, but another op-ed.
    Stream<Source> common =
        Manifest.onClassPath().sources().stream()
            .filter(source -> !source.graph().getURI().startsWith(OP_EDS));
    new Loader(theirs).load(Stream.concat(common, small().stream()).toList());
    there = DemarcheServer.start(theirs, Settings.defaults().withPort(0));
    here =
        DemarcheServer.start(
            ours,
            Settings.defaults().withPort(0).withAllowedServices(List.of(there.url() + "/sparql")));
  }

  @AfterAll
  static void stop() {
    here.close();
    there.close();
    ours.close();
    theirs.close();
  }

  @Test
  void statements_of_both_on_one_actor_are_found_by_one_query() throws Exception {
    String advice =
        """
        ?statement dem:kind kind:recommendation ;
          dem:addressee actor:government-of-japan ;
          dem:heldBy/rdfs:label ?holder .
        FILTER (lang(?holder) = "en")
        """;
    String query =
        PREFIXES
            + "SELECT DISTINCT ?holder { { %s } UNION { SERVICE <%s/sparql> { %s } } }"
                .formatted(advice, there.url(), advice);

    assertThat(post(query).body().lines()).contains("holder", "Kathryn Botto", "Example Author");
  }

  @Test
  void what_one_knows_of_an_actor_is_joined_with_what_the_other_says() throws Exception {
    String query =
        PREFIXES
            + """
            SELECT DISTINCT ?advice ?state {
              SERVICE <%s/sparql> {
                SELECT ?who ?advice {
                  ?statement dem:addressee ?who ; rdfs:label ?advice .
                }
              }
              GRAPH <%sbotto-2019-gsomia> { ?own dem:addressee ?who }
              ?who dem:governmentOf/rdfs:label ?state FILTER (lang(?state) = "ko")
            }"""
                .formatted(there.url(), OP_EDS);

    assertThat(post(query).body().lines())
        .hasSize(2)
        .anyMatch(row -> row.startsWith("Japan and South Korea should talk again,"));
  }

  @Test
  void a_client_of_its_own_joins_both() {
    String query =
        PREFIXES
            + """
            SELECT DISTINCT ?ours ?theirs {
              SERVICE <%s/sparql> { ?one dem:addressee ?who ; dem:source ?ours }
              SERVICE <%s/sparql> { ?two dem:addressee ?who ; dem:source ?theirs }
            }"""
                .formatted(here.url(), there.url());

    try (QueryExec execution = QueryExec.graph(Graph.emptyGraph).query(query).build()) {
      assertThat(execution.select().stream())
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.get("ours").getURI()).endsWith("/botto-2019-gsomia");
                assertThat(row.get("theirs").getURI()).endsWith("/example-2026");
              });
    }
  }

  @Test
  void five_hundred_values_are_asked_for_at_once_by_post() throws Exception {
    String statements =
        IntStream.rangeClosed(1, 500)
            .mapToObj("<https://w3id.org/demarche/id/statement/botto-2019-gsomia/F%03d>"::formatted)
            .collect(Collectors.joining("\n"));
    String query =
        PREFIXES
            + "SELECT (COUNT(*) AS ?n) { VALUES ?s { %s } ?s dem:code ?code }"
                .formatted(statements);

    assertThat(query.length()).isGreaterThan(30_000);
    assertThat(post(query).body()).isEqualTo("n\r\n151\r\n");
  }

  private static HttpResponse<String> post(String query) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(URI.create(here.url() + "/sparql"))
                  .header("Content-Type", "application/sparql-query")
                  .header("Accept", "text/csv")
                  .POST(BodyPublishers.ofString(query))
                  .build(),
              BodyHandlers.ofString(UTF_8));
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return response;
    }
  }

  private static List<Source> small() throws IOException {
    try (InputStream file =
        TwoServersTest.class.getResourceAsStream("/org/demarche/cli/small-op-ed.ttl")) {
      return OpEdFiles.sources(List.of(SourceFile.of("small-op-ed.ttl", file.readAllBytes())));
    }
  }
}
