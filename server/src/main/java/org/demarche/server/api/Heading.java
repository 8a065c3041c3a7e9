package org.demarche.server.api;

import java.util.Locale;

/** Names as people write them. */
final class Heading {
  private Heading() {}

  /** {@code setBy} is "Set by", {@code reported-positions} is "Reported positions". */
  static String of(String name) {
    String words =
        name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replace('-', ' ').toLowerCase(Locale.ROOT);
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
