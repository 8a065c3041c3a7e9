package org.demarche.server.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.demarche.server.access.Token;
import org.demarche.server.running.Limits;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SERVICE does with endpoints that are allowed, and with those that aren't. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FederationTest {
  private static final String GRAPH = "https://w3id.org/demarche/graph/op-ed/sample-2026-talks";

  @AutoClose private static final TestServer other = TestServer.start();

  @AutoClose
  private static final Elsewhere elsewhere = Elsewhere.answering(404, "text/plain", "nothing");

  /** Allows the two. */
  @AutoClose
  private static final TestServer server = allowing(other.url() + "/sparql", elsewhere.url());

  @Test
  void an_allowed_endpoint_is_asked_and_joined_with() {
    HttpResponse<String> response =
        csv(
            "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
                + " SELECT ?name { VALUES ?of { <https://w3id.org/demarche/id/actor/japan> }"
                + " SERVICE <$> { ?of rdfs:label ?name FILTER (lang(?name) = 'ko') } }",
            other.url() + "/sparql");

    assertThat(response.body()).isEqualTo("name\r\n일본\r\n");
  }

  @Test
  void a_long_query_is_sent_as_a_form_by_post_without_credentials() {
    elsewhere.answers(200, Elsewhere.JSON, Elsewhere.row("hi"));
    String query = "SELECT * { SERVICE <$> { ?s <x:%s> ?x } }".formatted("p".repeat(9_000));
    HttpResponse<String> response =
        server.post(
            "/sparql?format=csv",
            "application/sparql-query",
            query.replace("$", elsewhere.url()),
            "Cookie",
            "a=b",
            "Authorization",
            "Bearer " + TestServer.TOKEN);

    assertThat(response.body()).contains("hi");
    assertThat(elsewhere.requests())
        .singleElement()
        .asString()
        .startsWith("POST ")
        .contains("User-agent=[Demarche/", "Content-type=[application/x-www-form-urlencoded]")
        .contains("application/sparql-results+json", "query=SELECT")
        .doesNotContain("Cookie", "Authorization", TestServer.TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP://LOCALHOST:$/sparql", "http://localhost:$/sparql"})
  void an_endpoint_is_the_same_whatever_the_case_of_its_host(String written) {
    elsewhere.answers(200, Elsewhere.JSON, Elsewhere.row("hi"));
    try (TestServer named = allowing("http://Localhost:" + elsewhere.port() + "/sparql")) {
      String endpoint = written.replace("$", "" + elsewhere.port());

      assertThat(csv(named, "SELECT * { SERVICE <$> { ?s ?p ?x } }", endpoint).body())
          .contains("hi");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SILENT"})
  void an_endpoint_that_is_not_allowed_is_refused_beside_one_that_is(String silent) {
    elsewhere.answers(200, Elsewhere.JSON, Elsewhere.row("hi"));
    HttpResponse<String> response =
        csv(
            "SELECT * { SERVICE <$> { ?s ?p ?x } SERVICE "
                + silent
                + " <https://other.example/sparql> { ?s ?p ?x } }",
            elsewhere.url());

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body())
        .isEqualTo(
            "SERVICE would ask other.example, and the operator of this server has not allowed"
                + " queries to ask it. The operator allows it with --allow-service"
                + " https://other.example/sparql\n");
    assertThat(elsewhere.requests()).isEmpty();
  }

  @Test
  void another_path_on_an_allowed_host_is_refused() {
    assertThat(csv("ASK { SERVICE SILENT <$> { } }", other.url() + "/x").statusCode())
        .isEqualTo(403);
  }

  @Test
  void a_variable_may_name_an_endpoint_that_is_allowed() {
    elsewhere.answers(200, Elsewhere.JSON, Elsewhere.row("hi"));
    assertThat(
            csv("SELECT ?x { VALUES ?e { <$> } SERVICE ?e { ?s ?p ?x } }", elsewhere.url()).body())
        .isEqualTo("x\r\nhi\r\n");
    assertThat(csv("ASK { SERVICE SILENT ?e { ?s ?p ?x } }", "").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { VALUES ?e { <$> <http://10.0.0.1/> } SERVICE SILENT ?e { ?s ?p ?x } }",
        "SELECT * { VALUES ?e { \"$\" } SERVICE SILENT ?e { ?s ?p ?x } }",
        "SELECT * { BIND (BNODE() AS ?e) SERVICE SILENT ?e { ?s ?p ?x } }",
        "SELECT * { BIND (IRI('file:///etc/hosts') AS ?e) SERVICE SILENT ?e { ?s ?p ?x } }",
        "SELECT * { BIND (IRI('ftp://127.0.0.1/') AS ?e) SERVICE SILENT ?e { ?s ?p ?x } }",
        "SELECT * { BIND (IRI('http:///x') AS ?e) SERVICE SILENT ?e { ?s ?p ?x } }",
        "SELECT * { BIND (IRI('http://a@127.0.0.1/') AS ?e) SERVICE SILENT ?e { ?s ?p ?x } }",
        "SELECT * { VALUES ?e { <http://10.0.0.1/> } OPTIONAL { SERVICE SILENT ?e { ?s ?p ?x } } }",
        "SELECT * { VALUES ?e { <x:y> } FILTER EXISTS { SERVICE SILENT ?e { ?s ?p ?x } } }",
        "SELECT * { VALUES ?e { <x:y> } FILTER NOT EXISTS { SERVICE SILENT ?e { ?s ?p ?x } } }",
        "SELECT * { VALUES ?e { <x:y> } BIND (EXISTS { SERVICE SILENT ?e { ?s ?p ?x } } AS ?b) }",
        "SELECT (COUNT(*) AS ?n) { VALUES ?e { <x:y> } SERVICE SILENT ?e { ?s ?p ?x } }",
        "SELECT * { SERVICE <$> { VALUES ?e { <$> } SERVICE SILENT ?e { ?s ?p ?x } } }",
        "SELECT * { SERVICE <$> { FILTER EXISTS { SERVICE SILENT ?e { ?s ?p ?x } } } }",
      })
  void a_variable_that_names_another_is_refused_and_silent_hides_nothing(String query) {
    elsewhere.answers(200, Elsewhere.JSON, Elsewhere.row("hi"));
    HttpResponse<String> response = csv(query, elsewhere.url());

    assertThat(response.statusCode()).as(response.body()).isEqualTo(403);
    assertThat(response.body()).startsWith("SERVICE ");
    assertThat(elsewhere.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EXISTS", "NOT EXISTS"})
  void a_failure_within_a_filter_is_told_and_does_not_count_as_false(String exists) {
    elsewhere.answers(500, "text/plain", "root:secret");
    HttpResponse<String> response =
        csv(
            "SELECT * { VALUES ?a { 1 2 } FILTER " + exists + " { SERVICE <$> { ?s ?p ?a } } }",
            elsewhere.url());

    assertThat(response.statusCode()).isEqualTo(502);
  }

  @Test
  void what_was_not_asked_for_is_left_out_of_an_answer() {
    String planted =
        """
        {"head":{"vars":["x","z"]},"results":{"bindings":[{"x":{"type":"literal","value":"hi"},
        "z":{"type":"literal","value":"planted"}}]}}""";
    elsewhere.answers(200, Elsewhere.JSON, planted);
    assertThat(csv("SELECT ?x ?z { SERVICE <$> { ?s ?p ?x } }", elsewhere.url()).body())
        .isEqualTo("x,z\r\nhi,\r\n");
  }

  @Test
  void a_small_answer_that_is_huge_when_decompressed_is_given_up() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write(" ".repeat(21_000_000).getBytes(UTF_8));
      gzip.write(Elsewhere.row("hi").getBytes(UTF_8));
    }
    assertThat(bomb.size()).isLessThan(100_000);
    elsewhere.answers(exchange -> sendGzip(exchange, bomb.toByteArray()));
    assertFailure("answered with more than 20 MB or 200,000 rows");
  }

  private static void sendGzip(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", Elsewhere.JSON);
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  @Test
  void results_in_xml_fetch_no_entities() {
    try (Elsewhere inside = Elsewhere.answering(200, "text/plain", "root:secret")) {
      elsewhere.answers(
          200,
          "application/sparql-results+xml",
          "<!DOCTYPE sparql [<!ENTITY e SYSTEM '%s'>]><sparql xmlns='http://www.w3.org/2005/sparql-results#'><head><variable name='x'/></head><results><result><binding name='x'><literal>&e;</literal></binding></result></results></sparql>"
              .formatted(inside.url()));
      assertThat(csv("SELECT * { SERVICE <$> { ?s ?p ?x } }", elsewhere.url()).body())
          .doesNotContain("secret");
      assertThat(inside.requests()).isEmpty();
    }
  }

  @Test
  void an_answer_that_trickles_without_end_is_given_up_with_the_query() {
    elsewhere.answers(FederationTest::trickle);
    try (TestServer hasty =
        TestServer.start(
            Settings.defaults()
                .withLimits(Limits.defaults().withQueryTime(Duration.ofMillis(800)))
                .withAllowedServices(List.of(elsewhere.url())))) {
      long begin = System.nanoTime();

      assertThat(
              csv(hasty, "SELECT * { SERVICE SILENT <$> { ?s ?p ?x } }", elsewhere.url())
                  .statusCode())
          .isEqualTo(503);
      // At the last row of a filter, where the engine itself no longer looks at the clock.
      assertThat(
              csv(
                      hasty,
                      "SELECT * { VALUES ?x { 1 } FILTER EXISTS { SERVICE <$> { ?s ?p ?x } } }",
                      elsewhere.url())
                  .statusCode())
          .isEqualTo(503);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
    }
  }

  private static void trickle(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", Elsewhere.JSON);
    exchange.sendResponseHeaders(200, 0);
    for (int i = 0; i < 500; i++) {
      exchange.getResponseBody().write(' ');
      exchange.getResponseBody().flush();
      try {
        Thread.sleep(20);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void what_the_asked_endpoint_is_to_ask_must_be_allowed_too() {
    try (Elsewhere last = Elsewhere.answering(200, Elsewhere.JSON, Elsewhere.row("far"));
        TestServer middle = allowing(last.url());
        TestServer narrow = allowing(middle.url() + "/sparql");
        TestServer wide = allowing(middle.url() + "/sparql", last.url())) {
      String query =
          "SELECT * { SERVICE <" + middle.url() + "/sparql> { SERVICE <$> { ?s ?p ?x } } }";

      assertThat(csv(narrow, query, last.url()).statusCode()).isEqualTo(403);
      assertThat(last.requests()).isEmpty();
      assertThat(csv(wide, query, last.url()).body()).contains("far");
    }
  }

  @Test
  void an_update_may_ask_an_allowed_endpoint_and_no_other() {
    elsewhere.answers(200, Elsewhere.JSON, Elsewhere.row("Asked"));
    try (TestServer writable =
        TestServer.start(
            Settings.defaults()
                .withToken(new Token(TestServer.TOKEN))
                .withAllowedServices(List.of(elsewhere.url())))) {
      String update =
          """
          INSERT { GRAPH <%s> { <https://w3id.org/demarche/id/actor/japan>
            <http://www.w3.org/2004/02/skos/core#altLabel> ?name } }
          WHERE { SERVICE <$> { ?s ?p ?x } BIND (STRLANG(?x, "en") AS ?name) }"""
              .formatted(GRAPH);

      assertThat(writable.update(update.replace("$", "http://inner.example/")).statusCode())
          .isEqualTo(403);
      HttpResponse<String> made = writable.update(update.replace("$", elsewhere.url()));
      assertThat(made.statusCode()).as(made.body()).isEqualTo(204);
      assertThat(csv(writable, "SELECT ?x { GRAPH <$> { ?s ?p ?x } }", GRAPH).body())
          .contains("Asked");
    }
  }

  @Test
  void a_redirect_is_not_followed_but_told() {
    try (Elsewhere target = Elsewhere.answering(200, Elsewhere.JSON, Elsewhere.row("inside"))) {
      elsewhere.answers(
          exchange -> {
            exchange.getResponseHeaders().set("Location", target.url() + "?secret=1");
            exchange.sendResponseHeaders(307, -1);
          });
      assertFailure("redirects to " + target.url() + "; redirects are not followed");
      assertThat(target.requests()).isEmpty();
    }
  }

  @Test
  void an_answer_that_is_no_sparql_result_is_not_shown() {
    elsewhere.answers(200, "text/html", "<p>root:secret</p>");
    assertFailure("answered with something else than a SPARQL result");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root:secret",
        "{\"head\":{},\"boolean\":true}",
        "[[[[",
        "{}",
        "",
        "{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bindings\":[{"
      })
  void a_result_that_cannot_be_read_is_not_shown(String body) {
    elsewhere.answers(200, Elsewhere.JSON, body);
    assertFailure("answered with a SPARQL result that can't be read");
  }

  @Test
  void a_status_of_failure_is_told_without_its_text() {
    elsewhere.answers(500, Elsewhere.JSON, "root:secret");
    assertFailure("answered with the status 500");
  }

  @Test
  void a_huge_answer_is_hung_up_on() {
    elsewhere.answers(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", Elsewhere.JSON);
          exchange.sendResponseHeaders(200, 0);
          byte[] spaces = " ".repeat(1_000_000).getBytes(UTF_8);
          while (true) {
            exchange.getResponseBody().write(spaces);
          }
        });
    assertFailure("answered with more than 20 MB or 200,000 rows");
  }

  @Test
  void an_endpoint_that_does_not_answer_is_given_up_with_the_query() {
    elsewhere.answers(FederationTest::sleep);
    try (TestServer hasty =
        TestServer.start(
            Settings.defaults()
                .withLimits(Limits.defaults().withQueryTime(Duration.ofSeconds(1)))
                .withAllowedServices(List.of(elsewhere.url())))) {
      long begin = System.nanoTime();
      HttpResponse<String> response =
          csv(hasty, "SELECT * { SERVICE SILENT <$> { ?s ?p ?o } }", elsewhere.url());

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
    }
  }

  @Test
  void an_endpoint_where_nobody_listens_is_told() {
    Elsewhere gone = Elsewhere.answering(200, Elsewhere.JSON, "");
    gone.close();
    try (TestServer hopeful = allowing(gone.url())) {
      assertFailure(hopeful, gone, "could not be reached");
    }
  }

  @Test
  void silent_passes_over_a_failure_of_an_allowed_endpoint() {
    elsewhere.answers(500, "text/plain", "root:secret");
    HttpResponse<String> response =
        csv("SELECT ?a ?x { VALUES ?a { 1 2 } SERVICE SILENT <$> { ?s ?p ?x } }", elsewhere.url());

    assertThat(response.body()).isEqualTo("a,x\r\n1,\r\n2,\r\n");
  }

  @Test
  void a_query_asks_a_thousand_times_at_most() {
    elsewhere.answers(200, Elsewhere.JSON, Elsewhere.row("hi"));
    StringBuilder values = new StringBuilder();
    for (int i = 0; i < 1_001; i++) {
      values.append("<x:").append(i).append("> ");
    }
    HttpResponse<String> response =
        server.post(
            "/sparql",
            "application/sparql-query",
            "SELECT (COUNT(*) AS ?n) { VALUES ?a { %s } FILTER EXISTS { SERVICE SILENT <%s> { ?s ?a ?x } } }"
                .formatted(values, elsewhere.url()));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).startsWith("SERVICE would ask more than 1,000 times");
    assertThat(elsewhere.requests()).hasSize(1_000);
  }

  private static TestServer allowing(String... endpoints) {
    return TestServer.start(Settings.defaults().withAllowedServices(List.of(endpoints)));
  }

  private static HttpResponse<String> csv(String query, String endpoint) {
    return csv(server, query, endpoint);
  }

  private static HttpResponse<String> csv(TestServer asked, String query, String endpoint) {
    return asked.query(query.replace("$", endpoint), "Accept", "text/csv, text/plain;q=0.5");
  }

  private static void assertFailure(String what) {
    assertFailure(server, elsewhere, what);
  }

  private static void assertFailure(TestServer asked, Elsewhere allowed, String what) {
    HttpResponse<String> response =
        csv(asked, "SELECT * { SERVICE <$> { ?s ?p ?x } }", allowed.url());

    assertThat(response.body()).isEqualTo("SERVICE asked 127.0.0.1, which " + what + ".\n");
    assertThat(response.statusCode()).isEqualTo(502);
  }

  private static void sleep(HttpExchange exchange) {
    try {
      Thread.sleep(Duration.ofSeconds(15));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
