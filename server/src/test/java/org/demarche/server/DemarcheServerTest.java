package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.atlas.json.JSON;
import org.demarche.DemarcheException;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DemarcheServerTest {
  @AutoClose private static final TestServer server = TestServer.start();

  @Test
  void listens_on_loopback_and_tells_where() {
    assertThat(server.url()).isEqualTo("http://127.0.0.1:" + server.port());
    assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void a_port_that_is_taken_is_told_in_one_line() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION)) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> DemarcheServer.start(graph, Settings.defaults().withPort(port)))
          .isInstanceOf(DemarcheException.class)
          .hasMessage(
              "Can't listen on port "
                  + port
                  + " of 127.0.0.1: it is taken. Stop what uses it, or choose another port.");
    }
  }

  @Test
  void a_host_that_does_not_exist_is_told_in_one_line() {
    try (KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION)) {
      Settings settings = Settings.defaults().withHost("no.such.host.invalid").withPort(0);

      assertThatThrownBy(() -> DemarcheServer.start(graph, settings))
          .isInstanceOf(DemarcheException.class)
          .hasMessage(
              "Can't listen on port 0 of no.such.host.invalid: there is no host of that name.");
    }
  }

  @Test
  void stopping_waits_for_the_answers_under_way() throws InterruptedException {
    TestServer stopping = TestServer.start();
    String slow =
        """
        SELECT (COUNT(*) AS ?n) {
          VALUES ?d { 0 1 2 3 4 5 6 7 8 9 } VALUES ?e { 0 1 2 3 4 5 6 7 8 9 }
          VALUES ?f { 0 1 2 3 4 5 6 7 8 9 } VALUES ?g { 0 1 2 3 4 5 6 7 8 9 }
          VALUES ?h { 0 1 2 3 4 5 6 7 8 9 } VALUES ?i { 0 1 2 3 4 5 6 7 8 9 }
        }""";
    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(() -> stopping.query(slow, "Accept", "text/csv"));
    Thread.sleep(150);

    stopping.close();

    assertThat(answer.join().body()).isEqualTo("n\r\n1000000\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sparql?query=ASK%7B%7D", "/sparql", "/nothing", "/health/live"})
  void every_response_may_be_read_by_any_site_and_run_only_scripts_from_files_of_this_server(
      String path) {
    HttpResponse<String> response = server.get(path);

    assertThat(header(response, "Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
                + " base-uri 'none'");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(response, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(response.headers().map()).doesNotContainKeys("server", "fuseki-request-id");
  }

  @Test
  void a_preflight_allows_reads_but_never_the_token() {
    HttpResponse<String> response =
        server.send(
            "OPTIONS",
            "/update",
            BodyPublishers.noBody(),
            "Origin",
            "https://elsewhere.example",
            "Access-Control-Request-Method",
            "POST",
            "Access-Control-Request-Headers",
            "authorization");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(header(response, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST");
    assertThat(header(response, "Access-Control-Allow-Headers"))
        .isEqualTo("Accept, Content-Type, If-None-Match");
  }

  @Test
  void an_unknown_path_says_what_is_there() {
    HttpResponse<String> response = server.get("/nothing/한글");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(JSON.parse(response.body()).getString("detail"))
        .startsWith("There is nothing at /nothing/")
        .contains("/sparql (any query)");
  }

  @Test
  void an_unknown_path_is_a_page_for_a_browser_that_escapes_it() {
    HttpResponse<String> response =
        server.get("/%3Cscript%3E", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(header(response, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(response.body()).contains("<h1>Not Found").doesNotContain("<script>");
  }

  @Test
  void a_method_that_a_page_lacks_is_refused_with_those_it_has() {
    HttpResponse<String> response = server.post("/", "text/plain", "x");

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(header(response, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(JSON.parse(response.body()).getString("detail"))
        .isEqualTo("POST / is not possible. This page answers GET, HEAD, OPTIONS.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sparql", "/update", "/data"})
  void options_tells_the_methods(String path) {
    HttpResponse<String> response = server.send("OPTIONS", path, BodyPublishers.noBody());

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(header(response, "Allow")).endsWith("OPTIONS");
  }

  @Test
  void head_has_the_headers_of_get_and_no_body() {
    HttpResponse<String> head = server.send("HEAD", "/", BodyPublishers.noBody());
    HttpResponse<String> get = server.get("/");

    assertThat(head.body()).isEmpty();
    assertThat(head.headers().map().keySet()).isEqualTo(get.headers().map().keySet());
    assertThat(header(head, "Content-Length")).isEqualTo(header(get, "Content-Length"));
  }

  @Test
  void a_request_for_a_websocket_begins_no_session() {
    HttpResponse<String> response = server.get("/", "Sec-WebSocket-Version", "13");

    assertThat(response.statusCode()).isEqualTo(501);
    assertThat(response.headers().map()).doesNotContainKey("set-cookie");
    assertThat(JSON.parse(response.body()).getString("detail"))
        .isEqualTo("This server speaks HTTP only, and no WebSocket.");
  }

  @Test
  void a_url_that_is_too_long_is_told_to_come_as_a_body() {
    HttpResponse<String> response = server.get("/sparql?query=" + "x".repeat(40_000));

    assertThat(response.statusCode()).isEqualTo(414);
    assertThat(JSON.parse(response.body()).getString("detail"))
        .isEqualTo("The URL is too long. Send the query in the body of a POST request.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%2e%2e/etc/passwd", "/assets/..%2f..%2flogback.xml", "/assets/..;/x"})
  void a_path_that_could_be_read_in_two_ways_is_refused(String path) {
    assertThat(server.get(path).statusCode()).isIn(400, 404);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("(none)");
  }
}
