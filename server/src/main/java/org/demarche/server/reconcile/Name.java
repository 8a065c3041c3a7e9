package org.demarche.server.reconcile;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name without what writers differ in: case, accents, width of the characters, punctuation,
 * spaces. Immutable.
 *
 * @param folded the words, with a space between two
 * @param words in their order
 * @param squeezed the words without spaces: {@code moonjaein}
 * @param keys under which the name is looked up: its words, those that hyphens join, and each two
 *     neighbouring characters where a script writes no spaces
 */
record Name(String folded, List<String> words, String squeezed, Set<String> keys) {
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
  private static final Pattern WITHIN_A_WORD = Pattern.compile("['’ʼ`´]+");
  private static final Pattern HYPHENS = Pattern.compile("(?<=\\p{L})[-‐‑](?=\\p{L})");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
  private static final Pattern UNSPACED =
      Pattern.compile("[\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}ー]{2,}");
  private static final Pattern ABBREVIATION = Pattern.compile("[A-Z](?:\\.?[A-Z]){1,6}\\.?");

  /** Words that abbreviations leave out or not. */
  private static final Set<String> SMALL = Set.of("a", "an", "and", "for", "in", "of", "on", "the");

  Name {
    words = List.copyOf(words);
    keys = Set.copyOf(keys);
  }

  /** Folds a name; one of punctuation alone has no words. */
  static Name of(String text) {
    String even = WITHIN_A_WORD.matcher(normal(text, Normalizer.Form.NFKC)).replaceAll("");
    String folded = fold(even);
    List<String> words = words(folded);
    Set<String> keys = new LinkedHashSet<>(words);
    keys.addAll(words(fold(HYPHENS.matcher(even).replaceAll(""))));
    words.forEach(word -> addPairs(word, keys));
    return new Name(folded, words, String.join("", words), keys);
  }

  /** Whether there is nothing to compare. */
  boolean isEmpty() {
    return words.isEmpty();
  }

  /**
   * What the name may be abbreviated to: the first letters of its words, with the small ones and
   * without: {@code rok}, {@code wto}. None for a single word.
   */
  Set<String> initials() {
    Set<String> initials = new LinkedHashSet<>();
    List<String> counting = words.stream().filter(word -> !SMALL.contains(word)).toList();
    for (List<String> some : List.of(words, counting)) {
      if (some.size() > 1) {
        initials.add(
            some.stream()
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining()));
      }
    }
    return initials;
  }

  /** Whether a text is written as abbreviations are: {@code ROK}, {@code U.S.} */
  static boolean isAbbreviation(String text) {
    return ABBREVIATION.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip()).matches();
  }

  private static String fold(String text) {
    String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    // Of Latin, Greek and Cyrillic only: the marks of kana make other letters.
    String plain = Normalizer.normalize(ACCENTS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
    return BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
  }

  private static String normal(String text, Normalizer.Form form) {
    return Normalizer.isNormalized(text, form) ? text : Normalizer.normalize(text, form);
  }

  private static List<String> words(String folded) {
    return folded.isEmpty() ? List.of() : Arrays.asList(folded.split(" ", -1));
  }

  private static void addPairs(String word, Set<String> keys) {
    UNSPACED
        .matcher(word)
        .results()
        .map(run -> run.group())
        .forEach(
            run -> {
              for (int at = 0; at + 2 <= run.length(); at++) {
                keys.add(run.substring(at, at + 2));
              }
            });
  }
}
