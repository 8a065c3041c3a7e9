package org.demarche.validate;

import java.util.List;

/**
 * Holds a candidate against everything that the knowledge graph promises, and tells all that is
 * wrong at once, so that an author mends a file in one go. Stateless.
 */
public final class Validation {
  private static final List<Check> CHECKS =
      List.of(
          new ShapesHold(),
          new UnknownTerms(),
          new DeclaredUse(),
          new KindFits(),
          new OwnStatements(),
          new PassagesFit(),
          new Reach(),
          new CopiedText(),
          new XmlCharacters(),
          new SaidTwice(),
          new Attribution(),
          new AgreesWithItself(),
          new DatesAgree(),
          new CalledTheSame());

  private Validation() {}

  /** What every check found, in the order of the places. */
  public static Findings examine(Examination examination) {
    KnownTerms known = KnownTerms.of(examination.dataset());
    return new Findings(
        CHECKS.stream()
            .flatMap(check -> check.findings(examination, known))
            .map(examination.places()::inWords)
            .toList());
  }
}
