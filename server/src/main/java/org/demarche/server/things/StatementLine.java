package org.demarche.server.things;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.demarche.server.pages.Labels;
import org.demarche.server.pages.Links;

/**
 * A statement in a list of statements.
 *
 * @param words what it says, as a link to its page
 * @param letter that stands for its kind
 * @param kind the notation of its kind
 * @param own whether the one who reports it holds it
 * @param holder whose position it is
 * @param reporter who tells of it
 * @param codes what else was coded, each with a class for the style sheet
 * @param passage where it stands
 * @param source the op-ed
 */
public record StatementLine(
    Value words,
    String letter,
    String kind,
    boolean own,
    Value holder,
    Value reporter,
    List<Code> codes,
    Value passage,
    Value source) {

  /**
   * A code.
   *
   * @param text its notation
   * @param mark a class, {@code attitude-negative}
   */
  public record Code(String text, String mark) {}

  /** Whether rows are of statements. */
  static boolean fits(Sections.Rows rows) {
    return rows.names().containsAll(List.of("statement", "kind", "holder", "reporter", "passage"));
  }

  /** Reads a row. */
  static StatementLine of(Sections.Rows rows, List<Optional<Node>> row, Labels labels) {
    Node source = rows.cell(row, "source").orElseThrow();
    String passage = text(rows, row, "passage");
    String kind = rows.cell(row, "kind").orElseThrow().getURI().replaceFirst(".*/", "");
    return new StatementLine(
        value(rows, row, "statement", labels),
        KindLetters.of(kind),
        kind,
        rows.cell(row, "holder").equals(rows.cell(row, "reporter")),
        value(rows, row, "holder", labels),
        value(rows, row, "reporter", labels),
        Stream.of("strength", "attitude", "polarity", "certainty")
            .flatMap(scheme -> codes(scheme, text(rows, row, scheme)))
            .toList(),
        new Value(passage, "", Links.within(source, passage).orElse(""), ""),
        Value.of(source, labels));
  }

  /** What goes without saying is left out: that a statement is affirmed, and certain. */
  private static Stream<Code> codes(String scheme, String notations) {
    return Stream.of(notations.split(" "))
        .filter(code -> !code.isEmpty() && !code.equals("affirmed") && !code.equals("certain"))
        .map(code -> new Code(code, scheme + "-" + code));
  }

  private static Value value(
      Sections.Rows rows, List<Optional<Node>> row, String column, Labels labels) {
    return Value.of(rows.cell(row, column).orElseThrow(), labels);
  }

  private static String text(Sections.Rows rows, List<Optional<Node>> row, String column) {
    return rows.cell(row, column).map(Node::getLiteralLexicalForm).orElse("");
  }
}
