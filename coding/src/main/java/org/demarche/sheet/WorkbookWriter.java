package org.demarche.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a sheet as a workbook: instructions, the three tables, and lists of what may be chosen in
 * them. Cells are text, so that no spreadsheet makes a date of {@code 2019-11}. For one workbook,
 * by one thread.
 */
final class WorkbookWriter {
  /** Rows in which lists drop down; many more than an op-ed has statements. */
  private static final int LAST_CHOICE = 2_000;

  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private static final int CHARACTER = 256;
  private static final int WIDE = 40;
  private static final int NARROW = 18;
  private static final int INSTRUCTIONS = 110;

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final CellStyle text = workbook.createCellStyle();
  private final CellStyle heading = workbook.createCellStyle();

  private WorkbookWriter() {
    text.setDataFormat((short) BuiltinFormats.getBuiltinFormat("text"));
    text.setWrapText(true);
    Font bold = workbook.createFont();
    bold.setBold(true);
    heading.cloneStyleFrom(text);
    heading.setFont(bold);
  }

  /**
   * Writes a workbook.
   *
   * @param instructions line by line
   * @param lists what drops down
   */
  static byte[] write(Sheet sheet, String instructions, Choices lists) {
    WorkbookWriter writer = new WorkbookWriter();
    try (writer.workbook;
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      writer.instructions(instructions);
      for (TableName table : TableName.values()) {
        writer.table(table, sheet.table(table), lists);
      }
      writer.lists(lists);
      writer.workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void instructions(String instructions) {
    XSSFSheet page = workbook.createSheet("instructions");
    page.setColumnWidth(0, INSTRUCTIONS * CHARACTER);
    List<String> lines = instructions.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      cell(page.createRow(i), 0, lines.get(i), text);
    }
  }

  private void table(TableName name, Table table, Choices lists) {
    XSSFSheet page = workbook.createSheet(name.label());
    page.createFreezePane(1, 1);
    Row headings = page.createRow(0);
    Drawing<?> notes = page.createDrawingPatriarch();
    for (int i = 0; i < table.columns().size(); i++) {
      String written = table.columns().get(i);
      Optional<Column> column =
          SheetMetadata.bundled().columns(name).stream()
              .filter(it -> it.name().equals(written))
              .findFirst();
      boolean prose =
          column.filter(it -> it.values() instanceof Values.Text).isPresent()
              || written.equals("title")
              || written.equals("guess");
      page.setColumnWidth(i, (prose ? WIDE : NARROW) * CHARACTER);
      page.setDefaultColumnStyle(i, text);
      Cell cell = cell(headings, i, written, heading);
      int index = i;
      column.ifPresent(
          it -> {
            note(notes, cell, it.description());
            lists.of(it).ifPresent(list -> choices(page, index, list, lists, it.several()));
          });
    }
    for (Table.Row row : table.rows()) {
      Row written = page.createRow(row.number() - 1);
      for (int i = 0; i < row.cells().size(); i++) {
        if (!row.cells().get(i).isEmpty()) {
          cell(written, i, row.cells().get(i), text);
        }
      }
    }
  }

  private void note(Drawing<?> notes, Cell cell, String description) {
    CreationHelper creation = workbook.getCreationHelper();
    ClientAnchor anchor = creation.createClientAnchor();
    anchor.setCol1(cell.getColumnIndex());
    anchor.setCol2(cell.getColumnIndex() + 3);
    anchor.setRow1(1);
    anchor.setRow2(6);
    Comment note = notes.createCellComment(anchor);
    note.setString(creation.createRichTextString(description));
    cell.setCellComment(note);
  }

  /** What isn't in the list may be written where the coder can describe it, or name several. */
  private static void choices(
      XSSFSheet page, int column, Choices.Choice list, Choices lists, boolean several) {
    DataValidationHelper helper = page.getDataValidationHelper();
    DataValidation validation =
        helper.createValidation(
            helper.createFormulaListConstraint(lists.range(list)),
            new CellRangeAddressList(1, LAST_CHOICE, column, column));
    validation.setSuppressDropDownArrow(true);
    validation.setShowErrorBox(list.closed() && !several);
    if (list.closed()) {
      validation.createErrorBox("Not in the list", "Choose one of the list.");
    }
    page.addValidationData(validation);
  }

  private void lists(Choices lists) {
    XSSFSheet page = workbook.createSheet(Choices.PAGE);
    page.createFreezePane(0, 1);
    Row headings = page.createRow(0);
    for (Choices.Choice list : lists.all()) {
      int column = lists.columnOf(list);
      page.setColumnWidth(column, WIDE * CHARACTER);
      page.setColumnWidth(column + 1, WIDE * CHARACTER);
      cell(headings, column, list.name(), heading);
      cell(headings, column + 1, "what it is", heading);
      int number = 1;
      for (var entry : list.labels().entrySet()) {
        Row row = page.getRow(number) == null ? page.createRow(number) : page.getRow(number);
        cell(row, column, entry.getKey(), text);
        cell(row, column + 1, entry.getValue(), text);
        number++;
      }
    }
  }

  private static Cell cell(Row row, int column, String value, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellStyle(style);
    // Workbooks have _x0041_ for A, and nothing but this for the text _x0041_ itself.
    cell.setCellValue(ESCAPE.matcher(value).replaceAll("_x005F_"));
    return cell;
  }
}
