package org.demarche.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.server.TestServer.encoded;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void a_query_is_given_once() {
    String expected = "The parameter \"query\" is given more than once. Give it once.\n";

    assertThat(server.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D").body()).isEqualTo(expected);
    assertThat(server.post("/sparql?query=ASK%7B%7D", FORM, "query=ASK%7B%7D").body())
        .isEqualTo(expected);
    assertThat(server.post("/sparql?query=ASK%7B%7D", "application/sparql-query", "ASK {}").body())
        .isEqualTo(expected);
    assertThat(server.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/sparql-update",
        "multipart/form-data; boundary=x",
        "application/sparql-query; charset=utf-16",
        "nonsense"
      })
  void a_body_of_another_type_is_refused_with_those_that_are_read(String type) {
    HttpResponse<String> response = server.post("/sparql", type, "ASK {}");

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.body())
        .isEqualTo(
            "/sparql reads a body of the type application/sparql-query, or a form"
                + " (application/x-www-form-urlencoded) with the field \"query\"; in UTF-8, and not"
                + " compressed.\n");
  }

  @Test
  void a_body_without_a_type_is_refused_but_a_post_of_the_url_alone_is_not() {
    assertThat(server.send("POST", "/sparql", BodyPublishers.ofString("ASK {}")).statusCode())
        .isEqualTo(415);
    assertThat(server.send("POST", "/sparql?query=ASK%7B%7D", BodyPublishers.noBody()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_compressed_body_is_refused_as_it_could_be_a_bomb() {
    assertThat(
            server
                .post("/sparql", "application/sparql-query", "ASK {}", "Content-Encoding", "gzip")
                .statusCode())
        .isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource({
    "/sparql?query=%zz,  %zz",
    "/sparql?query=ASK%, %",
    "/sparql?query=%7,   %7",
  })
  void bad_percent_encoding_is_shown(String path, String wrong) {
    // java.net.http wouldn't send these, so they come as a form.
    HttpResponse<String> response =
        server.post("/sparql", FORM, path.substring(path.indexOf('?') + 1));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo(
            "A parameter is not well encoded: \""
                + wrong
                + "\" is no percent sign with two hexadecimal digits. A literal percent sign is"
                + " written %25.\n");
  }

  @Test
  void what_is_not_utf_8_is_refused_and_not_replaced() {
    String expected = "The request is not valid UTF-8. Send it in that encoding.\n";

    assertThat(server.get("/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%22%ff%22%7D").body())
        .isEqualTo(expected);
    assertThat(
            server
                .send(
                    "POST",
                    "/sparql",
                    BodyPublishers.ofByteArray(
                        "ASK { ?s ?p \"é\" }".getBytes(StandardCharsets.ISO_8859_1)),
                    "Content-Type",
                    "application/sparql-query")
                .body())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,    /sparql, 'GET, HEAD, POST, OPTIONS', '/sparql answers GET, HEAD, POST, not PUT.'",
    "QUERY,  /sparql, 'GET, HEAD, POST, OPTIONS', '/sparql answers GET, HEAD, POST, not QUERY.'",
    "DELETE, /data,   'GET, HEAD, OPTIONS',       '/data answers GET, HEAD, not DELETE.'",
    "PUT,    /data,   'GET, HEAD, OPTIONS',       '/data answers GET, HEAD, not PUT.'",
    "POST,   /data,   'GET, HEAD, OPTIONS',       '/data answers GET, HEAD, not POST.'",
    "PATCH,  /data,   'GET, HEAD, OPTIONS',       '/data answers GET, HEAD, not PATCH.'",
    "GET,    /update, 'POST, OPTIONS',            '/update answers POST, not GET.'",
    "PATCH,  /update, 'POST, OPTIONS',            '/update answers POST, not PATCH.'",
  })
  void another_method_is_refused_with_those_that_are_answered(
      String method, String path, String allow, String text) {
    HttpResponse<String> response = server.send(method, path, BodyPublishers.noBody());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains(allow);
    assertThat(response.body()).isEqualTo(text + "\n");
  }

  @Test
  void a_body_over_the_limit_is_refused_whether_its_length_is_told_or_not() {
    byte[] tooLong = ("ASK {} #" + "x".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
    String expected =
        "The body of the request is larger than the 1,000,000 bytes that /sparql reads.\n";

    HttpResponse<String> told =
        server.send(
            "POST",
            "/sparql",
            BodyPublishers.ofByteArray(tooLong),
            "Content-Type",
            "application/sparql-query");
    HttpResponse<String> chunked =
        server.send(
            "POST",
            "/sparql",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong)),
            "Content-Type",
            FORM);

    assertThat(told.statusCode()).isEqualTo(413);
    assertThat(told.body()).isEqualTo(expected);
    assertThat(chunked.statusCode()).isEqualTo(413);
    assertThat(chunked.body()).isEqualTo(expected);
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
