package org.demarche.draft;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The files of words and patterns beside the program, which hold all that is particular to a
 * language.
 */
final class RuleFile {
  private static final String FOLDER = "/demarche/draft/";
  private static final String COMMENT = "#";
  private static final String TAB = "\t";

  private RuleFile() {}

  /** The lines of a file, cut at tabs, without comments. */
  static List<List<String>> lines(String name) {
    try (InputStream in = RuleFile.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(FOLDER + name + " is missing");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith(COMMENT))
          .map(line -> List.of(line.split(TAB, -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
