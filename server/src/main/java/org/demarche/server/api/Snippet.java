package org.demarche.server.api;

import java.util.List;

/**
 * A few lines that fetch a result from elsewhere, ready to be copied.
 *
 * @param language they are written in, for a person
 * @param code the lines
 */
public record Snippet(String language, String code) {

  /**
   * The lines for rows as CSV.
   *
   * @param file a name for what is fetched, without an ending
   * @param url of the CSV
   */
  static List<Snippet> ofRows(String file, String url) {
    return List.of(
        new Snippet(
            "Shell", "curl --fail --output %s %s\n".formatted(shell(file + ".csv"), shell(url))),
        new Snippet(
            "Python",
            """
            import csv, io, urllib.request

            url = %s
            with urllib.request.urlopen(url) as answer:
                rows = list(csv.DictReader(io.TextIOWrapper(answer, "utf-8", newline="")))
            print(len(rows), "rows")
            # or, with pandas: table = pandas.read_csv(url)
            """
                .formatted(quoted(url))),
        new Snippet(
            "R",
            """
            result <- read.csv(%s, encoding = "UTF-8", na.strings = "")
            """
                .formatted(quoted(url))));
  }

  /**
   * The lines for a graph as Turtle.
   *
   * @param file a name for what is fetched, without an ending
   * @param url of the Turtle
   */
  static List<Snippet> ofGraph(String file, String url) {
    return List.of(
        new Snippet(
            "Shell", "curl --fail --output %s %s\n".formatted(shell(file + ".turtle"), shell(url))),
        new Snippet(
            "Python, with rdflib",
            """
            import rdflib

            graph = rdflib.Graph().parse(%s, format="turtle")
            print(len(graph), "triples")
            """
                .formatted(quoted(url))));
  }

  /** Within single quotes a shell takes every character for itself, but the single quote. */
  static String shell(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** A string of Python and of R: both escape in the same way what a URL may hold. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            letter -> {
              if (letter == '"' || letter == '\\') {
                quoted.append('\\').appendCodePoint(letter);
              } else if (letter < 0x20) {
                quoted.append("\\x%02x".formatted(letter));
              } else {
                quoted.appendCodePoint(letter);
              }
            });
    return quoted.append('"').toString();
  }
}
