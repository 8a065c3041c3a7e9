import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;

/**
 * Pages over one op-ed and over many. {@code benchmarks/many-op-eds} starts it.
 *
 * <p>The many are copies of the one, each with statements, passages and a graph of its own, about
 * the same actors, agreements and events: so everything that is said of Japan is said ten thousand
 * times, which is worse than any real corpus. The copies go into the store past the commit path, as
 * only what pages cost is measured.
 */
final class ManyOpEds {
  private static final String SLUG = "botto-2019-gsomia";
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 30;

  private static final List<String> PAGES =
      List.of(
          "/",
          "/id/actor/japan",
          "/id/actor/government-of-south-korea",
          "/id/actor/kathryn-botto",
          "/id/agreement/gsomia-japan-south-korea",
          "/id/event/gsomia-withdrawal-postponed",
          "/id/measure/japan-export-controls",
          "/id/grievance/forced-labour",
          "/id/demand/lift-export-controls",
          "/id/condition/gsomia-continuation",
          "/id/op-ed/" + SLUG,
          "/id/statement/" + SLUG + "/F039",
          "/id/statement/" + SLUG + "/F106",
          "/id/passage/" + SLUG + "/P4",
          "/codes/polarity/affirmed",
          "/search?q=GSOMIA",
          "/search?q=%EC%A7%80%EC%86%8C%EB%AF%B8%EC%95%84",
          
          "/ontology",
          "/queries");

  private ManyOpEds() {}

  /** {@code multiply FROM TO NUMBER} or {@code time URL-OF-ONE URL-OF-MANY}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    switch (arguments[0]) {
      case "multiply" ->
          multiply(
              Path.of(arguments[1]), Path.of(arguments[2]), Integer.parseInt(arguments[3]));
      case "time" -> time(arguments[1], arguments[2]);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void multiply(Path from, Path to, int number) throws IOException {
    DatasetGraph one = DatabaseMgr.connectDatasetGraph(Location.create(from));
    List<Quad> all = Txn.calculateRead(one, () -> Iter.toList(one.find()));
    List<Quad> own = all.stream().filter(quad -> nodes(quad).anyMatch(ManyOpEds::isOfOpEd)).toList();
    Files.createDirectories(to);
    DatasetGraph many = DatabaseMgr.connectDatasetGraph(Location.create(to));
    DataLoader loader = LoaderFactory.phasedLoader(many, (format, arguments) -> {});
    loader.startBulk();
    StreamRDF sink = loader.streamRDF();
    sink.start();
    all.forEach(sink::quad);
    for (int copy = 1; copy < number; copy++) {
      String slug = "%s-%05d".formatted(SLUG, copy);
      own.forEach(quad -> sink.quad(copy(quad, slug)));
    }
    sink.finish();
    loader.finishBulk();
    System.out.printf(
        Locale.ROOT, "%,d quads in %,d op-eds%n", all.size() + (long) own.size() * (number - 1), number);
  }

  private static Stream<Node> nodes(Quad quad) {
    return Stream.of(quad.getGraph(), quad.getSubject(), quad.getObject());
  }

  private static boolean isOfOpEd(Node node) {
    return node.isURI() && node.getURI().contains(SLUG);
  }

  private static Quad copy(Quad quad, String slug) {
    return Quad.create(
        copy(quad.getGraph(), slug),
        copy(quad.getSubject(), slug),
        quad.getPredicate(),
        copy(quad.getObject(), slug));
  }

  private static Node copy(Node node, String slug) {
    return isOfOpEd(node) ? NodeFactory.createURI(node.getURI().replace(SLUG, slug)) : node;
  }

  private static void time(String one, String many) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Map<String, List<Double>> times = new TreeMap<>();
    List<String> servers = List.of(one, many);
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (String page : PAGES) {
        for (String server : servers) {
          HttpRequest request =
              HttpRequest.newBuilder(URI.create(server + page)).header("Accept", "text/html").build();
          long start = System.nanoTime();
          HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
          double milliseconds = (System.nanoTime() - start) / 1e6;
          if (answer.statusCode() != 200) {
            throw new IOException(server + page + " answered " + answer.statusCode());
          }
          if (round >= 0) {
            times.computeIfAbsent(server + page, _ -> new ArrayList<>()).add(milliseconds);
          }
        }
      }
    }
    System.out.println("| page | one: median, ms | 95 % | many: median | 95 % | ratio of 95 % |");
    System.out.println("|---|--:|--:|--:|--:|--:|");
    for (String page : PAGES) {
      double[] ofOne = quantiles(times.get(one + page));
      double[] ofMany = quantiles(times.get(many + page));
      System.out.printf(
          Locale.ROOT,
          "| `%s` | %.1f | %.1f | %.1f | %.1f | %.2f |%n",
          page, ofOne[0], ofOne[1], ofMany[0], ofMany[1], ofMany[1] / ofOne[1]);
    }
  }

  private static double[] quantiles(List<Double> times) {
    Collections.sort(times);
    return new double[] {times.get(times.size() / 2), times.get((int) (times.size() * 0.95))};
  }
}
