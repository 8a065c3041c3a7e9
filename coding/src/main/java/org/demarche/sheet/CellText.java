package org.demarche.sheet;

import java.util.regex.Pattern;

/**
 * Cells without what nobody sees: pages of the web and word processors leave it behind when their
 * text is pasted. Stateless.
 */
final class CellText {
  private static final Pattern NOWHERE_MEANT = Pattern.compile("[\\u200B\\u2060\\uFEFF]");

  /** Joiners have a meaning between letters of some scripts, and none at an end. */
  private static final String SPACE = "[\\s\\u00A0\\u200C\\u200D\\u3000]+";

  private static final Pattern ENDS = Pattern.compile("^" + SPACE + "|" + SPACE + "\\z");

  private CellText() {}

  /** A table whose headings and cells have nothing around them, and blanks between words. */
  static Table seen(Table table) {
    return new Table(
        table.columns().stream().map(CellText::seen).toList(),
        table.rows().stream()
            .map(
                row ->
                    new Table.Row(row.number(), row.cells().stream().map(CellText::seen).toList()))
            .toList());
  }

  static String seen(String cell) {
    String visible = NOWHERE_MEANT.matcher(cell).replaceAll("");
    return ENDS.matcher(visible).replaceAll("").replace('\u00A0', ' ');
  }
}
