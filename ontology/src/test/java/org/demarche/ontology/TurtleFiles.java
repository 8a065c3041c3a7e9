package org.demarche.ontology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;

/** Finds and reads the Turtle files that tests hold against one another. Stateless. */
final class TurtleFiles {
  /** What is loaded: terms, codes, shapes, alignments and facts. */
  static final Path LOADED = folder("/demarche/manifest.ttl");

  private TurtleFiles() {}

  /** The Turtle files at any depth below a folder, in order. */
  static List<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".ttl")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A graph in memory of all the files. */
  static Graph read(Collection<Path> files) {
    Graph graph = GraphFactory.createDefaultGraph();
    files.forEach(file -> RDFDataMgr.read(graph, file.toUri().toString()));
    return graph;
  }

  /** A graph in memory of all the files of one folder of what is loaded. */
  static Graph readLoaded(String folder) {
    return read(below(LOADED.resolve(folder)));
  }

  /** The folder of a resource. */
  static Path folder(String resource) {
    try {
      Path file = Path.of(Objects.requireNonNull(Dem.class.getResource(resource)).toURI());
      return Objects.requireNonNull(file.getParent());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
