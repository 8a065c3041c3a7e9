package org.demarche.server.reconcile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * How much alike two names are, from 0 to 1.
 *
 * <ul>
 *   <li>1: the same letters, whatever the case, accents, spaces, hyphens and width.
 *   <li>0.98: the same words in another order, as family names stand first or last.
 *   <li>0.92: an abbreviation of the first letters, {@code US}.
 *   <li>Else the better of two: the share of letters that stay when one name is changed into the
 *       other (Levenshtein), also after words were moved; and how well each word of one finds its
 *       like in the other, by length. A name that holds all words of the one asked for has at least
 *       0.6.
 *   <li>Where numbers differ, a fifth less: {@code Article 5} isn't {@code Article 6}.
 * </ul>
 */
final class Similarity {
  private static final double REORDERED = 0.98;
  private static final double ABBREVIATED = 0.92;
  private static final double BY_WORDS = 0.95;
  private static final double CONTAINED = 0.6;
  private static final double OTHER_NUMBERS = 0.8;

  /** Two words that have less in common are two words. */
  private static final double LIKE = 0.65;

  /** Names of more words are titles, and nobody moves the words of these. */
  private static final int MOST_MOVED = 5;

  private static final LevenshteinDistance LEVENSHTEIN = LevenshteinDistance.getDefaultInstance();

  private Similarity() {}

  /**
   * Compares what is asked for with a label.
   *
   * @param abbreviation whether the first is written as abbreviations are
   */
  static double of(Name asked, Name label, boolean abbreviation) {
    if (asked.isEmpty() || label.isEmpty()) {
      return 0;
    }
    if (asked.squeezed().equals(label.squeezed())) {
      return 1;
    }
    if (abbreviation && label.initials().contains(asked.squeezed())) {
      return ABBREVIATED;
    }
    double alike =
        Math.max(
            Math.max(ofLetters(asked.squeezed(), label.squeezed()), moved(asked, label)),
            ofWords(asked.words(), label.words()));
    return numbers(asked).equals(numbers(label)) ? alike : alike * OTHER_NUMBERS;
  }

  /** The share of letters that stay. */
  static double ofLetters(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    return longer == 0 ? 1 : 1 - (double) LEVENSHTEIN.apply(one, other) / longer;
  }

  /** The best after moving words from the front to the end. */
  private static double moved(Name asked, Name label) {
    List<String> words = new ArrayList<>(asked.words());
    if (words.size() < 2 || words.size() > MOST_MOVED) {
      return 0;
    }
    double best = 0;
    for (int times = 1; times < words.size(); times++) {
      Collections.rotate(words, 1);
      best = Math.max(best, ofLetters(String.join("", words), label.squeezed()));
    }
    return best * REORDERED;
  }

  private static double ofWords(List<String> asked, List<String> label) {
    double found = covered(asked, label);
    double told = covered(label, asked);
    if (found + told == 0) {
      return 0;
    }
    double mean = 2 * found * told / (found + told);
    double contained = label.containsAll(asked) ? CONTAINED + (1 - CONTAINED) * mean : 0;
    return Math.max(mean, contained) * BY_WORDS;
  }

  /** Which share of the letters of some words stands in words that have their like. */
  private static double covered(List<String> words, List<String> others) {
    double like = 0;
    int all = 0;
    for (String word : words) {
      double best = 0;
      for (String other : others) {
        best = Math.max(best, ofLetters(word, other));
      }
      like += best < LIKE ? 0 : best * word.length();
      all += word.length();
    }
    return like / all;
  }

  private static List<String> numbers(Name name) {
    return name.words().stream()
        .filter(word -> word.codePoints().allMatch(Character::isDigit))
        .sorted()
        .toList();
  }
}
