package org.demarche.sheet;

import java.util.List;

/**
 * One table of a sheet, as its file has it: text, not yet understood. Immutable.
 *
 * @param columns their names, in the order of the file
 * @param rows without the row of names
 */
public record Table(List<String> columns, List<Row> rows) {

  /** Copies what could change. */
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param number as a spreadsheet shows it, from 1; the names of the columns are in row 1
   * @param cells in the order of the columns, as many as these; empty text where nothing is written
   */
  public record Row(int number, List<String> cells) {

    /** Copies what could change. */
    public Row {
      cells = List.copyOf(cells);
    }
  }
}
