package org.demarche.validate;

import java.util.stream.Stream;

/** One thing that every candidate is examined for. Stateless. */
sealed interface Check
    permits AgreesWithItself,
        Attribution,
        CalledTheSame,
        CopiedText,
        DatesAgree,
        DeclaredUse,
        KindFits,
        OwnStatements,
        PassagesFit,
        Reach,
        SaidTwice,
        ShapesHold,
        UnknownTerms,
        XmlCharacters {

  /**
   * What is wrong or could be better; empty when all is well.
   *
   * @param known the names that the candidate gives a meaning to
   */
  Stream<Finding> findings(Examination examination, KnownTerms known);
}
