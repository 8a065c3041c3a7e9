package org.demarche.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.demarche.validate.Finding;
import org.demarche.validate.Place;
import org.jspecify.annotations.Nullable;

/** Takes the cells of a page as POI finds them; empty ones it passes over. */
final class WorkbookRows implements SheetContentsHandler {
  /**
   * What POI puts before the name of an error, such as that of a formula that divides by nought.
   */
  private static final String ERROR = "ERROR:";

  private final TableBuilder table;
  private final List<String> cells = new ArrayList<>();
  private final Map<Integer, Reading.Wrong> faults = new TreeMap<>();
  private Optional<Reading.Wrong> next = Optional.empty();

  WorkbookRows(TableBuilder table) {
    this.table = table;
  }

  @Override
  public void startRow(int row) {
    cells.clear();
    faults.clear();
  }

  /** Takes what is wrong with the cell that comes next. */
  void fault(Reading.Wrong fault) {
    next = Optional.of(fault);
  }

  @Override
  public void cell(@Nullable String reference, @Nullable String text, @Nullable XSSFComment note) {
    if (text == null) {
      // So POI gives a cell that refers to a text in no way that can be followed.
      throw new IllegalStateException("the text of a cell is missing, %s".formatted(reference));
    }
    int column = reference == null ? cells.size() : new CellReference(reference).getCol();
    if (column >= SheetLimits.COLUMNS && text.isBlank()) {
      return;
    }
    // A cell far to the right is one too many, however far it is.
    int fitted = Math.min(column, SheetLimits.COLUMNS);
    while (cells.size() <= fitted) {
      cells.add("");
    }
    cells.set(fitted, text);
    next.ifPresent(fault -> faults.put(fitted, fault));
    next = Optional.empty();
    if (text.startsWith(ERROR)) {
      faults.put(
          fitted,
          new Reading.Wrong(
              "The formula here gives %s.".formatted(text.substring(ERROR.length())),
              "Write the value itself."));
    }
  }

  /** Takes a formula that was never computed, which POI passes over. */
  void withoutValue(String reference) {
    fault(
        new Reading.Wrong(
            "The formula here has no value yet.",
            "Open the workbook in a spreadsheet and save it, or write the value itself."));
    cell(reference, "", null);
  }

  /**
   * Takes merged cells, after all rows: but for the first, they are empty to whoever reads rows.
   */
  void merged(String region) {
    CellRangeAddress cells = CellRangeAddress.valueOf(region);
    int column = cells.getFirstColumn();
    int row = cells.getFirstRow() + 1;
    if (row > 1
        && cells.getLastRow() > cells.getFirstRow()
        && column < table.columns().size()
        && table.row(row).filter(it -> !it.cells().get(column).isBlank()).isPresent()) {
      table.fault(
          Finding.fault(
              Place.cell(table.file(), row, column + 1, table.columns().get(column)),
              "This cell is merged with those below, which makes them empty.",
              "Unmerge it, and write the value in each row."));
    }
  }

  @Override
  public void endRow(int row) {
    table.add(row + 1, cells);
    faults.forEach(
        (column, fault) -> {
          if (column < table.columns().size()) {
            table.fault(
                Finding.fault(
                    Place.cell(table.file(), row + 1L, column + 1, table.columns().get(column)),
                    fault.wrong(),
                    fault.right()));
          }
        });
  }
}
