package org.demarche.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;

/** Writes sheets into folders, over no file that is there. Stateless. */
public final class SheetWriter {
  /** The workbook in a folder. */
  public static final String WORKBOOK = "sheet.xlsx";

  private static final String INSTRUCTIONS = "README.txt";

  private SheetWriter() {}

  /**
   * Begins a sheet: empty tables as files and as a workbook, what the columns mean, and
   * instructions.
   *
   * @param folder made if it isn't there
   * @param known what drops down in lists
   * @return the files that were written
   * @throws DemarcheException when one of them is there already, and then none is written
   */
  public static List<Path> begin(Path folder, KnownThings known) {
    Sheet empty =
        new Sheet(empty(TableName.OP_ED), empty(TableName.STATEMENTS), empty(TableName.ENTITIES));
    Map<String, byte[]> files = tables(empty);
    String instructions = instructions();
    files.put(INSTRUCTIONS, instructions.getBytes(StandardCharsets.UTF_8));
    files.put(WORKBOOK, WorkbookWriter.write(empty, instructions, Choices.of(known)));
    return write(folder, files);
  }

  /**
   * Writes a sheet as three tables, with a description of their columns.
   *
   * @param folder made if it isn't there
   * @return the files that were written
   * @throws DemarcheException when one of them is there already, and then none is written
   */
  public static List<Path> writeTables(Path folder, Sheet sheet) {
    return write(folder, tables(sheet));
  }

  /**
   * Writes a sheet as a workbook.
   *
   * @param folder made if it isn't there
   * @param known what drops down in lists
   * @return the file that was written
   * @throws DemarcheException when it is there already
   */
  public static List<Path> writeWorkbook(Path folder, Sheet sheet, KnownThings known) {
    return write(
        folder, Map.of(WORKBOOK, WorkbookWriter.write(sheet, instructions(), Choices.of(known))));
  }

  private static Table empty(TableName table) {
    return new Table(SheetMetadata.bundled().headings(table), List.of());
  }

  private static Map<String, byte[]> tables(Sheet sheet) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (TableName table : TableName.values()) {
      files.put(table.file(), CsvTable.write(sheet.table(table)));
    }
    files.put(
        SheetMetadata.FILE,
        SheetMetadata.bundled().describing(sheet).getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static List<Path> write(Path folder, Map<String, byte[]> files) {
    List<String> there =
        files.keySet().stream()
            .filter(name -> Files.exists(folder.resolve(name)))
            .sorted()
            .toList();
    if (!there.isEmpty()) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT,
          "%s holds %s already, and nothing is written over. Name another folder."
              .formatted(folder, String.join(", ", there)));
    }
    List<Path> written = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.write(path, file.getValue(), StandardOpenOption.CREATE_NEW);
        written.add(path);
      }
    } catch (IOException e) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT, folder + " can't be written to: " + e.getMessage(), e);
    }
    return List.copyOf(written);
  }

  private static String instructions() {
    try (InputStream in =
        Objects.requireNonNull(SheetWriter.class.getResourceAsStream(INSTRUCTIONS))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
