package org.demarche.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The three tables of a sheet, by the names that their files and the pages of a workbook have. */
public enum TableName {
  /** Bibliographic data of the op-ed, and who coded it: one row. */
  OP_ED("op-ed"),

  /** One row for each statement. */
  STATEMENTS("statements"),

  /** One row for each thing that the graph doesn't have yet, and for each passage. */
  ENTITIES("entities");

  private final String label;

  TableName(String label) {
    this.label = label;
  }

  /** The table whose page of a workbook is called so, in whatever case. */
  static Optional<TableName> ofPage(String page) {
    String name = page.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(table -> table.label.equals(name)).findFirst();
  }

  /** The table that a file of this name holds, in whatever case. */
  static Optional<TableName> ofFile(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(table -> table.file().equals(name)).findFirst();
  }

  /** As the page of a workbook is called. */
  public String label() {
    return label;
  }

  /** As its file is called in a folder. */
  public String file() {
    return label + ".csv";
  }
}
