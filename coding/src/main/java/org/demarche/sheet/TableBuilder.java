package org.demarche.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.validate.Finding;
import org.demarche.validate.Place;

/** Collects the rows of a table as a file gives them, within {@link SheetLimits}. */
final class TableBuilder {
  private final String file;
  private final List<String> columns = new ArrayList<>();
  private final Map<Integer, Table.Row> rows = new LinkedHashMap<>();
  private final List<Finding> faults = new ArrayList<>();
  private boolean full;

  TableBuilder(String file) {
    this.file = file;
  }

  /**
   * Takes the next row. Cells beyond the headings are a fault, unless they are empty.
   *
   * @param number as spreadsheets show it, from 1
   * @param cells as many as the row has
   */
  void add(int number, List<String> cells) {
    if (full) {
      return;
    }
    if (number == 1) {
      headings(cells);
      return;
    }
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    if (rows.size() == SheetLimits.ROWS) {
      full = true;
      faults.add(
          Finding.fault(
              Place.row(file, number),
              "The table has more than %d rows.".formatted(SheetLimits.ROWS),
              "A sheet is for one op-ed: give each a sheet of its own."));
      return;
    }
    List<String> fitted = new ArrayList<>();
    for (int i = 0; i < Math.max(cells.size(), columns.size()); i++) {
      String cell = i < cells.size() ? cells.get(i) : "";
      if (i < columns.size()) {
        fitted.add(bounded(number, i, cell));
      } else if (!cell.isBlank()) {
        faults.add(
            Finding.fault(
                Place.row(file, number),
                "The row has more cells than row 1 has headings: %s."
                    .formatted(ValueReader.quoted(cell.strip())),
                "A text that holds the separator belongs in quotation marks."));
        break;
      }
    }
    if (rows.put(number, new Table.Row(number, fitted)) != null) {
      throw new IllegalStateException("two rows have the number " + number);
    }
  }

  void fault(Finding fault) {
    faults.add(fault);
  }

  String file() {
    return file;
  }

  List<String> columns() {
    return columns;
  }

  Optional<Table.Row> row(int number) {
    return Optional.ofNullable(rows.get(number));
  }

  List<Finding> faults() {
    return faults;
  }

  Table table() {
    return new Table(columns, List.copyOf(rows.values()));
  }

  private void headings(List<String> cells) {
    if (cells.size() > SheetLimits.COLUMNS) {
      full = true;
      faults.add(
          Finding.fault(
              Place.row(file, 1),
              "The table has more than %d columns.".formatted(SheetLimits.COLUMNS),
              "Remove those that are empty."));
      return;
    }
    columns.addAll(cells);
  }

  private String bounded(int row, int column, String cell) {
    if (cell.length() <= SheetLimits.CELL_CHARACTERS) {
      return cell;
    }
    faults.add(
        Finding.fault(
            Place.cell(file, row, column + 1, columns.get(column)),
            "The cell has more than %d characters.".formatted(SheetLimits.CELL_CHARACTERS),
            "A quotation mark before it may lack its other half."));
    return "";
  }
}
