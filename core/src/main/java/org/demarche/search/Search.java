package org.demarche.search;

import java.util.Optional;

/**
 * What to look for.
 *
 * @param text as a person typed it, in any language; no syntax. What goes beyond {@link #LONGEST}
 *     characters isn't looked at
 * @param kind the only kind of things that is wanted, as {@link ThingKind} names it
 * @param limit how many of each kind are wanted at most; positive
 */
public record Search(String text, Optional<String> kind, int limit) {
  /** How many characters of a text are looked at. */
  public static final int LONGEST = 200;

  /** Cuts the text. */
  public Search {
    if (limit < 1) {
      throw new IllegalArgumentException("A limit is positive: " + limit);
    }
    text = cut(text);
  }

  /** For things of any kind. */
  public static Search of(String text, int limit) {
    return new Search(text, Optional.empty(), limit);
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }
}
