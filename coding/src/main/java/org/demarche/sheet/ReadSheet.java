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
  private final String hint;

  /**
   * A sheet that was read.
   *
   * @param name by which messages call the whole of it
   * @param sheet its tables; one that couldn't be read is empty
   * @param files by which messages call each table
   * @param faults why tables couldn't be read
   * @param content the bytes that it was read from
   * @param hint where else the op-ed may be, if it isn't here: the end of a sentence, or empty
   */
  ReadSheet(
      String name,
      Sheet sheet,
      Map<TableName, String> files,
      List<Finding> faults,
      byte[] content,
      String hint) {
    this.name = name;
    this.sheet = sheet;
    this.files = Map.copyOf(files);
    this.faults = List.copyOf(faults);
    this.content = content;
    this.hint = hint;
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
    return new ReadSheet(name, sheet, files, others, content, hint);
  }

  /** Where else the op-ed may be, if it isn't here: the end of a sentence, or empty. */
  String hint() {
    return hint;
  }

  byte[] content() {
    return content;
  }
}
