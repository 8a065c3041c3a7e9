package org.demarche.draft;

import java.util.List;
import java.util.Optional;

/**
 * A statement that a sentence may make. All of it is guessed. Immutable.
 *
 * @param read the sentence
 * @param kind a code such as {@code recommendation}; empty where only a denial was found
 * @param holder whose position it is; empty where the coder must tell
 * @param reporter who puts it before the reader
 * @param subjects of the proposition, and whom it is addressed to if it is a recommendation
 * @param object of the proposition
 * @param certainty one code or more
 * @param denied whether its words deny it
 * @param strength of a recommendation
 * @param guesses what was guessed, and by what, in English
 */
public record Candidate(
    Read read,
    Optional<String> kind,
    Optional<String> holder,
    String reporter,
    List<Known> subjects,
    Optional<Known> object,
    List<String> certainty,
    boolean denied,
    Optional<String> strength,
    List<String> guesses) {
  static final String RECOMMENDATION = "recommendation";
  static final String CONDITION = "condition";
  static final String PREDICTION = "prediction";
  static final String ATTRIBUTION = "attribution";
  static final String DEMAND = "demand";

  /** Copies what could change. */
  public Candidate {
    subjects = List.copyOf(subjects);
    certainty = List.copyOf(certainty);
    guesses = List.copyOf(guesses);
  }

  /** Whether somebody else holds it than who reports it. */
  public boolean isReported() {
    return holder.filter(it -> !it.equals(reporter)).isPresent();
  }
}
