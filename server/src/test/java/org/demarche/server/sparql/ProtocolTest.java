package org.demarche.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.server.TestServer.encoded;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProtocolTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @AutoClose private static final TestServer server = TestServer.start();

  @Test
  void a_request_without_a_query_is_told_how_to_give_one() {
    String expected =
        "There is no query. Give it as ?query= in the URL, as the field \"query\" of a form, or as"
            + " the body with the type application/sparql-query.\n";

    assertThat(
            List.of(
                server.get("/sparql", "Accept", "text/plain"),
                server.get("/sparql?query="),
                server.get("/sparql?query=+%0A"),
                server.get("/sparql?other=1", "Accept", "text/plain"),
                server.post("/sparql", FORM, "other=1"),
                server.post("/sparql", "application/sparql-query", "")))
        .allSatisfy(response -> assertThat(response.statusCode()).isEqualTo(400))
        .allSatisfy(response -> assertThat(response.body()).isEqualTo(expected));
  }

  @Test
  void a_compressed_body_is_refused_as_it_could_be_a_bomb() {
    assertThat(
            server
                .post("/sparql", "application/sparql-query", "ASK {}", "Content-Encoding", "gzip")
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void a_body_over_the_limit_is_refused_whether_its_length_is_told_or_not() throws IOException {
    String expected =
        "The body of the request is larger than the 1,000,000 bytes that /sparql reads.\n";

    String told =
        RawClient.send(
            server.port(),
            "POST /sparql HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/sparql-query",
            "Content-Length: 1000001");
    String chunked =
        RawClient.sendPart(
            server.port(),
            "%x\r\n".formatted(2_000_000) + "x".repeat(1_000_001),
            "POST /sparql HTTP/1.1",
            "Host: localhost",
            "Content-Type: " + FORM,
            "Transfer-Encoding: chunked");

    assertThat(told).startsWith("HTTP/1.1 413 ").endsWith(expected);
    assertThat(chunked).startsWith("HTTP/1.1 413 ").endsWith(expected);
  }

  @Test
  void a_body_up_to_the_limit_is_read() {
    String query = "ASK {} #" + "x".repeat(999_000);

    assertThat(server.post("/sparql", "application/sparql-query", query).statusCode())
        .isEqualTo(200);
    assertThat(server.post("/sparql", FORM, encoded(Map.of("query", query))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void parameters_of_fusekis_own_are_not_reflected() {
    String reflected =
        "&callback=alert&stylesheet=http://evil.example/x.xsl&force-accept=text/html";
    String query = "/sparql?query=" + encoded("ASK {}");

    HttpResponse<String> json = server.get(query + "&format=json" + reflected + "&output=text");
    HttpResponse<String> xml = server.get(query + "&format=xml" + reflected + "&results=text");

    assertThat(json.headers().firstValue("Content-Type"))
        .contains("application/sparql-results+json");
    assertThat(json.body()).startsWith("{").doesNotContain("alert");
    assertThat(xml.headers().firstValue("Content-Type")).contains("application/sparql-results+xml");
    assertThat(xml.body()).doesNotContain("evil", "stylesheet");
  }

  @Test
  void paths_below_a_service_are_none_of_its() {
    assertThat(server.get("/sparql/").statusCode()).isEqualTo(404);
    assertThat(server.get("/sparql/x?query=ASK%7B%7D").statusCode()).isEqualTo(404);
    assertThat(server.get("/?query=ASK%7B%7D").body()).contains("<h1>");
    assertThat(server.get("/$/ping").statusCode()).isEqualTo(404);
  }
}
