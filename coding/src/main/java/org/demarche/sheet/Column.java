package org.demarche.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
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
  private static final Pattern END_OF_VALUE =
      Pattern.compile("(?<!\\\\)(?<slashes>\\\\*+)(?<end>\\||\\z)");

  /** The values of a cell, without the space around them; none of an empty cell. */
  List<String> split(String cell) {
    if (!several) {
      return cell.isBlank() ? List.of() : List.of(cell.strip());
    }
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    Matcher found = END_OF_VALUE.matcher(cell);
    while (found.find()) {
      int slashes = found.end("slashes") - found.start("slashes");
      boolean atEnd = found.group("end").isEmpty();
      boolean escaped = slashes % 2 == 1;
      String kept = "\\".repeat(slashes / 2 + (escaped && atEnd ? 1 : 0));
      found.appendReplacement(
          value, Matcher.quoteReplacement(kept + (escaped && !atEnd ? SEPARATOR : "")));
      if (atEnd || !escaped) {
        values.add(value.toString().strip());
        value.setLength(0);
      }
    }
    return values.stream().filter(it -> !it.isEmpty()).toList();
  }

  /** One value as it stands in a cell: backslashes count only before a separator or at the end. */
  String escaped(String value) {
    return several
        ? END_OF_VALUE
            .matcher(value)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        found.group("slashes").repeat(2)
                            + (found.group("end").isEmpty() ? "" : "\\" + SEPARATOR)))
        : value;
  }
}
