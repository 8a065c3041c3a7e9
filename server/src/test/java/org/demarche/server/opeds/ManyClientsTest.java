package org.demarche.server.opeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.ontology.Graphs;
import org.demarche.server.DemarcheServer;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.demarche.server.access.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many clients at once, over a graph in a folder: each writer adds, replaces and removes an op-ed
 * of its own, and all of them count up in one that they share. For longer than some seconds with
 * {@code -DmanyClients.seconds=60}.
 */
@Timeout(600)
class ManyClientsTest {
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("manyClients.seconds", 3));
  private static final int WRITERS = 6;
  private static final int READERS = 4;
  private static final int STATEMENTS = 5;
  private static final String SHARED = "shared";

  private final HttpClient client = HttpClient.newHttpClient();
  private volatile Instant end = Instant.EPOCH;

  /** The version of each op-ed as it was acknowledged last; none where it was removed. */
  private final Map<String, Optional<Integer>> acknowledged = new ConcurrentHashMap<>();

  private final AtomicInteger counted = new AtomicInteger();
  private final AtomicInteger writes = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();
  private String url = "";

  @Test
  void every_reader_sees_whole_op_eds_and_nothing_that_was_acknowledged_is_lost(
      @TempDir Path folder) throws Exception {
    try (KnowledgeGraph graph = KnowledgeGraph.open(folder, DefaultGraph.UNION);
        DemarcheServer server =
            DemarcheServer.start(
                graph, Settings.defaults().withPort(0).withToken(new Token(TestServer.TOKEN)))) {
      url = server.url();
      TestServer.loadSample(graph);
      assertThat(write("PUT", "/op-eds/" + SHARED, opEd(SHARED, 0)).statusCode()).isEqualTo(201);
      atOnce();
      assertThat(versions(graph)).isEqualTo(expected());
    }
    try (KnowledgeGraph again = KnowledgeGraph.open(folder, DefaultGraph.UNION)) {
      assertThat(versions(again)).isEqualTo(expected());
    }
    if (TIME.toSeconds() > 10) {
      System.out.printf(
          "%d writes (%d of them counts in one op-ed), %d reads in %s%n",
          writes.get(), counted.get(), reads.get(), TIME);
    }
  }

  private void atOnce() throws Exception {
    end = Instant.now().plus(TIME);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<?>> clients = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        String slug = "own-" + i;
        Random random = new Random(i);
        acknowledged.put(slug, Optional.empty());
        clients.add(threads.submit(() -> write(slug, random)));
      }
      for (int i = 0; i < READERS; i++) {
        Random random = new Random(100 + i);
        clients.add(threads.submit(() -> read(random)));
      }
      for (Future<?> each : clients) {
        each.get();
      }
    }
    assertThat(writes.get()).isGreaterThanOrEqualTo(WRITERS);
    assertThat(reads.get()).isGreaterThanOrEqualTo(READERS);
  }

  private Void write(String slug, Random random) throws IOException, InterruptedException {
    String path = "/op-eds/" + slug;
    for (int version = 1; Instant.now().isBefore(end); version++) {
      boolean there = requireNonNull(acknowledged.get(slug)).isPresent();
      switch (random.nextInt(4)) {
        case 0 -> {
          int status = write("POST", "/op-eds", opEd(slug, version)).statusCode();
          assertThat(status).isEqualTo(there ? 409 : 201);
          if (!there) {
            acknowledged.put(slug, Optional.of(version));
          }
        }
        case 1 -> {
          assertThat(write("DELETE", path, "").statusCode()).isEqualTo(there ? 204 : 404);
          acknowledged.put(slug, Optional.empty());
        }
        case 2 -> countUp();
        default -> {
          int status = write("PUT", path, opEd(slug, version)).statusCode();
          assertThat(status).isEqualTo(there ? 200 : 201);
          acknowledged.put(slug, Optional.of(version));
        }
      }
      writes.incrementAndGet();
    }
    return null;
  }

  /** Whoever comes too late is told, and has changed nothing. */
  private void countUp() throws IOException, InterruptedException {
    HttpResponse<String> read = get("/op-eds/" + SHARED, "text/turtle");
    HttpResponse<String> written =
        write(
            "PUT",
            "/op-eds/" + SHARED,
            opEd(SHARED, version(parse(read)) + 1),
            "If-Match",
            read.headers().firstValue("ETag").orElseThrow());
    assertThat(written.statusCode()).isIn(200, 412);
    if (written.statusCode() == 200) {
      counted.incrementAndGet();
    }
  }

  private Void read(Random random) throws IOException, InterruptedException {
    while (Instant.now().isBefore(end)) {
      switch (random.nextInt(3)) {
        case 0 -> {
          HttpResponse<String> one = get("/op-eds/own-" + random.nextInt(WRITERS), "text/turtle");
          assertThat(one.statusCode()).isIn(200, 404);
          if (one.statusCode() == 200) {
            version(parse(one));
          }
        }
        case 1 -> {
          HttpResponse<String> list = get("/op-eds", "application/json");
          assertThat(list.statusCode()).isEqualTo(200);
          JSON.parse(list.body())
              .getArray("opEds")
              .filter(opEd -> !opEd.getAsObject().getString("path").contains("sample"))
              .forEach(
                  opEd ->
                      assertThat(
                              opEd.getAsObject().get("statements").getAsNumber().value().intValue())
                          .isEqualTo(STATEMENTS));
        }
        default -> {
          HttpResponse<String> torn =
              get(
                  "/sparql?format=csv&query="
                      + TestServer.encoded(
                          "SELECT ?g (COUNT(?s) AS ?n) (COUNT(DISTINCT ?v) AS ?versions) { GRAPH ?g"
                              + " { ?s <https://w3id.org/demarche/ontology#source> ?o ;"
                              + " <http://www.w3.org/2000/01/rdf-schema#label> ?v }"
                              + " FILTER (!CONTAINS(STR(?g), \"sample\")) }"
                              + " GROUP BY ?g HAVING (?n != 5 || ?versions != 1)"),
                  "text/csv");
          assertThat(torn.statusCode()).isEqualTo(200);
          assertThat(torn.body().lines()).hasSize(1);
        }
      }
      reads.incrementAndGet();
    }
    return null;
  }

  private Map<String, Integer> expected() {
    Map<String, Integer> expected = new ConcurrentHashMap<>();
    expected.put(SHARED, counted.get());
    acknowledged.forEach((slug, version) -> version.ifPresent(it -> expected.put(slug, it)));
    return expected;
  }

  private Map<String, Integer> versions(KnowledgeGraph graph) {
    Map<String, Integer> versions = new ConcurrentHashMap<>();
    try (Snapshot snapshot = graph.snapshot()) {
      List<String> slugs = new ArrayList<>(acknowledged.keySet());
      slugs.add(SHARED);
      for (String slug : slugs) {
        Graph opEd = snapshot.dataset().getGraph(Graphs.opEd(slug));
        if (!opEd.isEmpty()) {
          versions.put(slug, version(opEd));
        }
      }
    }
    return versions;
  }

  /** The version that all of an op-ed is of. */
  private static int version(Graph opEd) {
    String title = text(opEd, DCTerms.title.asNode()).getFirst();
    assertThat(text(opEd, RDFS.Nodes.label)).hasSize(STATEMENTS).containsOnly(title);
    return Integer.parseInt(title);
  }

  private static List<String> text(Graph graph, Node property) {
    return graph
        .find(Node.ANY, property, Node.ANY)
        .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
        .toList();
  }

  private static Graph parse(HttpResponse<String> turtle) {
    return RDFParser.fromString(turtle.body(), Lang.TURTLE).toGraph();
  }

  private HttpResponse<String> get(String path, String accept)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(url + path)).header("Accept", accept).build(),
        BodyHandlers.ofString(UTF_8));
  }

  private HttpResponse<String> write(String method, String path, String turtle, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(method, BodyPublishers.ofString(turtle))
            .header("Content-Type", "text/turtle")
            .header("Authorization", "Bearer " + TestServer.TOKEN);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString(UTF_8));
  }

  private static String opEd(String slug, int version) {
    StringBuilder turtle =
        new StringBuilder(
            """
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX dem: <https://w3id.org/demarche/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            BASE <https://w3id.org/demarche/id/>
            <op-ed/SLUG> a dem:OpEd ; dcterms:title "VERSION" .
            <passage/SLUG/P1> a dem:Passage ; dem:paragraph "P1" .
            """);
    for (int i = 1; i <= STATEMENTS; i++) {
      turtle.append(
          """
          <statement/SLUG/F00%d> a dem:Statement ; rdfs:label "VERSION" ; dem:source <op-ed/SLUG> ;
            dem:passage <passage/SLUG/P1> ; dem:heldBy <actor/japan> ; dem:about <actor/japan> .
          """
              .formatted(i));
    }
    return turtle.toString().replace("SLUG", slug).replace("VERSION", Integer.toString(version));
  }
}
