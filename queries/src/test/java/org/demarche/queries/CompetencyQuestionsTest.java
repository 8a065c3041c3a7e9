package org.demarche.queries;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The graph answers what it was made to answer. Each question stands at the head of its query, and
 * the answers were worked out by hand from the dossier of the op-ed.
 */
class CompetencyQuestionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CQ01", "CQ02", "CQ04", "CQ05", "CQ06", "CQ08", "CQ09", "CQ10", "CQ12", "CQ17", "CQ19",
        "CQ21"
      })
  void competency_question_has_the_answer_of_the_dossier(String question) {
    Question.of("competency/" + question).isAnsweredByTheGraph();
  }
}
