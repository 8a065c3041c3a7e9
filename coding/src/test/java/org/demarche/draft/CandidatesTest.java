package org.demarche.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CandidatesTest {

  @ParameterizedTest
  @CsvFileSource(resources = "candidates.csv", numLinesToSkip = 1)
  void the_words_of_a_sentence_hint_at_statements(String text, String statements) {
    assertThat(candidates(text)).isEqualTo(statements == null ? "" : statements);
  }

  private static String candidates(String text) {
    Sentence sentence = Sentences.of(text, "en").getFirst();
    Passage passage = new Passage("P1", Passage.Role.BODY, 0, 0, text, List.of(sentence));
    Read read =
        Read.of(
            passage,
            sentence,
            NameFinder.of(Examples.NAMES, passage.sentences()),
            Period.parse("2019-11-24").orElseThrow());
    return new Candidates(Examples.NAMES)
        .of(read, "author").stream().map(CandidatesTest::shown).collect(Collectors.joining(" + "));
  }

  private static String shown(Candidate candidate) {
    return candidate.kind().orElse("?")
        + candidate.strength().map(it -> " " + it).orElse("")
        + (candidate.denied() ? " denied" : "")
        + " by "
        + candidate.holder().orElse("?").replace("actor/", "")
        + candidate.subjects().stream()
            .map(it -> it.reference().replace("actor/", ""))
            .collect(Collectors.joining(",", " of ", ""))
        + " "
        + String.join("|", candidate.certainty());
  }
}
