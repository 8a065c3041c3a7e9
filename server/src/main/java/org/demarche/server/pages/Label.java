package org.demarche.server.pages;

/**
 * A name as a page shows it.
 *
 * @param text never empty
 * @param language its tag, {@code ko}; empty where it is in no language
 */
public record Label(String text, String language) {
  /** What the attribute {@code lang} says; empty for English, which the pages are in. */
  public String lang() {
    return language.equals("en") || language.startsWith("en-") ? "" : language;
  }
}
