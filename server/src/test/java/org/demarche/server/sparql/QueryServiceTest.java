package org.demarche.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.http.QueryExecutionHTTP;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QueryServiceTest {
  private static final String LABELS =
      """
      SELECT ?label {
        <https://w3id.org/demarche/id/actor/japan>
          <http://www.w3.org/2000/01/rdf-schema#label> ?label
      } ORDER BY lang(?label)""";
  private static final String ONE_TRIPLE = "CONSTRUCT { <x:s> <x:p> \"일본\" } WHERE {}";

  @AutoClose private static final TestServer server = TestServer.start();

  @ParameterizedTest
  @CsvSource({
    "application/sparql-results+json, json, application/sparql-results+json",
    "application/json,                json, application/json",
    "application/sparql-results+xml,  xml,  application/sparql-results+xml",
    "text/csv,                        csv,  text/csv;charset=utf-8",
    "text/tab-separated-values,       tsv,  text/tab-separated-values;charset=utf-8",
    "'text/csv;q=0.4, text/tab-separated-values;q=0.6', tsv, text/tab-separated-values;charset=utf-8",
    "*/*,                             json, application/sparql-results+json",
  })
  void a_select_is_answered_in_the_form_that_accept_asks_for(
      String accept, String format, String contentType) {
    HttpResponse<String> byAccept = server.query(LABELS, "Accept", accept);
    HttpResponse<String> byFormat =
        server.get(
            "/sparql?format=" + format + "&query=" + TestServer.encoded(LABELS),
            "Accept",
            "image/png");

    assertThat(byAccept.statusCode()).isEqualTo(200);
    assertThat(byAccept.headers().firstValue("Content-Type")).contains(contentType);
    assertThat(byAccept.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
    assertThat(byAccept.body()).contains("Japan", "日本", "일본").isEqualTo(byFormat.body());
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle,           ttl,    text/turtle;charset=utf-8",
    "application/n-triples, nt,     application/n-triples",
    "application/ld+json,   jsonld, application/ld+json",
    "application/rdf+xml,   rdf,    application/rdf+xml",
    "application/trig,      trig,   application/trig",
    "application/n-quads,   nq,     application/n-quads",
    "*/*,                   ttl,    text/turtle;charset=utf-8",
  })
  void a_construct_is_answered_in_the_form_that_accept_asks_for(
      String accept, String format, String contentType) {
    HttpResponse<String> byAccept = server.query(ONE_TRIPLE, "Accept", accept);
    HttpResponse<String> byFormat =
        server.get("/sparql?format=" + format + "&query=" + TestServer.encoded(ONE_TRIPLE));

    assertThat(byAccept.statusCode()).isEqualTo(200);
    assertThat(byAccept.headers().firstValue("Content-Type")).contains(contentType);
    assertThat(byFormat.body()).isEqualTo(byAccept.body());
    Lang language = RDFLanguages.contentTypeToLang(contentType.split(";", 2)[0]);
    DatasetGraph read = DatasetGraphFactory.create();
    RDFParser.fromString(byAccept.body(), language).parse(read);
    assertThat(read.find().next().getObject().getLiteralLexicalForm()).isEqualTo("일본");
  }

  @ParameterizedTest
  @CsvSource({
    "application/sparql-results+json, '\"boolean\" : true'",
    "application/sparql-results+xml,  <boolean>true</boolean>",
    "text/csv,                        true",
    "text/tab-separated-values,       true",
  })
  void an_ask_is_answered_in_each_form(String accept, String expected) {
    assertThat(server.query("ASK {}", "Accept", accept).body()).contains(expected);
  }

  @Test
  void a_form_and_a_direct_body_ask_the_same_as_the_url() {
    String inUrl = server.query(LABELS).body();

    assertThat(
            server
                .post(
                    "/sparql",
                    "application/x-www-form-urlencoded",
                    TestServer.encoded(Map.of("query", LABELS)))
                .body())
        .isEqualTo(inUrl);
    assertThat(server.post("/sparql", "application/sparql-query; charset=UTF-8", LABELS).body())
        .isEqualTo(inUrl);
  }

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
  void the_dataset_of_the_request_replaces_that_of_the_query() {
    String count = "SELECT (COUNT(*) AS ?n) FROM <x:none> { ?s ?p ?o }";
    String graph = TestServer.encoded("https://w3id.org/demarche/graph/op-ed/sample-2026-talks");

    assertThat(server.query(count, "Accept", "text/csv").body()).isEqualTo("n\r\n0\r\n");
    assertThat(
            server
                .get(
                    "/sparql?format=csv&default-graph-uri="
                        + graph
                        + "&query="
                        + TestServer.encoded(count))
                .body())
        .isNotEqualTo("n\r\n0\r\n");
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
  void syntax_is_that_of_sparql_1_2_and_not_of_jena() {
    assertThat(server.query("SELECT * { << ?s ?p ?o >> ?q ?r }").statusCode()).isEqualTo(200);
    assertThat(server.query("JSON { 'a' : ?s } WHERE { ?s ?p ?o }").statusCode()).isEqualTo(400);
    assertThat(server.query("SELECT * { LET (?x := 1) }").statusCode()).isEqualTo(400);
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

  @Test
  void a_form_that_is_not_offered_is_refused_with_those_that_are() {
    HttpResponse<String> response = server.query("ASK {}", "Accept", "image/png");

    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(response.body())
        .isEqualTo(
            "None of the media types in the Accept header is offered here. Offered:"
                + " application/sparql-results+json (format=json), application/json,"
                + " application/sparql-results+xml (format=xml), application/xml, text/csv"
                + " (format=csv), text/tab-separated-values (format=tsv).\n");
  }
}
