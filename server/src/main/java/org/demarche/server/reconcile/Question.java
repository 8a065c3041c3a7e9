package org.demarche.server.reconcile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A reconciliation query: section 4.1 of the specification. It has a text, or properties, or both.
 *
 * @param text the name that is looked for
 * @param types identifiers, as they were sent
 * @param strictness what the types are to the candidates
 * @param limit how many candidates at most
 * @param properties what else is known of the thing
 */
record Question(
    Optional<String> text,
    List<String> types,
    Strictness strictness,
    int limit,
    List<Known> properties) {

  /** More candidates than these nobody looks through. */
  static final int MOST = 100;

  /** A name is shorter; a text that somebody pasted isn't looked for. */
  static final int LONGEST = 500;

  /** What the types that are given are to the candidates. */
  enum Strictness {
    /** Each is of at least one of them. */
    ANY,
    /** Each is of all of them. */
    ALL,
    /** Those of none of them come later. */
    SHOULD
  }

  /**
   * What is known of a thing.
   *
   * @param property its identifier, as it was sent
   * @param values of which one will do
   */
  record Known(String property, List<Given> values) {
    Known {
      values = List.copyOf(values);
    }
  }

  Question {
    requireNonNull(text);
    requireNonNull(strictness);
    types = List.copyOf(types);
    properties = List.copyOf(properties);
    if (text.isEmpty() && properties.isEmpty()) {
      throw new Fault("There is neither a \"query\" nor anything in \"properties\".");
    }
    if (limit < 1 || limit > MOST) {
      throw new Fault("The \"limit\" must be a whole number from 1 to " + MOST + ".");
    }
    if (text.filter(it -> it.length() > LONGEST).isPresent()) {
      throw new Fault("The \"query\" is longer than " + LONGEST + " characters.");
    }
  }
}
