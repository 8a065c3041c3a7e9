package org.demarche.server.sparql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.demarche.server.running.Limits;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeoutTest {
  private static final String EXPECTED =
      "The time for one request was up before the answer was complete, so there is none. Ask for"
          + " less at once, for example with LIMIT.\n";

  private static final Duration QUERY_TIME = Duration.ofMillis(700);

  /** More rows than any time-out allows. */
  private static final String ENDLESS =
      "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r . ?s ?t ?u . ?v ?w ?x";

  @AutoClose
  private static final TestServer server =
      TestServer.start(Settings.defaults().withLimits(Limits.defaults().withQueryTime(QUERY_TIME)));

  @Test
  void a_query_that_takes_too_long_is_given_up_and_says_so() {
    Instant before = Instant.now();

    HttpResponse<String> response = server.query("SELECT (COUNT(*) AS ?n) { " + ENDLESS + " }");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).contains("30");
    assertThat(response.body()).isEqualTo(EXPECTED);
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ENDLESS } ORDER BY ?c ?x",
        "SELECT * { ENDLESS } ORDER BY DESC(CONCAT(STR(?c), STR(?x))) LIMIT 10",
        "SELECT ?a (GROUP_CONCAT(?x) AS ?all) { ENDLESS } GROUP BY ?a",
        "SELECT (COUNT(DISTINCT ?x) AS ?n) { ENDLESS }",
        "SELECT ?b (AVG(?x) AS ?n) { ENDLESS } GROUP BY ?b HAVING (COUNT(?c) > 7)",
        "SELECT DISTINCT ?a ?d ?g ?j { ENDLESS } OFFSET 1000000000",
        "SELECT (COUNT(*) AS ?n) { ?a (!<x:p>)* ?b . ?c (!<x:p>|^!<x:p>)+ ?d . ?e (!<x:p>)* ?f }",
        "SELECT (COUNT(*) AS ?n) { ?a ((!<x:p>|^!<x:p>)*/(!<x:p>|^!<x:p>)*)* ?b }",
        "SELECT * { ENDLESS FILTER (CONCAT(STR(?a), STR(?x)) = 'none') }",
        "SELECT * { ?a ?b ?c MINUS { ENDLESS FILTER (?x != ?w) } }",
        "SELECT * { ?y ?z ?0 FILTER NOT EXISTS { ENDLESS FILTER (CONCAT(STR(?a), STR(?x)) = 'no') } }",
        "SELECT * { { SELECT ?a { ENDLESS } ORDER BY ?x } UNION { SELECT ?a { ENDLESS } ORDER BY ?w } }",
        "SELECT * { ?a ?b ?c OPTIONAL { ENDLESS } FILTER (!BOUND(?x)) }",
        "SELECT * { GRAPH ?g0 { ENDLESS } FILTER (STRLEN(STR(?x)) < 0) }",
        "SELECT (SUM(STRLEN(REPLACE(CONCAT(STR(?a), STR(?c)), 'e', 'eeee'))) AS ?n) { ENDLESS }"
      })
  void the_processor_is_free_within_two_seconds_of_the_time_out(String query) {
    Instant before = Instant.now();

    HttpResponse<String> response = server.query(query.replace("ENDLESS", ENDLESS));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(Duration.between(before, Instant.now()))
        .isLessThan(QUERY_TIME.plus(Duration.ofSeconds(2)));
    // Whoever answers is the thread that computed.
    assertThat(server.get("/metrics").body()).contains("\ndemarche_queries_running 0");
  }

  @Test
  void every_kind_of_query_is_given_up() {
    assertThat(
            server
                .query("ASK { " + ENDLESS + " FILTER (CONCAT(STR(?a), STR(?x)) = \"none\") }")
                .statusCode())
        .isEqualTo(503);
    assertThat(server.query("CONSTRUCT { ?a ?b ?c } WHERE { " + ENDLESS + " }").statusCode())
        .isEqualTo(503);
    assertThat(server.query("DESCRIBE ?a { " + ENDLESS + " }").statusCode()).isEqualTo(503);
  }

  @Test
  void what_had_been_written_before_is_not_sent_as_if_it_were_whole() {
    // The first row is there at once, and waits in the buffer when the time is up.
    String query =
        "SELECT * { VALUES ?z { 1 2 } OPTIONAL { "
            + ENDLESS
            + " FILTER (?z = 2 && CONCAT(STR(?a), STR(?x)) = \"none\") } }";

    HttpResponse<String> response = server.query(query);

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).isEqualTo(EXPECTED);
  }

  @Test
  void an_answer_that_had_begun_is_broken_off_and_never_ends_as_if_it_were_whole()
      throws IOException {
    String query = TestServer.encoded("SELECT * { " + ENDLESS + " }");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              "GET /sparql?format=csv&query=%s HTTP/1.1\r\nHost: x\r\n\r\n"
                  .formatted(query)
                  .getBytes(UTF_8));

      String answer = untilClosed(socket);

      assertThat(answer).startsWith("HTTP/1.1 200 OK").contains("Transfer-Encoding: chunked");
      assertThat(answer).doesNotEndWith("\r\n0\r\n\r\n").doesNotContain("cancelled", "Incomplete");
    }
  }

  @Test
  void a_client_may_ask_for_less_time_but_not_for_more() {
    String count = TestServer.encoded("SELECT (COUNT(*) AS ?n) { " + ENDLESS + " }");
    Instant before = Instant.now();

    assertThat(server.get("/sparql?timeout=600&query=" + count).statusCode()).isEqualTo(503);
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (REGEX(TEXT, \"^(.*x){20}$\") AS ?m) { }",
        "SELECT (REGEX(TEXT, \"^(x+)+\\\\1$\") AS ?m) { }",
        "SELECT (REPLACE(TEXT, \"^(.*x){20}$\", \"\") AS ?m) { }",
        "SELECT * { BIND (TEXT AS ?t) FILTER (REPLACE(?t, \"^(.*x){20}$\", \"\", \"i\") = ?t) }",
        "SELECT * { BIND (\"^(.*x){20}$\" AS ?r) FILTER REGEX(TEXT, ?r, \"i\") }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { ?s ?q ?r FILTER REGEX(TEXT, \"^(.*x){20}$\") } }",
        "SELECT * { ?s ?p ?o MINUS { ?s ?q ?r FILTER REGEX(TEXT, \"^(.*x){20}$\") } }",
        "SELECT * { ?s ?p ?o } ORDER BY REGEX(TEXT, \"^(.*x){20}$\")",
        "SELECT ?m { ?s ?p ?o } GROUP BY (REGEX(TEXT, \"^(.*x){20}$\") AS ?m)",
        "SELECT (SUM(IF(REGEX(TEXT, \"^(.*x){20}$\"), 1, 0)) AS ?m) { ?s ?p ?o }",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING REGEX(TEXT, \"^(.*x){20}$\")",
        "SELECT * { { SELECT (REGEX(TEXT, \"^(.*x){20}$\") AS ?m) { } } }",
        "ASK { ?s ?p ?o OPTIONAL { ?s ?q ?r FILTER REGEX(TEXT, \"^(.*x){20}$\") } FILTER (!BOUND(?q)) }",
      })
  void a_regular_expression_that_explodes_is_given_up_wherever_it_stands(String query) {
    String text = "\"" + "x".repeat(44) + "!\"";

    HttpResponse<String> response = server.query(query.replace("TEXT", text));

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).isEqualTo(EXPECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"matches", "replace"})
  void xpaths_functions_of_regular_expressions_are_unknown(String function) {
    String call = "<http://www.w3.org/2005/xpath-functions#" + function + ">(\"x\", \"x\", \"\")";

    assertThat(server.query("SELECT (" + call + " AS ?m) { }", "Accept", "text/csv").body())
        .isEqualTo("m\r\n\r\n");
  }

  /** All that comes before the other side closes or resets the connection. */
  private static String untilClosed(Socket socket) throws IOException {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    byte[] buffer = new byte[65_536];
    try {
      for (int read = 0; read >= 0; read = socket.getInputStream().read(buffer)) {
        // Only the end matters, and the head.
        if (received.size() > 200_000_000) {
          throw new IOException("The answer doesn't end");
        }
        received.write(buffer, 0, read);
      }
    } catch (SocketException _) {
      // Reset: broken off, as it should be.
    }
    return received.toString(UTF_8);
  }
}
