package org.demarche.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.server.TestServer.encoded;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on every path, whoever answers it: RFC 9110, and the rules for other sites. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryPathTest {
  private static final String READ = "GET, HEAD, OPTIONS";
  private static final String SAMPLE =
      "/data?graph=" + encoded("https://w3id.org/demarche/graph/op-ed/sample-2026-talks");

  @AutoClose private static final TestServer server = TestServer.start();

  /** Each path with something to read, and the methods that it answers. */
  static Stream<Arguments> readable() {
    return Stream.of(
        arguments("/", READ),
        arguments("/op-eds", "GET, HEAD, POST, OPTIONS"),
        arguments("/op-eds?format=html", "GET, HEAD, POST, OPTIONS"),
        arguments("/op-eds/sample-2026-talks", "GET, HEAD, PUT, DELETE, OPTIONS"),
        arguments("/queries", READ),
        arguments("/queries/demands", READ),
        arguments("/queries/demands/query", READ),
        arguments("/search?q=japan", READ),
        arguments("/search/suggest?q=ja", READ),
        arguments("/sparql/terms", READ),
        arguments("/openapi.json", READ),
        arguments("/api", READ),
        arguments("/reconcile", "GET, HEAD, POST, OPTIONS"),
        arguments("/reconcile/suggest/entity?prefix=Ja", READ),
        arguments("/reconcile/suggest/property?prefix=a", READ),
        arguments("/reconcile/suggest/type?prefix=a", READ),
        arguments("/reconcile/properties?type=State", READ),
        arguments("/reconcile/preview?id=actor%2Fjapan", READ),
        arguments("/id/actor/japan", READ),
        arguments("/id/actor/japan?format=html", READ),
        arguments("/ontology", READ),
        arguments("/ontology?format=html", READ),
        arguments("/health/live", READ),
        arguments("/health/ready", READ),
        arguments(asset(), READ),
        arguments("/sparql?query=ASK%7B%7D", "GET, HEAD, POST, OPTIONS"),
        arguments(
            "/sparql?query=" + encoded("CONSTRUCT WHERE { ?s ?p ?o }"), "GET, HEAD, POST, OPTIONS"),
        arguments(SAMPLE, "GET, HEAD, PUT, POST, DELETE, OPTIONS"),
        arguments("/data?default", "GET, HEAD, PUT, POST, DELETE, OPTIONS"));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void get_answers_and_every_site_may_read(String path) {
    HttpResponse<String> response = server.get(path, "Origin", "https://elsewhere.example");

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).isNotEmpty();
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(response, "Vary")).contains("Accept");
    assertThat(response.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("readable")
  void head_is_get_without_the_body(String path) {
    HttpResponse<String> head = server.send("HEAD", path, BodyPublishers.noBody());
    HttpResponse<String> get = server.get(path);

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(named(head)).isEqualTo(named(get));
    assertThat(header(head, "Content-Type")).isEqualTo(header(get, "Content-Type"));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void options_and_405_tell_the_methods(String path, String methods) {
    HttpResponse<String> options = server.send("OPTIONS", path, BodyPublishers.noBody());
    HttpResponse<String> patch =
        server.send("PATCH", path, BodyPublishers.ofString("x"), "Content-Type", "text/plain");

    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(methodsOf(options)).isEqualTo(methodsOf(methods));
    assertThat(patch.statusCode()).isEqualTo(405);
    assertThat(methodsOf(patch)).isEqualTo(methodsOf(methods));
    assertThat(header(patch, "Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/queries/demands", "/sparql", "/data?default", "/none"})
  void a_refusal_that_does_not_wait_for_the_body_says_that_the_connection_ends(String path)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      String head = "PATCH %s HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n".formatted(path);
      socket.getOutputStream().write(head.getBytes(UTF_8));

      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 40")
          .containsIgnoringCase("\r\nConnection: close\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/queries",
        "/queries/demands",
        "/sparql",
        "/update",
        "/data",
        "/op-eds",
        "/op-eds/sample-2026-talks",
        "/health/live",
        "/none"
      })
  void a_preflight_never_allows_the_token_nor_to_put_or_delete(String path) {
    for (String method : new String[] {"GET", "POST", "PUT", "DELETE"}) {
      HttpResponse<String> response =
          server.send(
              "OPTIONS",
              path,
              BodyPublishers.noBody(),
              "Origin",
              "https://elsewhere.example",
              "Access-Control-Request-Method",
              method,
              "Access-Control-Request-Headers",
              "authorization, content-type");

      assertThat(response.statusCode()).isEqualTo(204);
      assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(header(response, "Access-Control-Allow-Headers").toLowerCase(Locale.ROOT))
          .doesNotContain("authorization");
      assertThat(header(response, "Access-Control-Allow-Methods")).doesNotContain("PUT", "DELETE");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sparql?query=ASK%7B%7D",
        "/sparql?query=CONSTRUCT%7B%7DWHERE%7B%7D",
        "/data?default",
        "/op-eds",
        "/op-eds/sample-2026-talks",
        "/queries",
        "/queries/demands",
        "/reconcile",
        "/reconcile/suggest/type?prefix=a",
        "/reconcile/preview?id=actor%2Fjapan",
        "/ontology",
      })
  void what_is_not_offered_is_refused_with_what_is(String path) {
    HttpResponse<String> byAccept = server.get(path, "Accept", "image/png, text/vcard;q=0.5");
    HttpResponse<String> byFormat =
        server.get(path + (path.contains("?") ? "&" : "?") + "format=docx", "Accept", "*/*");
    HttpResponse<String> never =
        server.get(path, "Accept", "*/*;q=0", "Origin", "https://elsewhere.example");

    assertThat(byAccept.statusCode()).isEqualTo(406);
    assertThat(byAccept.body())
        .contains("None of the media types in the Accept header")
        .contains("(format=");
    assertThat(byFormat.statusCode()).isEqualTo(406);
    assertThat(byFormat.body()).contains("There is no format").contains("docx");
    assertThat(never.statusCode()).isEqualTo(406);
    assertThat(header(never, "Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void weights_and_wildcards_decide_between_forms() {
    String graph = "/data?default";

    assertThat(type(graph, "text/turtle;q=0.4, application/n-triples;q=0.6"))
        .isEqualTo("application/n-triples");
    assertThat(type(graph, "*/*;q=0.1, application/rdf+xml")).isEqualTo("application/rdf+xml");
    assertThat(type(graph, "application/*, text/turtle;q=0.9")).startsWith("application/");
    assertThat(type(graph, "text/*")).isEqualTo("text/turtle;charset=utf-8");
    assertThat(type(graph, "text/turtle;q=0, */*")).doesNotContain("turtle");
    assertThat(type(graph, "TEXT/TURTLE; Charset=UTF-8")).isEqualTo("text/turtle;charset=utf-8");
    assertThat(type(graph + "&format=nt", "text/turtle")).isEqualTo("application/n-triples");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/none",
        "/queries/none",
        "/op-eds/none",
        "/assets/none.css",
        "/data?graph=x:none"
      })
  void what_is_not_there_is_told_to_every_site(String path) {
    HttpResponse<String> response = server.get(path, "Origin", "https://elsewhere.example");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(server.send("HEAD", path, BodyPublishers.noBody()).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/none/한글",
        "/queries/日本",
        "/data?graph=x:한글",
        "/sparql?query=한글&format=json",
        "/data?graph=日本"
      })
  void characters_of_any_script_in_errors_never_make_a_fault_of_the_server(String path) {
    String encoded = URI.create(path).toASCIIString();

    for (String accept :
        new String[] {"*/*", "text/html", "application/problem+json", "text/plain"}) {
      HttpResponse<String> response = server.get(encoded, "Accept", accept);

      assertThat(response.statusCode()).isIn(400, 404);
      assertThat(response.body()).isNotEmpty();
    }
  }

  private static String type(String path, String accept) {
    return header(server.get(path, "Accept", accept), "Content-Type");
  }

  private static String asset() {
    String page = server.get("/", "Accept", "text/html").body();
    int from = page.indexOf("/assets/");
    return page.substring(from, page.indexOf('"', from));
  }

  private static Set<String> methodsOf(HttpResponse<?> response) {
    return methodsOf(header(response, "Allow"));
  }

  private static Set<String> methodsOf(String methods) {
    return new TreeSet<>(Arrays.asList(methods.split(", ", -1)));
  }

  /** The names of the headers, but for those of how the body is sent, and of one query. */
  private static Set<String> named(HttpResponse<?> response) {
    Set<String> names = new TreeSet<>(response.headers().map().keySet());
    names.removeAll(Set.of("transfer-encoding", "content-length", "content-encoding"));
    return names;
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("(none)");
  }
}
