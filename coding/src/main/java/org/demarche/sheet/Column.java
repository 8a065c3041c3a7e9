package org.demarche.sheet;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/**
 * A column as it is declared.
 *
 * @param name its heading
 * @param property what its values are of the row's thing; empty where they aren't said of it
 * @param about a template of the thing, where that isn't the row's
 * @param values what they are
 * @param several whether a cell may hold several, separated by {@value #SEPARATOR}
 * @param description for coders, in English
 */
record Column(
    String name,
    Optional<Node> property,
    Optional<String> about,
    Values values,
    boolean several,
    String description) {
  static final String SEPARATOR = "|";
  private static final String ESCAPED = "\\|";
  private static final Pattern BETWEEN = Pattern.compile("(?<!\\\\)\\|");

  /** The values of a cell, without the space around them; none of an empty cell. */
  List<String> split(String cell) {
    if (!several) {
      return cell.isBlank() ? List.of() : List.of(cell.strip());
    }
    return BETWEEN
        .splitAsStream(cell)
        .map(value -> value.replace(ESCAPED, SEPARATOR).strip())
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** One value as it stands in a cell. */
  String escaped(String value) {
    return several ? value.replace(SEPARATOR, ESCAPED) : value;
  }
}
