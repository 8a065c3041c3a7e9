package org.demarche.sheet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.demarche.validate.Finding;

/** A sheet as it was read, not yet understood. */
final class ReadSheet {
  private final String name;
  private final Sheet sheet;
  private final Map<TableName, String> files;
  private final List<Finding> faults;
  private final byte[] content;

  /**
   * A sheet that was read.
   *
   * @param name by which messages call the whole of it
   * @param sheet its tables; one that couldn't be read is empty
   * @param files by which messages call each table
   * @param faults why tables couldn't be read
   * @param content the bytes that it was read from
   */
  ReadSheet(
      String name,
      Sheet sheet,
      Map<TableName, String> files,
      List<Finding> faults,
      byte[] content) {
    this.name = name;
    this.sheet = sheet;
    this.files = Map.copyOf(files);
    this.faults = List.copyOf(faults);
    this.content = content;
  }

  String name() {
    return name;
  }

  Sheet sheet() {
    return sheet;
  }

  String file(TableName table) {
    return Objects.requireNonNull(files.get(table));
  }

  List<Finding> faults() {
    return faults;
  }

  /** The same, with other faults. */
  ReadSheet withFaults(List<Finding> others) {
    return new ReadSheet(name, sheet, files, others, content);
  }

  byte[] content() {
    return content;
  }
}
