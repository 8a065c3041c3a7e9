package org.demarche.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.sparql.exec.http.QueryExecutionHTTP;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QueryServiceTest {
  private static final String LABELS =
      """
      SELECT ?label {
        <https://w3id.org/demarche/id/actor/japan>
          <http://www.w3.org/2000/01/rdf-schema#label> ?label
      } ORDER BY lang(?label)""";
  @AutoClose private static final TestServer server = TestServer.start();

  @Test
  void head_tells_the_type_without_the_result() {
    HttpResponse<String> head =
        server.send(
            "HEAD",
            "/sparql?query=" + TestServer.encoded(LABELS),
            BodyPublishers.noBody(),
            "Accept",
            "text/csv");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
    assertThat(head.body()).isEmpty();
  }

  @Test
  void a_query_that_names_no_graph_sees_the_union_and_graph_says_who_says_so() {
    String graphs =
        "SELECT DISTINCT ?g { GRAPH ?g { ?s a <https://w3id.org/demarche/ontology#OpEd> } }";

    assertThat(server.query(LABELS, "Accept", "text/csv").body().lines()).hasSize(4);
    assertThat(server.query(graphs, "Accept", "text/csv").body())
        .isEqualTo("g\r\nhttps://w3id.org/demarche/graph/op-ed/sample-2026-talks\r\n");
  }

  @Test
  void jenas_own_clients_understand_the_answers() {
    try (QueryExecution select =
            QueryExecutionHTTP.service(server.url() + "/sparql").query(LABELS).build();
        RDFConnection connection = RDFConnection.connect(server.url() + "/sparql")) {
      ResultSet rows = select.execSelect();
      Model described =
          connection.queryDescribe("DESCRIBE <https://w3id.org/demarche/id/actor/japan>");

      assertThat(rows.next().getLiteral("label").getString()).isEqualTo("Japan");
      assertThat(described.size()).isPositive();
      assertThat(connection.queryAsk("ASK { ?s ?p ?o }")).isTrue();
    }
  }

  @Test
  void a_graph_that_rdf_xml_cannot_hold_is_refused_with_the_reason() {
    HttpResponse<String> response =
        server.query(
            "CONSTRUCT { <x:s> <http://example.org/1> 1 } WHERE {}",
            "Accept",
            "application/rdf+xml, text/plain;q=0.1");

    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(response.body())
        .isEqualTo(
            "This graph can't be written as RDF/XML (http://example.org/1). Ask for another form,"
                + " such as text/turtle.\n");
  }
}
