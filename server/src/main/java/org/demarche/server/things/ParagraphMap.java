package org.demarche.server.things;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.demarche.server.pages.Label;
import org.demarche.server.pages.Labels;

/**
 * An op-ed at a glance: paragraph by paragraph its statements, of which kind each is, and whether
 * it is the position of the one who writes or only reported.
 *
 * @param paragraphs in the order of the text
 * @param kinds how many statements there are of each kind, the most first
 * @param cut whether there are more statements than are shown
 */
public record ParagraphMap(List<Paragraph> paragraphs, List<Count> kinds, boolean cut) {
  private static final int MOST = 1000;

  /** Copies the lists. */
  public ParagraphMap {
    paragraphs = List.copyOf(paragraphs);
    kinds = List.copyOf(kinds);
  }

  /**
   * A paragraph.
   *
   * @param name such as {@code P4}
   * @param href of its page
   * @param statements in the order of their codes
   */
  public record Paragraph(String name, String href, List<Mark> statements) {}

  /**
   * A statement.
   *
   * @param code such as {@code F039}
   * @param letter that stands for its kind
   * @param kind the notation of its kind, {@code condition}
   * @param reported whether it is somebody else's position
   * @param denied whether its proposition is denied
   * @param words all of this, and what it says
   * @param href of its page
   */
  public record Mark(
      String code,
      String letter,
      String kind,
      boolean reported,
      boolean denied,
      String words,
      String href) {}

  /**
   * A kind of statements.
   *
   * @param letter that stands for it
   * @param kind its notation
   * @param label its name
   * @param number of statements
   */
  public record Count(String letter, String kind, String label, long number) {}

  /** Draws the rows of {@code paragraphs.rq}; empty where there are none. */
  static Optional<ParagraphMap> of(Sections.Rows rows, Labels labels) {
    if (rows.cells().isEmpty()) {
      return Optional.empty();
    }
    Map<Value, List<Mark>> paragraphs = new LinkedHashMap<>();
    Map<String, Count> kinds = new TreeMap<>();
    for (List<Optional<Node>> row : rows.cells().stream().limit(MOST).toList()) {
      Value passage = value(rows, row, "passage", labels);
      Value kind = value(rows, row, "kind", labels);
      String notation = kind.iri().replaceFirst(".*/", "");
      String letter = KindLetters.of(notation);
      Label said = labels.of(rows.cell(row, "statement").orElseThrow());
      Value holder = value(rows, row, "holder", labels);
      boolean reported = !rows.cell(row, "holder").equals(rows.cell(row, "reporter"));
      boolean denied = text(rows, row, "polarity").equals("denied");
      String code = text(rows, row, "code");
      paragraphs
          .computeIfAbsent(
              new Value(text(rows, row, "paragraph"), "", passage.href(), passage.iri()),
              _ -> new ArrayList<>())
          .add(
              new Mark(
                  code,
                  letter,
                  notation,
                  reported,
                  denied,
                  "%s, %s%s%s: %s"
                      .formatted(
                          code,
                          kind.text(),
                          denied ? ", denied" : "",
                          reported ? ", reported of " + holder.text() : "",
                          said.text()),
                  value(rows, row, "statement", labels).href()));
      kinds.merge(
          notation,
          new Count(letter, notation, kind.text(), 1),
          (one, _) -> new Count(letter, notation, kind.text(), one.number() + 1));
    }
    return Optional.of(
        new ParagraphMap(
            paragraphs.entrySet().stream()
                .map(it -> new Paragraph(it.getKey().text(), it.getKey().href(), it.getValue()))
                .toList(),
            kinds.values().stream()
                .sorted((one, other) -> Long.compare(other.number(), one.number()))
                .toList(),
            rows.cells().size() > MOST));
  }

  private static Value value(
      Sections.Rows rows, List<Optional<Node>> row, String column, Labels labels) {
    return Value.of(rows.cell(row, column).orElseThrow(), labels);
  }

  private static String text(Sections.Rows rows, List<Optional<Node>> row, String column) {
    return rows.cell(row, column).map(Node::getLiteralLexicalForm).orElse("");
  }
}
