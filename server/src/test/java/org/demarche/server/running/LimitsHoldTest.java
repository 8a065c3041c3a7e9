package org.demarche.server.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonValue;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.demarche.server.access.Token;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What one client may take is bounded, and what runs can be seen and stopped. */
class LimitsHoldTest {
  /** More rows than any time-out allows. */
  private static final String ENDLESS =
      "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r . ?s ?t ?u . ?v ?w ?x";

  private static final String SLOW = "SELECT (COUNT(*) AS ?n) { " + ENDLESS + " }";
  private static final String BEARER = "Bearer " + TestServer.TOKEN;

  @AutoClose
  private static final TestServer server =
      TestServer.start(
          Settings.defaults()
              .withToken(new Token(TestServer.TOKEN))
              .withLimits(
                  Limits.defaults()
                      .withQueryTime(Duration.ofSeconds(20))
                      .withQueries(1, 1)
                      .withRows(50)));

  @Test
  void who_finds_all_places_taken_and_the_queue_full_is_told_to_come_back() {
    CompletableFuture<HttpResponse<String>> first = start(SLOW);
    await(() -> running().size() == 1);
    CompletableFuture<HttpResponse<String>> second = start(SLOW);
    await(() -> metric("demarche_queries_waiting") == 1);

    HttpResponse<String> third = server.query("ASK {}");

    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.headers().firstValue("Retry-After")).isPresent();
    assertThat(third.body()).startsWith("As many queries as the server takes at once are running");
    assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(server.get("/queries/op-eds").statusCode()).isEqualTo(200);
    assertThat(server.get("/").statusCode()).isEqualTo(200);

    cancelAll();
    assertThat(first.join().statusCode()).isEqualTo(503);
    await(
        () -> {
          cancelAll();
          return second.isDone();
        });
  }

  @Test
  void who_has_the_token_sees_what_runs_and_can_cancel_it() {
    CompletableFuture<HttpResponse<String>> slow = start(SLOW);
    await(() -> running().size() == 1);

    JsonValue seen = running().getFirst();
    assertThat(seen.getAsObject().getString("text")).isEqualTo(SLOW);
    assertThat(server.get("/running").statusCode()).isEqualTo(401);
    assertThat(
            server.send("DELETE", "/running/none", nobody(), "Authorization", BEARER).statusCode())
        .isEqualTo(404);

    cancelAll();

    HttpResponse<String> told = slow.join();
    assertThat(told.statusCode()).isEqualTo(503);
    assertThat(told.body()).isEqualTo("The query was cancelled by the operator.\n");
    assertThat(told.headers().firstValue(Executions.ID_HEADER))
        .contains(seen.getAsObject().getString("id"));
  }

  @Test
  void a_client_that_goes_ends_its_query() throws IOException {
    double before = outcome("client-left");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /sparql?query=%s HTTP/1.1\r\nHost: x\r\n\r\n"
                  .formatted(TestServer.encoded(SLOW))
                  .getBytes(UTF_8));
      await(() -> running().size() == 1);
    }
    Instant left = Instant.now();

    await(() -> running().isEmpty());

    assertThat(Duration.between(left, Instant.now())).isLessThan(Duration.ofSeconds(5));
    await(() -> outcome("client-left") == before + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?a ?b ?c . ?d ?e ?f }",
        "CONSTRUCT { ?a ?b ?f } WHERE { ?a ?b ?c . ?d ?e ?f }"
      })
  void a_result_over_the_limit_of_rows_is_refused_and_never_cut_short(String query) {
    double before = outcome("too-large");

    HttpResponse<String> response = server.query(query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).startsWith("The result has more than 50 rows");
    assertThat(outcome("too-large")).isEqualTo(before + 1);
  }

  @Test
  void each_query_is_counted_by_its_outcome() {
    double answered = outcome("answered");
    double refused = outcome("refused");

    server.query("SELECT * { ?s ?p ?o } LIMIT 7");
    server.query("SELECT * {");

    assertThat(outcome("answered")).isEqualTo(answered + 1);
    assertThat(outcome("refused")).isEqualTo(refused + 1);
    assertThat(metric("demarche_heap_max_bytes")).isPositive();
    assertThat(server.get("/metrics").headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
  }

  @ParameterizedTest
  @CsvSource({
    "/sparql?query=SELECT+*+%7B+?s+?p+?o+%7D+LIMIT+7, kind=query, rows=7",
    "/data?default, kind=graph, rows=[1-9]\\d+",
    "/queries/op-eds, kind=canned, rows=\\d+"
  })
  void each_query_has_a_line_in_the_log_which_its_answer_names(
      String path, String kind, String rows) {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Logger log = (Logger) LoggerFactory.getLogger("org.demarche.query-log");
    log.addAppender(lines);
    log.setLevel(Level.INFO);
    lines.start();
    try {
      String id = server.get(path).headers().firstValue(Executions.ID_HEADER).orElseThrow();

      await(() -> !lines.list.isEmpty());
      assertThat(lines.list.getFirst().getFormattedMessage())
          .matches(
              "id=%s %s client=127\\.0\\.0\\.1 hash=[0-9a-f]{16} %s bytes=\\d+ ms=\\d+ outcome=answered"
                  .formatted(id, kind, rows));
    } finally {
      log.detachAppender(lines);
    }
  }

  private static CompletableFuture<HttpResponse<String>> start(String query) {
    return CompletableFuture.supplyAsync(() -> server.query(query));
  }

  private static List<JsonValue> running() {
    return JSON
        .parse(server.get("/running", "Authorization", BEARER).body())
        .get("running")
        .getAsArray()
        .stream()
        .toList();
  }

  private static void cancelAll() {
    running()
        .forEach(
            query ->
                server.send(
                    "DELETE",
                    "/running/" + query.getAsObject().getString("id"),
                    nobody(),
                    "Authorization",
                    BEARER));
  }

  private static double outcome(String outcome) {
    return metric("demarche_queries_total{kind=\"query\",outcome=\"" + outcome + "\"}");
  }

  private static double metric(String name) {
    Matcher line =
        Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$")
            .matcher(server.get("/metrics").body());
    return line.find() ? Double.parseDouble(line.group(1)) : 0;
  }

  private static BodyPublisher nobody() {
    return BodyPublishers.noBody();
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plusSeconds(15);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
