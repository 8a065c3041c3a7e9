package org.demarche.validate;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How one name may be written: with and without capitals, accents, hyphens and article. */
final class Spelling {
  private static final Pattern ARTICLE =
      Pattern.compile("^(the|a|an)\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
  private static final Pattern WORDS = Pattern.compile("(?<=[ -])");

  private Spelling() {}

  /** A name, and what else it may be written like; a few dozen at most. */
  static Set<String> variants(String name) {
    String bare = ARTICLE.matcher(name.strip()).replaceFirst("");
    Set<String> variants =
        Stream.of(bare, "the " + bare, "The " + bare)
            .flatMap(it -> Stream.of(it, withoutAccents(it)))
            .flatMap(it -> Stream.of(it, it.replace('-', ' '), it.replace(' ', '-')))
            .flatMap(
                it -> {
                  String lower = it.toLowerCase(Locale.ROOT);
                  return Stream.of(it, lower, capital(lower), capital(it), title(lower));
                })
            .collect(Collectors.toCollection(LinkedHashSet::new));
    variants.add(name);
    return variants;
  }

  private static String withoutAccents(String text) {
    // Composed again, as Hangul is taken apart too.
    return Normalizer.normalize(
        MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll(""),
        Normalizer.Form.NFC);
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
            + text.substring(text.offsetByCodePoints(0, 1));
  }

  private static String title(String text) {
    return WORDS.splitAsStream(text).map(Spelling::capital).collect(Collectors.joining());
  }
}
