package org.demarche.validate;

import java.util.Comparator;
import java.util.Optional;

/**
 * Where something stands: in a text file, or in a table of a coding sheet.
 *
 * @param file the file's name as it is shown to its author
 * @param line counted from 1; the row of a table, which counts the row of headings as the first
 * @param column counted from 1; 0 for the whole row of a table
 * @param heading of the column where the file is a table, empty text for the whole row; {@link
 *     Optional#empty} in a text file
 */
public record Place(String file, long line, long column, Optional<String> heading)
    implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file)
          .thenComparingLong(Place::line)
          .thenComparingLong(Place::column)
          .thenComparing(place -> place.heading().orElse(""));

  /** A place in a text file. */
  public Place(String file, long line, long column) {
    this(file, line, column, Optional.empty());
  }

  /** A cell of a table. */
  public static Place cell(String file, long row, long column, String heading) {
    return new Place(file, row, column, Optional.of(heading));
  }

  /** A whole row of a table. */
  public static Place row(String file, long row) {
    return new Place(file, row, 0, Optional.of(""));
  }

  static Place first(Place one, Place other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /**
   * As compilers print it, {@code botto.ttl:120:5}; of a table as spreadsheets call it, {@code
   * statements.csv, row 12, column holder}.
   */
  @Override
  public String toString() {
    return heading
        .map(named -> file + ", row " + line + (named.isEmpty() ? "" : ", column " + named))
        .orElseGet(() -> file + ":" + line + ":" + column);
  }
}
