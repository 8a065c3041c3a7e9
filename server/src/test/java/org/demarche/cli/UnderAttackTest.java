package org.demarche.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server in a process of its own, with a heap of 400 MB, against clients that mean it ill. All of
 * it on this machine, bounded in number and time.
 */
class UnderAttackTest {
  private static final String ENDLESS =
      "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r . ?s ?t ?u . ?v ?w ?x";

  @TempDir private static Path folder;

  private static final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private static String url = "";

  @SuppressWarnings("NullAway.Init")
  private static Process process;

  @BeforeAll
  static void start() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString())
            .redirectError(folder.resolve("log").toFile())
            .start();
    BufferedReader out = process.inputReader(UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.strip().startsWith("SPARQL")) {
        url = line.strip().replaceFirst("SPARQL\\s+", "").replace("/sparql", "");
        break;
      }
    }
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    process.destroy();
    process.waitFor();
  }

  @Test
  void a_sort_or_group_of_ten_million_rows_fails_alone() throws Exception {
    // Three of these triple patterns give some hundred million rows.
    String rows = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i";
    for (String query :
        List.of(
            "SELECT ?a ?d ?g { " + rows + " } ORDER BY ?c ?f ?i",
            "SELECT ?a ?d ?g (COUNT(*) AS ?n) { " + rows + " } GROUP BY ?a ?d ?g ?c ?f ?i",
            "SELECT DISTINCT ?a ?b ?c ?d ?e ?f ?g ?h ?i { " + rows + " } OFFSET 100000000")) {
      HttpResponse<String> answer = query(query);

      assertThat(answer.statusCode()).as(query + answer.body()).isEqualTo(503);
      assertAnswersQuickly();
    }
  }

  @Test
  void two_hundred_slow_queries_and_slow_senders_leave_health_and_canned_queries_quick()
      throws Exception {
    Set<Integer> statuses = new TreeSet<>();
    List<Socket> sockets = new ArrayList<>();
    try (ExecutorService attackers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> slow = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        slow.add(
            attackers.submit(
                () -> query("SELECT (COUNT(*) AS ?n) { " + ENDLESS + " }").statusCode()));
      }
      for (int i = 0; i < 100; i++) {
        sockets.add(sendSlowly());
      }
      for (int i = 0; i < 40; i++) {
        // Ask, and go at once.
        try (Socket socket = open()) {
          write(
              socket,
              "GET /sparql?query="
                  + encoded("SELECT * {" + ENDLESS + "}")
                  + " HTTP/1.1\r\nHost: x\r\n\r\n");
        }
      }
      statuses.add(post("(".repeat(10_000)).statusCode());
      statuses.add(
          post("SELECT * { FILTER " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + " }")
              .statusCode());
      statuses.add(
          query("SELECT * { ?s " + "(".repeat(5_000) + "<x:p>" + ")".repeat(5_000) + " ?o }")
              .statusCode());
      Instant end = Instant.now().plusSeconds(8);
      List<Duration> taken = new ArrayList<>();
      while (Instant.now().isBefore(end)) {
        taken.addAll(assertAnswersQuickly());
      }
      System.out.println(
          "Under attack: %d answers, the slowest after %s"
              .formatted(taken.size(), taken.stream().max(Duration::compareTo).orElseThrow()));
      assertThat(taken.stream().filter(time -> time.compareTo(Duration.ofSeconds(1)) > 0))
          .as("slower than a second")
          .hasSizeLessThanOrEqualTo(taken.size() / 20);
      for (Future<Integer> one : slow) {
        statuses.add(one.get());
      }
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }

    assertThat(statuses).doesNotContain(500, 200);
    assertThat(statuses).contains(429, 503);
    assertAnswersQuickly();
  }

  @Test
  void two_hundred_megabytes_are_not_read() throws Exception {
    try (Socket socket = open()) {
      write(
          socket,
          """
          POST /sparql HTTP/1.1\r
          Host: x\r
          Content-Type: application/sparql-query\r
          Content-Length: 200000000\r
          \r
          """);
      byte[] answer = new byte[100];
      socket.setSoTimeout(10_000);
      int read = socket.getInputStream().read(answer);

      assertThat(new String(answer, 0, read, UTF_8)).startsWith("HTTP/1.1 413 ");
    }
    assertAnswersQuickly();
  }

  /** How long each took. A machine that is busy with other things may hold up one or two. */
  private static List<Duration> assertAnswersQuickly() throws Exception {
    List<Duration> taken = new ArrayList<>();
    for (String path : List.of("/health/live", "/queries/op-eds?format=csv")) {
      Instant before = Instant.now();
      int status = get(path).statusCode();
      assertThat(status).as(path).isEqualTo(200);
      taken.add(Duration.between(before, Instant.now()));
      assertThat(taken.getLast()).as(path).isLessThan(Duration.ofSeconds(5));
    }
    return taken;
  }

  private static Socket sendSlowly() throws IOException {
    Socket socket = open();
    write(
        socket,
        """
        POST /sparql HTTP/1.1\r
        Host: x\r
        Content-Type: application/sparql-query\r
        Content-Length: 900000\r
        \r
        SELECT""");
    return socket;
  }

  private static Socket open() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), URI.create(url).getPort());
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  private static HttpResponse<String> query(String query) throws Exception {
    return get("/sparql?query=" + encoded(query));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(url + "/sparql"))
            .header("Content-Type", "application/sparql-query")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
