package org.demarche.ontology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;

/** The Turtle files of this module, for tests. */
final class OntologyFiles {
  static final Path FOLDER = folder();

  private OntologyFiles() {}

  /** A file, or all files of a folder and those below it, sorted by name. */
  static List<Path> paths(String name) {
    try (Stream<Path> files = Files.walk(FOLDER.resolve(name))) {
      return files.filter(file -> file.toString().endsWith(".ttl")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Graph graph(String... names) {
    Graph graph = GraphFactory.createDefaultGraph();
    files(names).forEach(file -> RDFDataMgr.read(graph, file.toUri().toString()));
    return graph;
  }

  /** One after the other, as Turtle allows: what to open in an editor for ontologies. */
  static String turtle(String... names) {
    return files(names).map(OntologyFiles::read).collect(Collectors.joining("\n"));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(String... names) {
    return Stream.of(names).flatMap(name -> paths(name).stream());
  }

  private static Path folder() {
    try {
      return Path.of(
              Objects.requireNonNull(Dem.class.getResource("/demarche/manifest.ttl")).toURI())
          .resolveSibling("")
          .normalize();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
