package org.demarche.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.load.LoadReport;
import org.demarche.load.Loaded;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.load.Source;
import org.demarche.queries.Catalogue;
import org.demarche.queries.QueryExamples;
import org.demarche.sheet.CodedOpEds;
import org.demarche.validate.ShortName;
import picocli.CommandLine.Option;

/** Where commands keep the graph, as their option {@code --data}, and what comes with Demarche. */
final class DataFolder {
  private static final String OPTION = "--data";
  private static final String LABEL = "DIR";

  /** Beside whoever calls. */
  private static final String DEFAULT = "data";

  private DataFolder() {}

  /** The option of a command that writes. */
  static final class Written {
    @Option(
        names = OPTION,
        paramLabel = LABEL,
        defaultValue = DEFAULT,
        description =
            "The folder that holds the graph; made if it isn't there. Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of(DEFAULT);

    /** Opens the graph, or begins one. */
    KnowledgeGraph open(DefaultGraph defaultGraph) {
      return KnowledgeGraph.open(folder, defaultGraph);
    }
  }

  /** The option of a command that can load the examples too. */
  static final class Examples {
    @Option(
        names = "--examples",
        description =
            "Load the example op-eds too: short ones by invented authors, marked as examples.")
    private boolean wanted;

    boolean areWanted() {
      return wanted;
    }
  }

  /** The option of a command that only reads. */
  static final class Read {
    @Option(
        names = OPTION,
        paramLabel = LABEL,
        defaultValue = DEFAULT,
        description =
            "The folder that holds the graph; what comes with Demarche where there is none. Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of(DEFAULT);

    /** Opens the graph; where there is no folder, what comes with Demarche, in memory. */
    KnowledgeGraph open() {
      if (Files.isDirectory(folder)) {
        return KnowledgeGraph.open(folder, DefaultGraph.UNION);
      }
      KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION);
      loadBundled(graph);
      return graph;
    }
  }

  /**
   * Loads the ontology, the reference graph, the op-eds and the canned queries that come with
   * Demarche.
   *
   * @return what was done, for a person; nothing where all was loaded already
   */
  static List<String> loadBundled(KnowledgeGraph graph) {
    return loadBundled(graph, false);
  }

  /**
   * The same, and the example op-eds where they are wanted.
   *
   * @return what was done, for a person; nothing where all was loaded already
   */
  static List<String> loadBundled(KnowledgeGraph graph, boolean withExamples) {
    LoadReport report = new Loader(graph).loadAtStart(bundled(withExamples));
    return report.commit().made() ? told(report) : List.of();
  }

  /** All that comes with Demarche, the examples only where they are wanted. */
  static List<Source> bundled(boolean withExamples) {
    return Stream.of(
            Manifest.onClassPath().sources(),
            List.of(QueryExamples.of(Catalogue.bundled())),
            withExamples ? CodedOpEds.examples() : List.<Source>of())
        .flatMap(List::stream)
        .toList();
  }

  /** What a load did, for a person: a line for each graph. */
  private static List<String> told(LoadReport report) {
    return Stream.concat(
            report.sources().stream().map(DataFolder::told),
            Stream.of("This is commit " + report.commit().number() + "."))
        .toList();
  }

  /** What became of one graph, for a person. */
  static String told(Loaded source) {
    return switch (source) {
      case Loaded.Added added -> "Loaded %s: %d triples.".formatted(name(added), added.triples());
      case Loaded.Replaced replaced ->
          "Replaced %s: now %d triples.".formatted(name(replaced), replaced.triples());
      case Loaded.Unchanged unchanged -> "%s is unchanged.".formatted(name(unchanged));
    };
  }

  private static String name(Loaded loaded) {
    return ShortName.of(loaded.graph());
  }
}
