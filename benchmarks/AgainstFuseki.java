import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks Demarche and Fuseki the same queries by turns, and prints how long each took. Before that it
 * copies Demarche's dataset into Fuseki, which is empty then, and makes sure that both give the
 * same answers. {@code benchmarks/against-fuseki} starts it.
 *
 * <p>A round asks every query of both servers, one block of requests each; who comes first changes
 * with the round. So whatever else the machine does falls on both.
 */
final class AgainstFuseki {
  private static final int WARM_UP_ROUNDS = 4;
  private static final int ROUNDS = 8;
  private static final Duration BLOCK = Duration.ofMillis(300);

  /** As many as Demarche runs at once, so that none is turned away. */
  private static final int CLIENTS = 4;

  private static final double MOST_LATENCY = 1.05;
  private static final double LEAST_THROUGHPUT = 0.95;

  private static final String EVERYTHING =
      "SELECT ?graph ?subject ?property ?value { GRAPH ?graph { ?subject ?property ?value } }";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * Arguments: Demarche's SPARQL endpoint and process, the dataset of Fuseki and its process, and
   * the folder of the queries.
   */
  public static void main(String[] arguments) throws Exception {
    Server demarche = new Server(arguments[0], process(arguments[1]));
    Server fuseki = new Server(arguments[2] + "/sparql", process(arguments[3]));
    URI fusekiData = URI.create(arguments[2] + "/data");
    new AgainstFuseki().run(demarche, fusekiData, fuseki, Path.of(arguments[4]));
  }

  private static ProcessHandle process(String id) {
    return ProcessHandle.of(Long.parseLong(id)).orElseThrow();
  }

  private void run(Server demarche, URI fusekiData, Server fuseki, Path folder)
      throws Exception {
    copy(demarche, fusekiData, fuseki);
    List<Case> cases = new ArrayList<>();
    for (Path file : queries(folder)) {
      cases.add(compared(Query.read(file), demarche, fuseki));
    }
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
        if (round == WARM_UP_ROUNDS) {
          cases.forEach(Case::forget);
        }
        for (Case each : cases) {
          for (Side side : round % 2 == 0 ? each.sides() : each.sides().reversed()) {
            side.latencies.addAll(block(side.request));
          }
        }
        for (Case each : cases) {
          for (Side side : round % 2 == 0 ? each.sides() : each.sides().reversed()) {
            load(side, clients);
          }
        }
      }
    }
    print(cases);
  }

  // --- The data

  /** By way of a table, since only there blank nodes keep their names across graphs. */
  private void copy(Server from, URI to, Server filled) throws Exception {
    String table = answer(request(from, EVERYTHING, "text/tab-separated-values"));
    String trig = table.lines().skip(1).map(AgainstFuseki::trig).collect(Collectors.joining("\n"));
    HttpRequest put =
        HttpRequest.newBuilder(to)
            .header("Content-Type", "application/trig")
            .PUT(BodyPublishers.ofString(trig))
            .build();
    HttpResponse<String> stored = http.send(put, BodyHandlers.ofString());
    if (stored.statusCode() >= 300) {
      throw new IllegalStateException("Fuseki refused the data: " + stored);
    }
    Query everything = new Query("everything", EVERYTHING, "text/tab-separated-values");
    compared(everything, from, filled);
  }

  /** Terms are written in tables as in TriG. */
  private static String trig(String row) {
    String[] terms = row.split("\t");
    return "%s { %s %s %s }".formatted((Object[]) terms);
  }

  // --- The queries

  private static List<Path> queries(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".rq")).sorted().toList();
    }
  }

  private Case compared(Query query, Server demarche, Server fuseki) throws Exception {
    List<String> ours = lines(answer(request(demarche, query.text, query.comparedAs())));
    List<String> theirs = lines(answer(request(fuseki, query.text, query.comparedAs())));
    if (!ours.equals(theirs)) {
      throw new IllegalStateException(
          "The answers to %s differ: %d lines by Demarche, %d by Fuseki. So times prove nothing."
              .formatted(query.name, ours.size(), theirs.size()));
    }
    return new Case(
        query.name,
        ours.size() - (query.isTable() ? 1 : 0),
        new Side(request(demarche, query.text, query.accept), demarche),
        new Side(request(fuseki, query.text, query.accept), fuseki));
  }

  /** Sorted, and without the names of blank nodes, which every answer makes anew. */
  private static List<String> lines(String answer) {
    return answer.lines().map(line -> line.replaceAll("_:\\w+", "_:")).sorted().toList();
  }

  private static HttpRequest request(Server server, String query, String accept) {
    String url = server.endpoint + "?query=" + URLEncoder.encode(query, UTF_8);
    return HttpRequest.newBuilder(URI.create(url))
        .header("Accept", accept)
        .build();
  }

  private String answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    requireAnswered(response);
    return response.body();
  }

  private static void requireAnswered(HttpResponse<?> response) {
    if (response.statusCode() != 200) {
      throw new IllegalStateException("No answer to " + response);
    }
  }

  // --- The times

  /** The nanoseconds that each of some requests took, one after the other. */
  private List<Long> block(HttpRequest request) throws IOException, InterruptedException {
    List<Long> taken = new ArrayList<>();
    long end = System.nanoTime() + BLOCK.toNanos();
    long before = System.nanoTime();
    while (before < end) {
      requireAnswered(http.send(request, BodyHandlers.ofByteArray()));
      long after = System.nanoTime();
      taken.add(after - before);
      before = after;
    }
    return taken;
  }

  /** Each client asks again as soon as it has its answer. */
  private void load(Side side, ExecutorService clients) throws Exception {
    Callable<List<Long>> client = () -> block(side.request);
    Duration computedBefore = side.server.computed();
    long start = System.nanoTime();
    for (Future<List<Long>> each : clients.invokeAll(Collections.nCopies(CLIENTS, client))) {
      side.answered += each.get().size();
    }
    side.loaded = side.loaded.plusNanos(System.nanoTime() - start);
    side.computed = side.computed.plus(side.server.computed()).minus(computedBefore);
  }

  // --- The table

  private static void print(List<Case> cases) {
    System.out.println(
        """
        | query | rows | median, ms: Demarche | Fuseki | ratio | 95 %, ms: Demarche | Fuseki \
        | requests/s: Demarche | Fuseki | ratio | CPU, ms: Demarche | Fuseki | ratio |
        |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|""");
    cases.forEach(each -> System.out.println(each.row()));
    double latency = mean(cases, Case::latency);
    double throughput = mean(cases, Case::throughput);
    double computing = mean(cases, Case::computing);
    say(
        "| geometric mean | | | | %.2f | | | | | %.2f | | | %.2f |",
        latency, throughput, computing);
    System.out.println();
    say(
        "Goal, for each query: latency at most %.2f, throughput at least %.2f. %s",
        MOST_LATENCY,
        LEAST_THROUGHPUT,
        cases.stream()
            .filter(each -> !each.isWithinGoal())
            .map(Case::name)
            .collect(
                Collectors.collectingAndThen(
                    Collectors.joining(", "),
                    missed -> missed.isEmpty() ? "Met." : "Missed by " + missed + ".")));
  }

  private static double mean(List<Case> cases, ToDoubleFunction<Case> ratio) {
    return Math.exp(
        cases.stream()
            .mapToDouble(each -> Math.log(ratio.applyAsDouble(each)))
            .average()
            .orElseThrow());
  }

  private static void say(String line, Object... values) {
    System.out.println(line.formatted(values));
  }

  /**
   * @param accept as it is timed
   */
  private record Query(String name, String text, String accept) {
    private static final String JSON = "application/sparql-results+json";
    private static final String TRIPLES = "application/n-triples";

    static Query read(Path file) throws IOException {
      String text = Files.readString(file);
      String name = file.getFileName().toString().replace(".rq", "");
      return new Query(name, text, text.contains("CONSTRUCT") ? TRIPLES : JSON);
    }

    boolean isTable() {
      return !accept.equals(TRIPLES);
    }

    /** One line for each row. */
    String comparedAs() {
      return isTable() ? "text/tab-separated-values" : accept;
    }
  }

  private record Server(String endpoint, ProcessHandle process) {
    /** What its process has computed since its start, on all cores. */
    Duration computed() {
      return process.info().totalCpuDuration().orElseThrow();
    }
  }

  /** One server's part in a case, with what was measured. */
  private static final class Side {
    final HttpRequest request;
    final Server server;
    final List<Long> latencies = new ArrayList<>();
    int answered;
    Duration loaded = Duration.ZERO;
    Duration computed = Duration.ZERO;

    Side(HttpRequest request, Server server) {
      this.request = request;
      this.server = server;
    }

    void forget() {
      latencies.clear();
      answered = 0;
      loaded = Duration.ZERO;
      computed = Duration.ZERO;
    }

    /** Milliseconds that this part of the requests didn't exceed. */
    double latency(double part) {
      long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
      return sorted[(int) (part * (sorted.length - 1))] / 1e6;
    }

    /** Requests per second. */
    double rate() {
      return answered / (loaded.toNanos() / 1e9);
    }

    /** Milliseconds of one core for one request. */
    double computing() {
      return computed.toNanos() / 1e6 / answered;
    }
  }

  private record Case(String name, int rows, Side demarche, Side fuseki) {
    List<Side> sides() {
      return List.of(demarche, fuseki);
    }

    void forget() {
      sides().forEach(Side::forget);
    }

    double latency() {
      return demarche.latency(0.5) / fuseki.latency(0.5);
    }

    double throughput() {
      return demarche.rate() / fuseki.rate();
    }

    double computing() {
      return demarche.computing() / fuseki.computing();
    }

    boolean isWithinGoal() {
      return latency() <= MOST_LATENCY && throughput() >= LEAST_THROUGHPUT;
    }

    String row() {
      return "| `%s` | %d | %.2f | %.2f | %.2f | %.2f | %.2f | %.0f | %.0f | %.2f"
          .concat(" | %.2f | %.2f | %.2f |")
          .formatted(
              name,
              rows,
              demarche.latency(0.5),
              fuseki.latency(0.5),
              latency(),
              demarche.latency(0.95),
              fuseki.latency(0.95),
              demarche.rate(),
              fuseki.rate(),
              throughput(),
              demarche.computing(),
              fuseki.computing(),
              computing());
    }
  }
}
