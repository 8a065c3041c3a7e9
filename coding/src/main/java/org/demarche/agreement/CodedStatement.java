package org.demarche.agreement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A statement as one coder has it. Immutable.
 *
 * @param code by which the coder calls it, such as {@code F039}
 * @param sentence within the paragraph, from 1
 * @param coded what is coded, each as sheets write it; nothing for a column that is empty
 */
public record CodedStatement(String code, int sentence, Map<Column, SortedSet<String>> coded) {

  /** Copies what could change. */
  public CodedStatement {
    Map<Column, SortedSet<String>> copy = new EnumMap<>(Column.class);
    coded.forEach(
        (column, values) ->
            copy.put(column, Collections.unmodifiableSortedSet(new TreeSet<>(values))));
    coded = Collections.unmodifiableMap(copy);
  }

  /** What is coded in a column, in alphabetical order. */
  SortedSet<String> values(Column column) {
    return coded.getOrDefault(column, Collections.emptySortedSet());
  }

  /** Whether both say the same in a column, and something. */
  boolean agrees(CodedStatement other, Column column) {
    return !values(column).isEmpty() && values(column).equals(other.values(column));
  }
}
