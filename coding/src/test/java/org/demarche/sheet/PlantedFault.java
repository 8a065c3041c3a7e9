package org.demarche.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.demarche.load.OpEdFiles;
import org.demarche.load.Source;
import org.demarche.load.SourceFile;

/**
 * One line of {@code planted-faults.tsv}: what is done to a sound op-ed, and what has to be found.
 *
 * @param form what is done: {@code cell} writes a value into a cell, and adds the column if it
 *     isn't there; {@code rename} and {@code remove} do that to a column; {@code twice} repeats a
 *     row under another id; {@code text} replaces text of a table; {@code bytes} saves a table in
 *     another way; {@code missing} leaves it out; {@code zip} and {@code xlsx} do the like to an
 *     archive and a workbook; {@code rdf} replaces text of the TriG; {@code two} describes two
 *     op-eds in one file
 * @param file the table
 * @param row as a spreadsheet counts
 * @param column its heading, or the text that is replaced
 * @param value what is written instead
 * @param place where the finding has to be; {@code @} and some text for the line that has it
 * @param words what the finding has to say, among others
 */
record PlantedFault(
    String form, String file, int row, String column, String value, String place, String words) {

  /** From a line, its fields separated by tabs; {@code \n} is the end of a line. */
  static PlantedFault parse(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 7) {
      throw new IllegalArgumentException(line);
    }
    return new PlantedFault(
        fields[0],
        fields[1],
        fields[2].isEmpty() ? 0 : Integer.parseInt(fields[2]),
        fields[3].replace("\\n", "\n"),
        fields[4].replace("\\n", "\n"),
        fields[5],
        fields[6]);
  }

  /** The op-ed with the fault in it, as a coder would hand it in. */
  List<Source> sources(SoundOpEd sound) {
    return switch (form) {
      case "zip" -> CodedOpEds.of("sheet.zip", archive(sound), CodedOpEds.ARCHIVE);
      case "xlsx" -> CodedOpEds.of("sheet.xlsx", workbook(sound), CodedOpEds.WORKBOOK);
      case "rdf" ->
          OpEdFiles.sources(List.of(SourceFile.of("lind.trig", utf8(mended(sound.trig())))));
      case "two" ->
          OpEdFiles.sources(
              List.of(
                  SourceFile.of(
                      "lind.ttl",
                      utf8(
                          "@prefix dem: <https://w3id.org/demarche/ontology#> .\n"
                              + "<https://w3id.org/demarche/id/op-ed/one> a dem:OpEd .\n"
                              + "<https://w3id.org/demarche/id/op-ed/two> a dem:OpEd .\n"))));
      default -> CodedOpEds.of("sheet.zip", zipped(tables(sound)), CodedOpEds.ARCHIVE);
    };
  }

  /** Where the finding has to be, as messages begin. */
  String expectedPlace(SoundOpEd sound) {
    if (!place.startsWith("@")) {
      return (file.isEmpty() || form.equals("zip") || form.equals("xlsx") ? "" : "sheet.zip, ")
          + place
          + ":";
    }
    List<String> lines = mended(sound.trig()).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(place.substring(1))) {
        return "lind.trig:" + (i + 1) + ":";
      }
    }
    throw new IllegalStateException("No line has " + place.substring(1));
  }

  @Override
  public String toString() {
    return String.join(" ", form, file, row == 0 ? "" : "row " + row, column, value)
        .replaceAll("\\s+", " ");
  }

  private String mended(String text) {
    if (!text.contains(column)) {
      throw new IllegalStateException("Nothing to replace: " + this);
    }
    int at = column.equals("}\n") ? text.lastIndexOf(column) : text.indexOf(column);
    return text.substring(0, at) + value + text.substring(at + column.length());
  }

  private Map<String, byte[]> tables(SoundOpEd sound) {
    Map<String, byte[]> tables = new LinkedHashMap<>();
    for (TableName name : TableName.values()) {
      tables.put(name.file(), CsvTable.write(sound.table(name)));
    }
    if (form.equals("missing")) {
      tables.remove(file);
    } else {
      tables.put(file, damaged(sound));
    }
    return tables;
  }

  private byte[] damaged(SoundOpEd sound) {
    Table table = sound.table(TableName.ofFile(file).orElseThrow());
    return switch (form) {
      case "text" -> utf8(mended(new String(CsvTable.write(table), StandardCharsets.UTF_8)));
      case "bytes" -> saved(table);
      default -> CsvTable.write(changed(table));
    };
  }

  private byte[] saved(Table table) {
    String text = new String(CsvTable.write(table), StandardCharsets.UTF_8).substring(1);
    return switch (value) {
      case "empty" -> new byte[0];
      case "headings" -> utf8(text.lines().findFirst().orElse(""));
      case "second" -> utf8(text + text.lines().skip(1).findFirst().orElse("") + "\n");
      default -> text.getBytes(Charset.forName(value));
    };
  }

  private Table changed(Table table) {
    List<String> columns = new ArrayList<>(table.columns());
    int index = columns.indexOf(column);
    if (form.equals("rename")) {
      columns.set(index, value);
      return new Table(columns, table.rows());
    }
    if (form.equals("remove")) {
      columns.remove(index);
    } else if (index < 0 && !column.isEmpty()) {
      columns.add(column);
    }
    List<Table.Row> rows = new ArrayList<>();
    for (Table.Row old : table.rows()) {
      List<String> cells = new ArrayList<>(old.cells());
      if (form.equals("remove")) {
        cells.remove(index);
      } else if (columns.size() > cells.size()) {
        cells.add("");
      }
      if (form.equals("cell") || form.equals("zip") || form.equals("xlsx")) {
        if (old.number() == row) {
          cells.set(index < 0 ? cells.size() - 1 : index, value);
        }
      }
      rows.add(new Table.Row(old.number(), cells));
      if (form.equals("twice") && old.number() == row) {
        List<String> again = new ArrayList<>(cells);
        again.set(columns.indexOf("id"), value);
        rows.add(new Table.Row(old.number(), again));
      }
    }
    return new Table(columns, rows);
  }

  private byte[] archive(SoundOpEd sound) {
    Map<String, byte[]> tables = new LinkedHashMap<>();
    for (TableName name : TableName.values()) {
      Table table = sound.table(name);
      boolean meant = name.file().equals(file) && row > 0;
      tables.put(name.file(), CsvTable.write(meant ? changed(table) : table));
    }
    byte[] whole = zipped(tables);
    return switch (value) {
      case "broken" -> Arrays.copyOf(whole, whole.length / 3);
      case "text" -> utf8("This is no archive.");
      default -> {
        if (row == 0) {
          tables.put(value, CsvTable.write(sound.table(TableName.ofFile(file).orElseThrow())));
        }
        yield zipped(tables);
      }
    };
  }

  private byte[] workbook(SoundOpEd sound) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (TableName name : TableName.values()) {
        boolean meant = name.file().equals(file);
        if (meant && value.equals("removed")) {
          continue;
        }
        Table table = sound.table(name);
        page(
            workbook.createSheet(name.label()),
            meant && row > 0 && !value.startsWith("formula") ? changed(table) : table);
        if (meant && value.startsWith("formula")) {
          Cell cell =
              workbook
                  .getSheet(name.label())
                  .getRow(row - 1)
                  .getCell(
                      table.columns().indexOf(column), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
          cell.setCellFormula("1/0");
          cell.setCellErrorValue(FormulaError.DIV0.getCode());
        }
      }
      workbook.write(out);
      byte[] whole = out.toByteArray();
      return value.equals("broken") ? Arrays.copyOf(whole, whole.length / 3) : whole;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void page(Sheet page, Table table) {
    fill(page.createRow(0), table.columns());
    for (Table.Row row : table.rows()) {
      fill(page.createRow(row.number() - 1), row.cells());
    }
  }

  private static void fill(Row row, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        row.createCell(i).setCellValue(cells.get(i));
      }
    }
  }

  private static byte[] zipped(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The op-ed that faults are planted in.
   *
   * @param tables as its coder wrote them
   * @param trig the graph that they give
   */
  record SoundOpEd(Map<TableName, Table> tables, String trig) {

    static SoundOpEd of(Source opEd, String folder) {
      Map<TableName, Table> tables = new LinkedHashMap<>();
      for (TableName name : TableName.values()) {
        ReadSheet read = SheetReader.onClassPath(folder);
        tables.put(name, read.sheet().table(name));
      }
      return new SoundOpEd(tables, OpEdTrig.write(opEd.graph(), opEd.triples()));
    }

    Table table(TableName name) {
      return Optional.ofNullable(tables.get(name)).orElseThrow();
    }
  }
}
