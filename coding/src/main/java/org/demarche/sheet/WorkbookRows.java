package org.demarche.sheet;

import java.util.ArrayList;
import java.util.List;
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

  WorkbookRows(TableBuilder table) {
    this.table = table;
  }

  @Override
  public void startRow(int row) {
    cells.clear();
  }

  @Override
  public void cell(@Nullable String reference, @Nullable String text, @Nullable XSSFComment note) {
    int column = reference == null ? cells.size() : new CellReference(reference).getCol();
    if (column >= SheetLimits.COLUMNS && (text == null || text.isBlank())) {
      return;
    }
    // A cell far to the right is one too many, however far it is.
    int fitted = Math.min(column, SheetLimits.COLUMNS);
    while (cells.size() <= fitted) {
      cells.add("");
    }
    cells.set(fitted, text == null ? "" : text);
  }

  @Override
  public void endRow(int row) {
    table.add(row + 1, cells);
    for (int i = 0; i < cells.size() && i < table.columns().size(); i++) {
      if (cells.get(i).startsWith(ERROR)) {
        table.fault(
            Finding.fault(
                Place.cell(table.file(), row + 1L, i + 1, table.columns().get(i)),
                "The formula here gives %s.".formatted(cells.get(i).substring(ERROR.length())),
                "Write the value itself."));
      }
    }
  }
}
