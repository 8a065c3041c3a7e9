package org.demarche.sheet;

/**
 * The most that is read of a sheet: many times what an op-ed has, and little enough that no file
 * takes the memory of a server.
 */
final class SheetLimits {
  /** Of a file, as it is sent: 8 MB. */
  static final int FILE_BYTES = 8 << 20;

  /** Of an archive or workbook, unpacked: 32 MB. */
  static final int UNPACKED_BYTES = 32 << 20;

  /** Of an archive or workbook. */
  static final int PARTS = 200;

  /** Of a table, empty ones not counted. */
  static final int ROWS = 20_000;

  /** Of a table. */
  static final int COLUMNS = 300;

  /** Of a cell, in characters; spreadsheets take no more themselves. */
  static final int CELL_CHARACTERS = 32_767;

  private SheetLimits() {}
}
