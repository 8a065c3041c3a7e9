package org.demarche.server.things;

import java.util.List;
import java.util.Optional;
import org.demarche.server.pages.ResultTable;

/**
 * A part of a thing's page: the answer to a question.
 *
 * @param id by which links lead to it
 * @param heading what was asked
 * @param table the rows that were read
 * @param statements the same, where they are statements
 * @param cut whether there are more rows than are shown
 * @param more where all of them are; may be empty
 * @param picture of the rows, as an {@code svg} element; may be empty
 */
public record Section(
    String id,
    String heading,
    ResultTable table,
    List<StatementLine> statements,
    boolean cut,
    String more,
    Optional<String> picture) {

  /** Copies the list. */
  public Section {
    statements = List.copyOf(statements);
  }

  /** How many rows there are, in words. */
  public String caption() {
    int rows = table.total();
    return cut ? "The first %d".formatted(rows) : rows == 1 ? "1 row" : rows + " rows";
  }
}
