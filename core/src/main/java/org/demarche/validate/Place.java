package org.demarche.validate;

import java.util.Comparator;

/**
 * Where something stands in a file.
 *
 * @param file the file's name as it is shown to its author
 * @param line counted from 1
 * @param column counted from 1
 */
public record Place(String file, long line, long column) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file)
          .thenComparingLong(Place::line)
          .thenComparingLong(Place::column);

  static Place first(Place one, Place other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** As compilers print it: {@code botto.ttl:120:5}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
