package org.demarche.agreement;

import java.util.List;
import java.util.Optional;

/**
 * One claim of the text, and the statement that each coder made of it. Immutable.
 *
 * @param statements in the order of the coders; empty for one who made none of it
 */
public record Unit(List<Optional<CodedStatement>> statements) {

  /** Copies what could change. */
  public Unit {
    statements = List.copyOf(statements);
  }

  /** Whether all coders have it. */
  public boolean isShared() {
    return statements.stream().allMatch(Optional::isPresent);
  }

  /**
   * What the coders say in a column.
   *
   * @return in the order of the coders; empty for one who says nothing to be compared
   */
  public List<Optional<String>> values(Column column) {
    boolean recommended =
        statements.stream()
            .flatMap(Optional::stream)
            .anyMatch(it -> it.values(Column.KIND).contains("recommendation"));
    return statements.stream()
        .map(statement -> statement.flatMap(it -> column.value(it, recommended)))
        .toList();
  }
}
