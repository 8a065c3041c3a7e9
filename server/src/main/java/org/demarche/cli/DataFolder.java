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
import org.demarche.validate.ShortName;

/** Where commands keep the graph, and what is in it before anybody adds to it. */
final class DataFolder {
  /** Beside whoever calls. */
  static final String DEFAULT = "data";

  private DataFolder() {}

  /** The graph of a folder, or where there is none yet, what comes with Demarche, in memory. */
  static KnowledgeGraph forReading(Path folder) {
    if (Files.isDirectory(folder)) {
      return KnowledgeGraph.open(folder, DefaultGraph.UNION);
    }
    KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION);
    loadBundled(graph);
    return graph;
  }

  /**
   * Loads the ontology, the reference graph and the op-eds that come with Demarche.
   *
   * @return what was done, for a person; nothing where all was loaded already
   */
  static List<String> loadBundled(KnowledgeGraph graph) {
    LoadReport report = new Loader(graph).loadAtStart(Manifest.onClassPath().sources());
    return report.commit().made() ? told(report) : List.of();
  }

  /** What a load did, for a person: a line for each graph. */
  static List<String> told(LoadReport report) {
    Stream<String> graphs =
        report.sources().stream()
            .map(
                source ->
                    switch (source) {
                      case Loaded.Added added ->
                          "Loaded %s: %d triples.".formatted(name(added), added.triples());
                      case Loaded.Replaced replaced ->
                          "Replaced %s: now %d triples."
                              .formatted(name(replaced), replaced.triples());
                      case Loaded.Unchanged unchanged ->
                          "%s is unchanged.".formatted(name(unchanged));
                    });
    return Stream.concat(graphs, Stream.of("This is commit " + report.commit().number() + "."))
        .toList();
  }

  private static String name(Loaded loaded) {
    return ShortName.of(loaded.graph());
  }
}
