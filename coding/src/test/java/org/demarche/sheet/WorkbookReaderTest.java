package org.demarche.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks, and archives that want to do harm. */
final class WorkbookReaderTest {
  @TempDir private Path folder;

  @Test
  void typed_cells_are_read_as_the_coder_sees_them() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet page = workbook.createSheet("Entities ");
      Row headings = page.createRow(0);
      List<String> names =
          List.of("id", "date", "amount", "ratio", "hypothetical", "start", "end", "comment", "x");
      for (int i = 0; i < names.size(); i++) {
        headings.createCell(i).setCellValue(names.get(i));
      }
      Row row = page.createRow(3);
      row.createCell(0).setCellValue("event/a");
      date(workbook, row, 1, "dd\\.mm\\.yyyy");
      row.createCell(2).setCellValue(5_000_000_000d);
      row.createCell(3).setCellValue(0.1 + 0.2);
      row.createCell(4).setCellValue(true);
      date(workbook, row, 5, "mmm yyyy");
      date(workbook, row, 6, "yyyy");
      row.createCell(7).setCellFormula("1+1");
      row.createCell(8).setCellFormula("1/0");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      TableBuilder table =
          Objects.requireNonNull(
              WorkbookReader.read("s.xlsx", bytes(workbook)).get(TableName.ENTITIES));
      assertThat(table.table().rows())
          .containsExactly(
              new Table.Row(
                  4,
                  List.of(
                      "event/a",
                      "2019-11-22",
                      "5000000000",
                      "0.3",
                      "TRUE",
                      "2019-11",
                      "2019",
                      "2",
                      "ERROR:#DIV/0!")));
      assertThat(table.faults())
          .hasToString(
              "[s.xlsx, sheet entities, row 4, column x: The formula here gives #DIV/0!. Write the"
                  + " value itself.]");
    }
  }

  @Test
  void days_are_counted_from_1904_where_the_workbook_does() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
      XSSFSheet page = page(workbook, "id", "date", "start");
      Row row = page.createRow(1);
      date(workbook, row, 1, "yyyy-mm-dd");
      date(workbook, row, 2, "yyyy-mm-dd");
      row.getCell(2).setCellValue(0);
      TableBuilder table = entities(workbook);
      assertThat(table.table().rows().getFirst().cells().get(1)).isEqualTo("2019-11-22");
      assertThat(table.faults()).singleElement().asString().contains("column start");
    }
  }

  @Test
  void a_date_before_march_1900_is_a_mistake() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet page = page(workbook, "id", "date", "start", "end");
      Row row = page.createRow(1);
      for (int column = 1; column <= 3; column++) {
        date(workbook, row, column, "yyyy-mm-dd");
      }
      row.getCell(1).setCellValue(0);
      row.getCell(2).setCellValue(60);
      row.getCell(3).setCellValue(61);
      TableBuilder table = entities(workbook);
      assertThat(table.table().rows().getFirst().cells().getLast()).isEqualTo("1900-03-01");
      assertThat(table.faults())
          .extracting(Object::toString)
          .containsExactly(
              "s.xlsx, sheet entities, row 2, column date: The cell has the form of a date, and its"
                  + " value 0 is none. Write the date itself; a formula that leads to an empty cell"
                  + " gives 0.",
              "s.xlsx, sheet entities, row 2, column start: The cell has the form of a date, and"
                  + " its value 60 is none. Write the date itself; a formula that leads to an empty"
                  + " cell gives 0.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[$-ko-KR]yyyy\"년\" m\"월\" d\"일\"|2019-11-22",
        "[$-412]yyyy\"년\" m\"월\" d\"일\" dddd|2019-11-22",
        "[$-411]yyyy\"年\"m\"月\"d\"日\"|2019-11-22",
        "[$-411]ggge\"年\"m\"月\"d\"日\";@|2019-11-22",
        "[$-411]ge.m.d|2019-11-22",
        "General|43791",
        "0.00E+00|43791"
      })
  void a_day_is_known_in_whatever_form(String format, String expected) throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      Row row = page(workbook, "id", "date").createRow(1);
      date(workbook, row, 1, "dd" + format);
      row.getCell(1).getCellStyle().setDataFormat(workbook.createDataFormat().getFormat(format));
      TableBuilder table = entities(workbook);
      assertThat(table.table().rows().getFirst().cells()).containsExactly("", expected);
      assertThat(table.faults()).isEmpty();
    }
  }

  @Test
  void what_a_spreadsheet_keeps_from_readers_is_told() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet page = page(workbook, "id", "date", "amount", "comment");
      Row row = page.createRow(1);
      row.createCell(0).setCellValue("event/a");
      row.createCell(1).setCellFormula("A9");
      row.createCell(2).setCellValue(1234567890123456d);
      row.createCell(3).setCellValue(0.1 + 0.2);
      page.createRow(2).createCell(0).setCellValue("event/b");
      page.addMergedRegion(CellRangeAddress.valueOf("A2:B2"));
      page.addMergedRegion(CellRangeAddress.valueOf("D2:D3"));
      page.addMergedRegion(CellRangeAddress.valueOf("F2:F3"));
      workbook.createSheet("Entities ");
      assertThat(entities(workbook).faults())
          .extracting(Object::toString)
          .containsExactly(
              "s.xlsx, sheet entities, row 2, column date: The formula here has no value yet. Open"
                  + " the workbook in a spreadsheet and save it, or write the value itself.",
              "s.xlsx, sheet entities, row 2, column amount: A spreadsheet keeps 15 digits of a"
                  + " number, and this has more. Make the cell text, and write it again.",
              "s.xlsx, sheet entities, row 2, column comment: This cell is merged with those below,"
                  + " which makes them empty. Unmerge it, and write the value in each row.",
              "s.xlsx, sheet entities, row 1: The workbook has two sheets of this name, case and"
                  + " spaces apart. Put all into one, and remove the other.");
    }
  }

  @Test
  void a_workbook_without_the_pages_says_so() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.createSheet("Sheet1");
      assertThat(faults("s.xlsx", bytes(workbook)))
          .hasSize(3)
          .contains(
              "sheet statements, row 1: The workbook has no sheet called statements. A sheet has"
                  + " three tables: op-ed, statements and entities.");
    }
  }

  @Test
  void an_error_of_a_formula_and_a_missing_first_row_are_told_once() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      table(workbook, TableName.OP_ED, Tables.OP_ED);
      XSSFSheet statements = table(workbook, TableName.STATEMENTS, Tables.STATEMENTS);
      statements.getRow(1).getCell(0).setCellErrorValue(FormulaError.NA.getCode());
      statements.getRow(1).getCell(4).setCellErrorValue(FormulaError.NA.getCode());
      XSSFSheet entities = table(workbook, TableName.ENTITIES, Tables.ENTITIES);
      entities.shiftRows(0, 1, 1);
      assertThat(faults("s.xlsx", bytes(workbook)))
          .containsExactly(
              "sheet entities, row 1: Row 1 has no headings. Remove what stands above them, so that"
                  + " row 1 has id, class, label_en, label_ko and so on.",
              "sheet statements, row 2, column id: The formula here gives #N/A. Write the value"
                  + " itself.",
              "sheet statements, row 2, column holder: The formula here gives #N/A. Write the value"
                  + " itself.");
    }
  }

  @Test
  void what_is_no_workbook_is_refused() throws Exception {
    assertThat(faults("s.xlsx", "id,label".getBytes(StandardCharsets.UTF_8)))
        .containsExactly(
            "s.xlsx:1:1: The workbook can't be read: it is no zip archive, or an empty one. Save it"
                + " as an Excel workbook (.xlsx) of at most 8 MB, without a password.");
  }

  @ParameterizedTest
  @CsvSource({"abc, 'the text of a cell is missing, A1.'", "99, Cannot get item at 99."})
  void a_cell_that_refers_to_no_text_makes_the_workbook_a_damaged_one(String index, String reason)
      throws Exception {
    assertThat(
            faults(
                "s.xlsx",
                withPage("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>" + index + "</v></c></row>")))
        .containsExactly(
            "s.xlsx:1:1: The workbook can't be read: "
                + reason
                + " Save it as an Excel workbook (.xlsx) of at most 8 MB, without a password.");
  }

  @Test
  void parts_of_no_known_kind_make_the_workbook_a_damaged_one() throws Exception {
    assertThat(faults("s.xlsx", withPart("[Content_Types].xml", "no XML")))
        .singleElement()
        .asString()
        .startsWith("s.xlsx:1:1: The workbook can't be read: ");
  }

  @Test
  void a_workbook_that_unpacks_to_too_much_is_refused() throws Exception {
    String rows = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>" + " ".repeat(60_000_000);
    assertThat(faults("s.xlsx", withPage(rows + "</t></is></c></row>")))
        .containsExactly(
            "s.xlsx:1:1: The workbook can't be read: it unpacks to more than 32 MB. Save it as an"
                + " Excel workbook (.xlsx) of at most 8 MB, without a password.");
  }

  @Test
  void entities_of_xml_are_never_resolved() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "kept-from-others");
    byte[] workbook =
        withPart(
            "xl/worksheets/sheet1.xml",
            """
            <?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "%s">]>
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
            <row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>
            """
                .formatted(secret.toUri()));
    assertThat(faults("s.xlsx", workbook))
        .singleElement()
        .asString()
        .contains("The workbook can't be read: ")
        .doesNotContain("kept-from-others");
  }

  @Test
  void an_archive_that_unpacks_to_too_much_is_refused() throws Exception {
    assertThat(
            faults(
                "s.zip",
                zip(Map.of("a/op-ed.csv", Tables.OP_ED, "a/any.bin", " ".repeat(40 << 20)))))
        .containsExactly(
            "s.zip:1:1: The archive can't be read: it unpacks to more than 32 MB."
                + " Zip op-ed.csv, statements.csv and entities.csv, and nothing else.");
  }

  @Test
  void an_archive_may_hold_the_folder_and_what_systems_add() throws Exception {
    byte[] archive =
        zip(
            Map.of(
                "park/op-ed.csv", Tables.OP_ED,
                "park/statements.csv", Tables.STATEMENTS,
                "park/entities.csv", Tables.ENTITIES,
                "__MACOSX/park/op-ed.csv", "nothing",
                "park/csv-metadata.json", "{}"));
    assertThat(CodedOpEds.of("body", archive, CodedOpEds.ARCHIVE).getFirst().triples())
        .isEqualTo(
            CodedOpEds.read(Tables.write(folder, Tables.OP_ED, Tables.STATEMENTS, Tables.ENTITIES))
                .getFirst()
                .triples());
  }

  private List<String> faults(String name, byte[] content) throws Exception {
    Path file = folder.resolve(name);
    Files.write(file, content);
    return Tables.faults(file).stream().map(it -> it.replace(folder + "/", "")).toList();
  }

  /** The page of entities, with headings. */
  private static XSSFSheet page(XSSFWorkbook workbook, String... headings) {
    XSSFSheet page = workbook.createSheet("entities");
    Row row = page.createRow(0);
    for (int i = 0; i < headings.length; i++) {
      row.createCell(i).setCellValue(headings[i]);
    }
    return page;
  }

  private static XSSFSheet table(XSSFWorkbook workbook, TableName name, String csv) {
    XSSFSheet page = workbook.createSheet(name.label());
    SoundOpEd.page(
        page, CsvTable.read(name, name.file(), csv.getBytes(StandardCharsets.UTF_8)).table());
    return page;
  }

  private static TableBuilder entities(XSSFWorkbook workbook) throws Exception {
    return Objects.requireNonNull(
        WorkbookReader.read("s.xlsx", bytes(workbook)).get(TableName.ENTITIES));
  }

  private static void date(XSSFWorkbook workbook, Row row, int column, String format) {
    var style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    var cell = row.createCell(column);
    cell.setCellStyle(style);
    cell.setCellValue(LocalDate.of(2019, 11, format.indexOf('d') < 0 ? 1 : 22));
  }

  private static byte[] withPage(String rows) throws Exception {
    return withPart(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + rows
            + "</sheetData></worksheet>");
  }

  /** A workbook whose one page is op-ed, with another text for one of its parts. */
  private static byte[] withPart(String part, String text) throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipOutputStream zip = new ZipOutputStream(out)) {
      workbook.createSheet("op-ed").createRow(0).createCell(0).setCellValue("slug");
      try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes(workbook)))) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          zip.putNextEntry(new ZipEntry(entry.getName()));
          zip.write(
              entry.getName().equals(part)
                  ? text.getBytes(StandardCharsets.UTF_8)
                  : in.readAllBytes());
        }
      }
      zip.finish();
      return out.toByteArray();
    }
  }

  private static byte[] zip(Map<String, String> files) throws Exception {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
      zip.finish();
      return out.toByteArray();
    }
  }

  private static byte[] bytes(XSSFWorkbook workbook) throws Exception {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.write(out);
      return out.toByteArray();
    }
  }
}
