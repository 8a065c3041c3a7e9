package org.demarche.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.server.TestServer.encoded;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdflink.RDFLinkHTTP;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GraphStoreServiceTest {
  private static final String SAMPLE = "https://w3id.org/demarche/graph/op-ed/sample-2026-talks";

  @AutoClose private static final TestServer server = TestServer.start();

  @Test
  void hands_out_a_named_graph() {
    HttpResponse<String> response = server.get("/data?graph=" + encoded(SAMPLE));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/turtle;charset=utf-8");
    assertThat(turtle(response).size()).isEqualTo(triples("GRAPH <" + SAMPLE + "> { ?s ?p ?o }"));
  }

  @Test
  void hands_out_what_a_query_sees_that_names_no_graph() {
    assertThat(turtle(server.get("/data?default")).size()).isEqualTo(triples("?s ?p ?o"));
  }

  @Test
  void writes_the_form_that_is_asked_for() {
    String graph = "/data?graph=" + encoded(SAMPLE);

    assertThat(server.get(graph, "Accept", "application/n-triples").body())
        .contains("<https://w3id.org/demarche/id/actor/japan> ");
    assertThat(server.get(graph + "&format=rdf").body()).startsWith("<rdf:RDF");
    assertThat(server.get(graph, "Accept", "text/csv").statusCode()).isEqualTo(406);
  }

  @Test
  void head_tells_whether_a_graph_is_there() {
    HttpResponse<String> there =
        server.send("HEAD", "/data?graph=" + encoded(SAMPLE), BodyPublishers.noBody());

    assertThat(there.statusCode()).isEqualTo(200);
    assertThat(there.body()).isEmpty();
    assertThat(server.send("HEAD", "/data?graph=x:none", BodyPublishers.noBody()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void jenas_own_client_understands_it() {
    try (var link = RDFLinkHTTP.newBuilder().destination(server.url() + "/data").build()) {
      assertThat(link.get().size()).isEqualTo(triples("?s ?p ?o"));
    }
  }

  @Test
  void a_graph_that_is_not_there_is_named() {
    HttpResponse<String> response = server.get("/data?graph=" + encoded("x:없음"));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body())
        .isEqualTo(
            "There is no graph <x:없음>. All there are: SELECT DISTINCT ?graph { GRAPH ?graph { }"
                + " }\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/data", "/data?default&graph=x:y", "/data?other"})
  void which_graph_must_be_said(String path) {
    HttpResponse<String> response = server.get(path);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo(
            "Say which graph: ?default, what a query sees that names no graph, or ?graph= with the"
                + " IRI of a named graph, percent-encoded; one of the two.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "union", "", "a b", "../etc"})
  void a_name_that_is_no_absolute_iri_is_refused(String name) {
    HttpResponse<String> response = server.get("/data?graph=" + encoded(name));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo("\"" + name + "\" is not an absolute IRI, so no graph has it.\n");
  }

  private static Model turtle(HttpResponse<String> response) {
    return RDFParser.fromString(response.body(), Lang.TURTLE).toModel();
  }

  private static int triples(String pattern) {
    String csv =
        server.query("SELECT (COUNT(*) AS ?n) { " + pattern + " }", "Accept", "text/csv").body();
    return Integer.parseInt(csv.strip().split("\r\n", 2)[1]);
  }
}
