package org.demarche.search;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * A part of a text.
 *
 * @param text never empty
 * @param matches whether it answers the search
 */
public record Marked(String text, boolean matches) {

  /** The whole text, in parts. */
  static List<Marked> of(String text, String search, Analysis analysis) {
    String normalized = Analysis.normalized(text);
    boolean[] marks = new boolean[normalized.length()];
    Set<String> wanted =
        analysis.words(search).stream().map(Analysis.Word::term).collect(Collectors.toSet());
    for (Analysis.Word word : analysis.words(text)) {
      wanted.stream()
          .filter(each -> isAnswer(word.term(), each))
          .max(comparingInt(String::length))
          .ifPresent(each -> mark(marks, word, each));
    }
    return parts(normalized, marks);
  }

  /** Of a pair of characters, one of which is wanted, only that one. */
  private static void mark(boolean[] marks, Analysis.Word word, String wanted) {
    boolean half = wanted.length() == 1 && word.term().length() == 2;
    int end = half ? word.start() + 1 : Math.min(word.end(), marks.length);
    Arrays.fill(marks, word.start(), end, true);
  }

  private static boolean isAnswer(String word, String wanted) {
    return word.equals(wanted)
        || word.startsWith(wanted)
        || (wanted.length() >= 4 && wanted.charAt(0) == word.charAt(0) && isNear(word, wanted));
  }

  private static boolean isNear(String word, String wanted) {
    int allowed = wanted.length() < 8 ? 1 : 2;
    return Math.abs(word.length() - wanted.length()) <= allowed
        && LevenshteinDistance.getDefaultInstance().apply(word, wanted) <= allowed;
  }

  private static List<Marked> parts(String text, boolean[] marks) {
    List<Marked> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= marks.length; i++) {
      if (i == marks.length || marks[i] != marks[start]) {
        parts.add(new Marked(text.substring(start, i), marks[start]));
        start = i;
      }
    }
    return parts;
  }
}
