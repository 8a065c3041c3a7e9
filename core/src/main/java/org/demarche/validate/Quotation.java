package org.demarche.validate;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognizes a quotation long enough to be somebody's sentence: six words between quotation marks
 * of whatever kind. A term in quotation marks is no quotation.
 */
public final class Quotation {
  private static final int FEWEST_WORDS = 6;

  /** Chinese and Japanese put no spaces between words, which have about two characters each. */
  public static final Pattern UNSPACED =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]");

  private static final int UNSPACED_CHARACTERS_IN_A_WORD = 2;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’.-]*");

  /**
   * What may stand between marks, without the marks. A single mark that letters surround is an
   * apostrophe.
   */
  private static final List<Pattern> QUOTED =
      List.of(
          // After a figure a straight mark is an inch, and opens nothing.
          Pattern.compile("(?:(?<![\\p{L}\\p{N}])\"|[“”„‟])([^\"“”„‟]+)[\"“”‟]"),
          Pattern.compile("`+([^`]+)[`'´]+"),
          Pattern.compile("«([^»]+)»"),
          Pattern.compile("»([^«]+)«"),
          Pattern.compile("‹([^›]+)›"),
          Pattern.compile("『([^』]+)』"),
          Pattern.compile("「([^」]+)」"),
          Pattern.compile("｢([^｣]+)｣"),
          Pattern.compile("《([^》]+)》"),
          Pattern.compile("〈([^〉]+)〉"),
          Pattern.compile("〝([^〞〟]+)[〞〟]"),
          Pattern.compile("＂([^＂]+)＂"),
          Pattern.compile(
              "(?<!\\p{L})['‘‚](?!\\p{N})((?:[^'‘’]|(?<=\\p{L})['’](?=\\p{L}))+)(?<!\\s)['‘’](?![\\p{L}\\p{N}])"));

  private Quotation() {}

  /** Whether the text quotes somebody. */
  public static boolean isIn(String text) {
    return QUOTED.stream()
        .flatMap(quoted -> quoted.matcher(text).results())
        .map(match -> match.group(1))
        .anyMatch(quoted -> words(quoted) >= FEWEST_WORDS);
  }

  private static long words(String text) {
    long unspaced = UNSPACED.matcher(text).results().count();
    long spaced = WORD.matcher(UNSPACED.matcher(text).replaceAll(" ")).results().count();
    return spaced + unspaced / UNSPACED_CHARACTERS_IN_A_WORD;
  }
}
