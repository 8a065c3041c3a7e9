package org.demarche.server.pages;

import java.util.Locale;

/** Names as people write them. */
public final class Heading {
  private Heading() {}

  /** {@code setBy} is "Set by", {@code reported-positions} is "Reported positions". */
  public static String of(String name) {
    if (name.equals("edtf")) {
      return "Date as known";
    }
    String words =
        name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replace('-', ' ').toLowerCase(Locale.ROOT);
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
