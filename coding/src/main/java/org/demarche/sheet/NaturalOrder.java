package org.demarche.sheet;

import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Orders as people do: P9 comes before P10. */
enum NaturalOrder implements Comparator<String> {
  INSTANCE;

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final int WIDTH = 20;

  @Override
  public int compare(String one, String other) {
    int order = key(one).compareTo(key(other));
    return order == 0 ? one.compareTo(other) : order;
  }

  private static String key(String text) {
    return DIGITS
        .matcher(text)
        .replaceAll((MatchResult digits) -> "0".repeat(padding(digits)) + digits.group());
  }

  private static int padding(MatchResult digits) {
    return Math.max(0, WIDTH - digits.group().length());
  }
}
