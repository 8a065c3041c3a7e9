package org.demarche.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.server.TestServer;
import org.eclipse.rdf4j.federated.FedXConfig;
import org.eclipse.rdf4j.federated.FedXFactory;
import org.eclipse.rdf4j.federated.repository.FedXRepository;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** RDF4J's FedX, which finds out by itself which of two servers knows what. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FederatedQueryTest {
  private static final int ACTORS = 60;
  private static final String ABOUT =
      "<https://w3id.org/demarche/id/statement/sample-2026-talks/F001>"
          + " <https://w3id.org/demarche/ontology#about> <x:actor/%1$d> . ";

  @AutoClose private static final TestServer first = TestServer.start();
  @AutoClose private static final TestServer second = TestServer.start();

  @AutoClose("shutDown")
  private static final FedXRepository federation =
      FedXFactory.newFederation()
          .withSparqlEndpoint(first.url() + "/sparql")
          .withSparqlEndpoint(second.url() + "/sparql")
          .withConfig(new FedXConfig().withBoundJoinBlockSize(20))
          .create();

  @BeforeAll
  static void each_server_knows_one_half() {
    insert(first, ABOUT + "<x:actor/%1$d> <http://purl.org/dc/terms/title> \"actor %1$d\" .");
    insert(
        second,
        ABOUT + "<x:actor/%1$d> <http://www.w3.org/2004/02/skos/core#altLabel> \"name %1$d\" .");
  }

  @Test
  void a_join_across_both_servers_is_complete() {
    String query =
        """
        SELECT ?identifier ?name {
          ?actor <http://purl.org/dc/terms/title> ?identifier ;
                 <http://www.w3.org/2004/02/skos/core#altLabel> ?name
        }""";

    try (var connection = federation.getConnection();
        var rows = connection.prepareTupleQuery(query).evaluate()) {
      assertThat(
              rows.stream()
                  .map(
                      row ->
                          row.getValue("identifier").stringValue()
                              + " is "
                              + row.getValue("name").stringValue()))
          .hasSize(ACTORS)
          .contains("actor 1 is name 1", "actor 60 is name 60");
    }
  }

  private static void insert(TestServer server, String triple) {
    String triples =
        IntStream.rangeClosed(1, ACTORS)
            .mapToObj(triple::formatted)
            .collect(Collectors.joining(" "));
    String graph = "https://w3id.org/demarche/graph/op-ed/sample-2026-talks";

    assertThat(server.update("INSERT DATA { GRAPH <%s> { %s } }".formatted(graph, triples)))
        .satisfies(response -> assertThat(response.body()).isEmpty());
  }
}
