package org.demarche.ontology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What is expected of the ontology, in tab-separated values beside the tests. */
final class Table {
  private Table() {}

  /** The rows without comments; an empty cell is an empty list. */
  static List<List<List<String>>> rows(String file) {
    try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> Arrays.stream(line.split("\t", -1)).map(Table::words).toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words(String cell) {
    return Arrays.stream(cell.split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}
