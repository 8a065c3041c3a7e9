package org.demarche.draft;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A line of {@code cues.{language}.tsv}.
 *
 * @param hint what the words hint at
 * @param pattern the words
 * @param value what follows from them, as the head of {@code cues.en.tsv} tells; may be empty
 */
public record Cue(Hint hint, Pattern pattern, String value) {

  /** What words hint at. */
  public enum Hint {
    RECOMMENDATION,
    CONDITION,
    PREDICTION,
    HEDGE,
    SPEECH,
    NEGATION,
    ANAPHOR,
    SUFFIX,
    SUBJECT,
    TOPIC,
    SPOKESPERSON;

    /** Whether it is sought after a name, and not by itself. */
    boolean followsName() {
      return switch (this) {
        case SUFFIX, SUBJECT, TOPIC, SPOKESPERSON -> true;
        case RECOMMENDATION, CONDITION, PREDICTION, HEDGE, SPEECH, NEGATION, ANAPHOR -> false;
      };
    }

    static Hint of(String written) {
      return valueOf(written.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * Words that a cue names, in a sentence.
   *
   * @param start index in the sentence
   * @param end the index after the last
   * @param text the words
   */
  public record Hit(Cue cue, int start, int end, String text) {

    public Hint hint() {
      return cue.hint();
    }

    String value() {
      return cue.value();
    }
  }
}
