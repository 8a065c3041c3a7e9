import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.load.LoadReport;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.load.OpEdFiles;
import org.demarche.load.Source;
import org.demarche.load.SourceFile;
import org.demarche.ontology.Graphs;

/**
 * Loads many synthetic op-eds as anybody loads one: read, entailed, validated, described, indexed,
 * and each in a commit of its own. {@code benchmarks/bulk-load} starts it.
 *
 * <p>Each is made of the coded op-ed. Its statements, passages, events, measures, grievances,
 * demands, conditions and so on have names of their own; actors, agreements, groups, places and
 * posts are those of all, and what the op-ed says of them is said by each copy.
 */
final class BulkLoad {
  private static final String SLUG = "botto-2019-gsomia";
  private static final String ID = "https://w3id.org/demarche/id/";
  private static final Set<String> SHARED = Set.of("actor", "agreement", "group", "place", "post");
  private static final Pattern IRI = Pattern.compile("<" + Pattern.quote(ID) + "([^/>]+)/([^>]+)>");
  private static final Pattern LABEL =
      Pattern.compile("(#label> \"(?:[^\"\\\\]|\\\\.)*)\"@en", Pattern.MULTILINE);

  private BulkLoad() {}

  /** {@code load FOLDER NUMBER} or {@code jena FOLDER-OF-THE-STORE NEW-FOLDER}. */
  public static void main(String[] arguments) throws IOException {
    switch (arguments[0]) {
      case "load" -> load(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
      case "jena" -> jena(Path.of(arguments[1]), Path.of(arguments[2]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void load(Path folder, int number) throws IOException {
    List<Source> shipped = Manifest.onClassPath().sources();
    System.out.println(
        "| op-eds | seconds | op-eds/s since | ms, median | ms, longest | CPU ms | heap, MB | own memory, MB | store, MB |");
    System.out.println("|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    long start = System.nanoTime();
    try (KnowledgeGraph graph = KnowledgeGraph.open(folder, DefaultGraph.UNION)) {
      Loader loader = new Loader(graph);
      loader.loadAtStart(shipped);
      Template template;
      try (Snapshot snapshot = graph.snapshot()) {
        template = Template.of(snapshot.dataset().getGraph(Graphs.opEd(SLUG)));
      }
      double opened = seconds(start);
      start = System.nanoTime();
      int since = 0;
      double before = 0;
      double cpuBefore = cpu();
      long[] times = new long[number];
      for (int copy = 1; copy <= number; copy++) {
        long begun = System.nanoTime();
        LoadReport report =
            loader.load(OpEdFiles.sources(List.of(template.copy("%s-%05d".formatted(SLUG, copy)))));
        if (!report.commit().made()) {
          throw new IllegalStateException("Copy " + copy + " was there already");
        }
        if (copy % 100 == 0) {
          graph.compactIfDue();
        }
        times[copy - 1] = System.nanoTime() - begun;
        if (copy == 1 || copy == 10 || copy % Math.max(100, number / 20) == 0 || copy == number) {
          double now = seconds(start);
          long[] span = java.util.Arrays.copyOfRange(times, since, copy);
          java.util.Arrays.sort(span);
          System.out.printf(
              Locale.ROOT,
              "| %,d | %.1f | %.1f | %.0f | %.0f | %.0f | %,d | %,d | %,d |%n",
              copy,
              now,
              (copy - since) / (now - before),
              span[span.length / 2] / 1e6,
              span[span.length - 1] / 1e6,
              (cpu() - cpuBefore) * 1000 / (copy - since),
              heap(),
              own(),
              size(folder));
          cpuBefore = cpu();
          since = copy;
          before = now;
        }
      }
      System.out.printf(
          Locale.ROOT, "%nOpened in %.1f s, %,d op-eds in %.1f s%n", opened, number, seconds(start));
      try (Snapshot snapshot = graph.snapshot()) {
        long quads = Iter.count(snapshot.dataset().find(Node.ANY, Node.ANY, Node.ANY, Node.ANY));
        System.out.printf(Locale.ROOT, "%,d quads, commit %d%n", quads, snapshot.commit());
      }
    }
    start = System.nanoTime();
    try (KnowledgeGraph graph = KnowledgeGraph.open(folder, DefaultGraph.UNION)) {
      System.out.printf(
          Locale.ROOT, "Opened again in %.1f s at commit %d%n", seconds(start), graph.commit());
    }
  }

  /** The same quads, by Jena's own loader, into an empty store. */
  private static void jena(Path from, Path to) throws IOException {
    DatasetGraph one = DatabaseMgr.connectDatasetGraph(Location.create(from));
    Files.createDirectories(to);
    DatasetGraph many = DatabaseMgr.connectDatasetGraph(Location.create(to));
    long start = System.nanoTime();
    DataLoader loader = LoaderFactory.phasedLoader(many, (format, arguments) -> {});
    loader.startBulk();
    StreamRDF sink = loader.streamRDF();
    sink.start();
    long[] quads = {0};
    Txn.executeRead(
        one,
        () ->
            one.find()
                .forEachRemaining(
                    quad -> {
                      sink.quad(quad);
                      quads[0]++;
                    }));
    sink.finish();
    loader.finishBulk();
    double seconds = seconds(start);
    System.out.printf(
        Locale.ROOT,
        "Jena's phased loader: %,d quads in %.1f s, %,.0f quads/s; peak RSS %,d MB; store %,d MB%n",
        quads[0], seconds, quads[0] / seconds, peak(), size(to));
  }

  /** The coded op-ed as N-Triples, and what in it is its own. */
  private record Template(String text, Set<String> own) {
    static Template of(Graph graph) {
      Set<String> own =
          graph.stream()
              .map(triple -> triple.getSubject().getURI())
              .filter(iri -> iri.startsWith(ID))
              .map(iri -> iri.substring(ID.length()))
              .filter(path -> !SHARED.contains(path.substring(0, path.indexOf('/'))))
              .collect(Collectors.toCollection(HashSet::new));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      RDFDataMgr.write(out, graph, Lang.NTRIPLES);
      return new Template(out.toString(StandardCharsets.UTF_8), own);
    }

    SourceFile copy(String slug) {
      String number = slug.substring(slug.lastIndexOf('-') + 1);
      Matcher names = IRI.matcher(text);
      String named =
          names.replaceAll(
              name -> {
                String path = name.group(1) + "/" + name.group(2);
                if (path.contains(SLUG)) {
                  return "<" + ID + path.replace(SLUG, slug) + ">";
                }
                return own.contains(path) ? "<" + ID + path + "-" + number + ">" : name.group();
              });
      String text =
          named
              .lines()
              .map(
                  line ->
                      line.contains(number)
                          ? LABEL.matcher(line).replaceFirst("$1 (" + number + ")\"@en")
                          : line)
              .collect(Collectors.joining("\n", "", "\n"));
      return SourceFile.of(slug + ".nt", text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** What the process has computed so far, in seconds of a core. */
  private static double cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  /** The machine's memory that is the process's own: without mapped files, which it shares. */
  private static long own() throws IOException {
    return status("RssAnon:");
  }

  /** The most that the process has had of the machine's memory, mapped files included. */
  private static long peak() throws IOException {
    return status("VmHWM:");
  }

  private static long status(String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElse(-1);
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum() >> 20;
    }
  }
}
