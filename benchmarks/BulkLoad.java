import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.demarche.cli.Main;
import org.demarche.load.Manifest;
import org.demarche.load.OpEdFiles;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;

/**
 * Measures {@code demarche load} over many synthetic op-eds. {@code benchmarks/bulk-load} starts it.
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

  /**
   * {@code files NEW-FOLDER NUMBER}, {@code load FOLDER-OF-FILES NUMBER FOLDER-OF-THE-GRAPH} or
   * {@code jena FOLDER-OF-THE-GRAPH NEW-FOLDER}.
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "files" -> files(folder, Integer.parseInt(arguments[2]));
      case "load" -> load(folder, Integer.parseInt(arguments[2]), Path.of(arguments[3]));
      case "jena" -> jena(folder, Path.of(arguments[2]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /** Writes the op-eds, a hundred to a folder. */
  private static void files(Path folder, int number) throws IOException {
    Template template =
        Template.of(
            Manifest.onClassPath().sources().stream()
                .filter(source -> source.graph().equals(Graphs.opEd(SLUG)))
                .map(OpEdFiles::content)
                .findFirst()
                .orElseThrow());
    for (int copy = 1; copy <= number; copy++) {
      String slug = "%s-%05d".formatted(SLUG, copy);
      Path file = folder.resolve("%03d/%s.ttl".formatted(copy / 100, slug));
      Files.createDirectories(file.getParent());
      Graph graph = GraphFactory.createDefaultGraph();
      RDFParser.fromString(template.copy(slug), Lang.NTRIPLES).parse(graph);
      graph.getPrefixMapping().setNsPrefixes(Namespaces.PREFIXES);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        RDFDataMgr.write(out, graph, RDFFormat.TURTLE_BLOCKS);
      }
    }
  }

  /** Runs the command, and tells what it uses whenever it says how far it is. */
  private static void load(Path files, int number, Path folder) {
    Meter meter = new Meter(number, folder);
    System.setErr(meter.listening(System.err));
    System.setOut(meter.listening(System.out));
    Main.main(
        new String[] {"load", files.toString(), "--keep-going", "--data", folder.toString()});
  }

  /** What the process has used of the machine since the row before. */
  private static final class Meter {
    private static final Pattern DONE =
        Pattern.compile("([\\d,]+) of [\\d,]+ files, .*|Added ([\\d,]+), .*");

    private final Path folder;
    private final int step;
    private final PrintStream table = System.out;
    private final long start = System.nanoTime();
    private int done;
    private double seconds;
    private double cpu;

    Meter(int number, Path folder) {
      this.folder = folder;
      this.step = Math.max(100, number / 20);
      table.println(
          "| op-eds | seconds | op-eds/s since | CPU ms | heap after collection, MB | own memory, MB | store, MB |");
      table.println("|--:|--:|--:|--:|--:|--:|--:|");
    }

    /** Passes on what is written, and makes rows of what tells how far the load is. */
    PrintStream listening(PrintStream stream) {
      return new PrintStream(
          new OutputStream() {
            private final StringBuilder line = new StringBuilder();

            @Override
            public void write(int character) {
              stream.write(character);
              if (character == '\n') {
                Matcher told = DONE.matcher(line.toString().strip());
                if (told.matches()) {
                  boolean isLast = told.group(1) == null;
                  int now =
                      Integer.parseInt(told.group(isLast ? 2 : 1).replace(",", ""));
                  if (isLast || now >= done + step) {
                    row(now);
                  }
                }
                line.setLength(0);
              } else {
                line.append((char) character);
              }
            }
          },
          true);
    }

    private void row(int now) {
      try {
        double secondsNow = (System.nanoTime() - start) / 1e9;
        double cpuNow = cpu();
        table.printf(
            Locale.ROOT,
            "| %,d | %.1f | %.2f | %.0f | %,d | %,d | %,d |%n",
            now,
            secondsNow,
            (now - done) / (secondsNow - seconds),
            (cpuNow - cpu) * 1000 / Math.max(1, now - done),
            heap(),
            status("RssAnon:"),
            size(folder));
        done = now;
        seconds = secondsNow;
        cpu = cpuNow;
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
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
        "Jena's phased loader: %,d quads in %.1f s, %,.0f quads/s; CPU %,.0f s; peak RSS %,d MB; store %,d MB%n",
        quads[0], seconds, quads[0] / seconds, cpu(), peak(), size(to));
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

    String copy(String slug) {
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
      return named
              .lines()
              .map(
                  line ->
                      line.contains(number)
                          ? LABEL.matcher(line).replaceFirst("$1 (" + number + ")\"@en")
                          : line)
              .collect(Collectors.joining("\n", "", "\n"));
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** What the process has computed so far, in seconds of a core. */
  private static double cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  /** What is left of the heap after the latest collection. */
  private static long heap() {
    return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
            .map(GarbageCollectorMXBean::getLastGcInfo)
            .filter(Objects::nonNull)
            .max(Comparator.comparingLong(GcInfo::getEndTime))
            .map(GcInfo::getMemoryUsageAfterGc)
            .map(Map::values)
            .orElse(List.of())
            .stream()
            .mapToLong(MemoryUsage::getUsed)
            .sum()
        >> 20;
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
