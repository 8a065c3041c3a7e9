package org.demarche.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.validate.Finding;
import org.demarche.validate.Place;

/**
 * Reads sheets: folders with three tables, workbooks, and archives of the three tables. Stateless.
 */
final class SheetReader {
  private static final Table EMPTY = new Table(List.of(), List.of());

  /** What every workbook holds, and no archive of tables. */
  private static final String WORKBOOK_PART = "[Content_Types].xml";

  /** One word of a title may be that of a heading. */
  private static final int FEWEST_HEADINGS = 2;

  private static final String FORKS = "__MACOSX/";

  private SheetReader() {}

  /**
   * Reads the folder of a sheet: the tables in it, and not the workbook beside them.
   *
   * @throws DemarcheException when a file can't be read
   */
  static ReadSheet folder(Path folder) {
    Map<TableName, byte[]> contents = new EnumMap<>(TableName.class);
    for (TableName table : TableName.values()) {
      Path file = folder.resolve(table.file());
      if (Files.isRegularFile(file)) {
        contents.put(table, bytes(file));
      }
    }
    return tables(
        folder.toString(),
        contents,
        table -> folder.resolve(table.file()).toString(),
        Files.exists(folder.resolve(SheetWriter.WORKBOOK))
            ? "if you work in " + SheetWriter.WORKBOOK + " beside it, name that file."
            : "");
  }

  /**
   * Reads a sheet that comes with the program.
   *
   * @param folder on the class path, without a slash at its ends
   */
  static ReadSheet onClassPath(String folder) {
    Map<TableName, byte[]> contents = new EnumMap<>(TableName.class);
    for (TableName table : TableName.values()) {
      String file = folder + "/" + table.file();
      try (InputStream in = SheetReader.class.getClassLoader().getResourceAsStream(file)) {
        if (in != null) {
          contents.put(table, in.readAllBytes());
        }
      } catch (IOException e) {
        throw new DemarcheException(
            ErrorCategory.INTERNAL, file + ": the file can't be read: " + e.getMessage(), e);
      }
    }
    return tables(folder, contents, table -> folder + "/" + table.file(), "");
  }

  /** Reads a workbook. */
  static ReadSheet workbook(String name, byte[] content) {
    Map<TableName, TableBuilder> tables = WorkbookReader.read(name, content);
    return read(
        name,
        tables,
        table -> WorkbookReader.page(name, table),
        "The workbook has no sheet called %s.",
        content,
        "");
  }

  /** Reads an archive of the three tables, or a workbook, which is an archive too. */
  static ReadSheet archive(String name, byte[] content) {
    Map<TableName, byte[]> contents = new EnumMap<>(TableName.class);
    List<Finding> faults = new ArrayList<>();
    try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(content))) {
      Unpacking.requireWithinLimits(content);
      for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        if (entry.getName().equals(WORKBOOK_PART)) {
          return workbook(name, content);
        }
        if (leadsOut(path(entry))) {
          // Nothing is written to disk, but who sends this means something else than a sheet.
          throw new ZipException(entry.getName() + " would be outside the folder it unpacks to");
        }
        Optional<TableName> table = tableIn(entry);
        if (table.isPresent()) {
          byte[] bytes = archive.readAllBytes();
          if (contents.putIfAbsent(table.get(), bytes) != null) {
            faults.add(
                Finding.fault(
                    Place.row(name + ", " + entry.getName(), 1),
                    "The archive has two tables of this name.",
                    "An archive is for one sheet."));
          }
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      faults.add(
          Finding.fault(
              new Place(name, 1, 1),
              "The archive can't be read: %s."
                  .formatted(Objects.requireNonNullElse(e.getMessage(), "it is damaged")),
              "Zip op-ed.csv, statements.csv and entities.csv, and nothing else."));
    }
    ReadSheet read = tables(name, contents, table -> name + ", " + table.file(), "");
    if (!faults.isEmpty()) {
      // What is missing because of these needs no mention.
      return read.withFaults(faults);
    }
    return read;
  }

  /** The bytes of a file. */
  static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > SheetLimits.FILE_BYTES) {
        throw new DemarcheException(
            ErrorCategory.BAD_INPUT,
            file + ": the file is larger than " + (SheetLimits.FILE_BYTES >> 20) + " MB.");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT, file + ": the file can't be read: " + e.getMessage(), e);
    }
  }

  private static ReadSheet tables(
      String name, Map<TableName, byte[]> contents, Function<TableName, String> file, String hint) {
    Map<TableName, TableBuilder> tables = new EnumMap<>(TableName.class);
    contents.forEach(
        (table, bytes) -> tables.put(table, CsvTable.read(table, file.apply(table), bytes)));
    return read(name, tables, file, "There is no file %s.csv.", together(contents), hint);
  }

  private static ReadSheet read(
      String name,
      Map<TableName, TableBuilder> tables,
      Function<TableName, String> file,
      String missing,
      byte[] content,
      String hint) {
    Map<TableName, String> files = new EnumMap<>(TableName.class);
    List<Finding> faults = new ArrayList<>();
    Set<TableName> headless = EnumSet.noneOf(TableName.class);
    tables.forEach(
        (table, builder) -> {
          if (isHeadless(table, builder, name)) {
            // Whatever else is wrong with its rows comes of that.
            headless.add(table);
            faults.add(Headings.missing(table, builder.file()));
          } else {
            faults.addAll(builder.faults());
          }
        });
    for (TableName table : TableName.values()) {
      files.put(table, file.apply(table));
      if (!tables.containsKey(table) && faults.stream().noneMatch(it -> isOfAll(it, name))) {
        faults.add(
            Finding.fault(
                Place.row(file.apply(table), 1),
                missing.formatted(table.label()),
                "A sheet has three tables: op-ed, statements and entities."));
      }
    }
    Function<TableName, Table> read =
        table ->
            Optional.ofNullable(tables.get(table))
                .filter(_ -> !headless.contains(table))
                .map(TableBuilder::table)
                .map(CellText::seen)
                .orElse(EMPTY);
    return new ReadSheet(
        name,
        new Sheet(
            read.apply(TableName.OP_ED),
            read.apply(TableName.STATEMENTS),
            read.apply(TableName.ENTITIES)),
        files,
        faults,
        content,
        hint);
  }

  /** Whether hardly anything in row 1 is a heading, and nothing worse has been found. */
  private static boolean isHeadless(TableName table, TableBuilder builder, String name) {
    Table read = builder.table();
    long filled = read.columns().stream().filter(heading -> !heading.isBlank()).count();
    long known = Headings.known(table, read.columns());
    return (known == 0 || known < Math.min(FEWEST_HEADINGS, filled))
        && (builder.faults().isEmpty() || !read.rows().isEmpty())
        && builder.faults().stream().noneMatch(fault -> isOfAll(fault, name));
  }

  private static boolean isOfAll(Finding fault, String name) {
    return fault.place().filter(place -> place.file().equals(name)).isPresent();
  }

  private static boolean leadsOut(String path) {
    return path.startsWith("/") || path.matches("(.*/)?\\.\\.(/.*)?");
  }

  /** Some programs on Windows write names with its separator. */
  private static String path(ZipEntry entry) {
    return entry.getName().replace('\\', '/');
  }

  private static Optional<TableName> tableIn(ZipEntry entry) {
    String path = path(entry);
    return path.endsWith("/") || path.startsWith(FORKS)
        ? Optional.empty()
        : TableName.ofFile(path.substring(path.lastIndexOf('/') + 1));
  }

  /** Names and lengths keep what belongs to one table apart from what belongs to the next. */
  private static byte[] together(Map<TableName, byte[]> contents) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    contents.forEach(
        (table, bytes) -> {
          all.writeBytes(table.label().getBytes(StandardCharsets.UTF_8));
          all.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
          all.writeBytes(bytes);
        });
    return all.toByteArray();
  }
}
