package org.demarche.draft;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Set;

/** The languages in which words are known. */
final class Language {
  static final String ENGLISH = "en";
  static final String KOREAN = "ko";
  static final String JAPANESE = "ja";

  /** Those that have files of cues and dates. */
  static final Set<String> KNOWN = Set.of(ENGLISH, KOREAN, JAPANESE);

  private Language() {}

  /**
   * The language of a text by its letters: Hangul is Korean, kana are Japanese; a quotation in
   * another script doesn't decide.
   *
   * @param usual for a text whose letters may be of several languages
   */
  static String of(String text, String usual) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    if (of(text, UnicodeScript.HANGUL) * 2 > letters) {
      return KOREAN;
    }
    long kana = of(text, UnicodeScript.HIRAGANA) + of(text, UnicodeScript.KATAKANA);
    long han = of(text, UnicodeScript.HAN);
    if (kana > 0 && (kana + han) * 2 > letters) {
      return JAPANESE;
    }
    if (han * 2 > letters || !(usual.equals(KOREAN) || usual.equals(JAPANESE))) {
      return usual;
    }
    return ENGLISH;
  }

  /**
   * The same letters, each as one where it can be: systems take them apart, and rules and names
   * have them whole.
   */
  static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Whether words are written without spaces between them, or in syllables. */
  static boolean isDense(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    return (of(text, UnicodeScript.HANGUL)
                + of(text, UnicodeScript.HAN)
                + of(text, UnicodeScript.HIRAGANA)
                + of(text, UnicodeScript.KATAKANA))
            * 2
        > letters;
  }

  private static long of(String text, UnicodeScript script) {
    return text.codePoints().filter(point -> UnicodeScript.of(point) == script).count();
  }
}
