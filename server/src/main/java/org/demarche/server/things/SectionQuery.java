package org.demarche.server.things;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.demarche.queries.CannedQuery.Picture;

/**
 * A query file of this package: a question about {@code ?thing}. Its header tells the {@code
 * heading} of the section, and where they exist the canned query that has {@code more}, {@code
 * grievances?holder}, and the {@code picture} of the rows.
 *
 * <p>A query reads no more than it shows: what it looks for stands in a subquery with a limit.
 * There a property path would be read to its end before the limit counts, so alternatives are
 * {@code VALUES}.
 *
 * @param heading of the section
 * @param more a canned query and its parameter that takes the thing; may be empty
 * @param picture of the rows
 * @param query with the variable {@code ?thing} open
 */
record SectionQuery(String heading, Optional<String> more, Picture picture, Query query) {
  private static final Var THING = Var.alloc("thing");

  /**
   * Reads a file.
   *
   * @param name without {@code .rq}
   * @throws IllegalStateException when there is none, or it is no query
   */
  static SectionQuery named(String name) {
    String text = read(name + ".rq");
    return new SectionQuery(
        header(text, "heading").orElseThrow(() -> new IllegalStateException(name)),
        header(text, "more"),
        header(text, "picture")
            .map(picture -> Picture.valueOf(picture.toUpperCase(Locale.ROOT)))
            .orElse(Picture.TABLE),
        QueryFactory.create(text));
  }

  /** The question about a thing. */
  Query about(Node thing) {
    return QueryTransformOps.replaceVars(query, Map.of(THING, thing));
  }

  private static Optional<String> header(String text, String name) {
    String mark = "#+ " + name + ": ";
    List<String> lines = text.lines().filter(line -> line.startsWith(mark)).toList();
    return lines.stream().findFirst().map(line -> line.substring(mark.length()));
  }

  private static String read(String file) {
    try (InputStream in = SectionQuery.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the class path");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
