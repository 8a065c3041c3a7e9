package org.demarche.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.jena.riot.RDFDataMgr;

/** Articles written for these tests, and the graph that knows who is named in them. */
final class Examples {
  static final KnownNames NAMES =
      KnownNames.of(RDFDataMgr.loadDatasetGraph(file("names.ttl").toString()), _ -> true);

  private Examples() {}

  static Path file(String name) {
    try {
      return Path.of(Objects.requireNonNull(Examples.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The draft of an article that appeared on 24 November 2019, a Sunday. */
  static Draft draft(String name, String language) {
    return Draft.of(
        Article.read(file(name + ".txt")),
        Period.parse("2019-11-24").orElseThrow(),
        name,
        language,
        NAMES);
  }
}
