package org.demarche.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.MiniDataset;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;

/** A process of its own that has a folder open. */
final class OtherProcess implements AutoCloseable {
  private final Process process;

  private OtherProcess(Process process) {
    this.process = process;
  }

  /** Opens the folder, and holds it until it is closed. */
  static OtherProcess holding(Path folder) throws IOException {
    return start("hold", folder);
  }

  /** Loads the small dataset into the folder, then commits without end. */
  static OtherProcess committingTo(Path folder) throws IOException {
    return start("commit", folder);
  }

  long pid() {
    return process.pid();
  }

  /** Reads the next number that it printed. */
  long nextCommit() throws IOException {
    String line = process.inputReader().readLine();
    if (line == null) {
      throw new IOException("The other process has ended");
    }
    return Long.parseLong(line);
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  private static OtherProcess start(String what, Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-XX:TieredStopAtLevel=1",
                    "-Dslf4j.internal.verbosity=ERROR",
                    "-cp",
                    System.getProperty("java.class.path"),
                    OtherProcess.class.getName(),
                    what,
                    folder.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    OtherProcess other = new OtherProcess(process);
    other.nextCommit();
    return other;
  }

  /** The other process: prints the number of the commit, first when it is open, then of each. */
  static void main(String[] arguments) throws InterruptedException {
    try (KnowledgeGraph graph = KnowledgeGraph.open(Path.of(arguments[1]), DefaultGraph.UNION)) {
      System.out.println(graph.commit());
      if (arguments[0].equals("hold")) {
        Thread.sleep(Duration.ofMinutes(1));
      }
      if (graph.commit() == 0) {
        MiniDataset.loadedInto(graph);
      }
      while (true) {
        System.out.println(commitOneMore(graph));
      }
    }
  }

  /** What the state is called that a commit adds. */
  static String nameOf(long commit) {
    return "Realm " + (1000 + commit);
  }

  /** Adds two states at once, so that there is an even number of them; one has a label. */
  private static long commitOneMore(KnowledgeGraph graph) {
    long next = graph.commit() + 1;
    return graph
        .commit(
            candidate -> {
              candidate
                  .dataset()
                  .add(
                      Graphs.REFERENCE,
                      MiniDataset.id("actor/" + next + "a"),
                      RDFS.Nodes.label,
                      NodeFactory.createLiteralLang(nameOf(next), "en"));
              for (String half : List.of("a", "b")) {
                candidate
                    .dataset()
                    .add(
                        Graphs.REFERENCE,
                        MiniDataset.id("actor/" + next + half),
                        RDF.Nodes.type,
                        Dem.State);
              }
            })
        .number();
  }
}
