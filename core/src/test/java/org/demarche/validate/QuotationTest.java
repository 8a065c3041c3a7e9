package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He said \"one two three four five six\".",
        "He said “one two three four five six”.",
        "He said ‘one two three four five six’.",
        "He said 'one two three four five six'.",
        "He said ‘Seoul’s pact can’t last five years’.",
        "He said 'Seoul's pact can't last five years'.",
        "Er sagte „eins zwei drei vier fünf sechs“.",
        "Il a dit « un deux trois quatre cinq six ».",
        "Er sagte »eins zwei drei vier fünf sechs«.",
        "On a dit ‹un deux trois quatre cinq six›.",
        "韓国は「協定を終了すると発表した」と述べた。",
        "韓国は『協定を終了すると発表した』と述べた。",
        "그는 “하나 둘 셋 넷 다섯 여섯”이라고 말했다.",
        "그는 《하나 둘 셋 넷 다섯 여섯》을 썼다.",
        "그는 〈하나 둘 셋 넷 다섯 여섯〉을 썼다.",
        "He said “one two three four five six\".",
        "He said \"one two three four five six”.",
        "Er sagte ‚eins zwei drei vier fünf sechs‘.",
        "He said `one two three four five six`.",
        "He said ``one two three four five six''.",
        "韓国は｢協定を終了すると発表した｣と述べた。",
        "He said “one” and then \"one two three four five six seven\"."
      })
  void six_words_between_marks_are_a_quotation(String text) {
    assertThat(Quotation.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He said one two three four five six.",
        "He said “one two three four five”.",
        "The “Three No's” and the \"white list\" stood between them for a long while.",
        "Seoul's pact with Tokyo isn't what Washington's officials wanted it to be.",
        "The two states' pact and the three states' talks were not the same.",
        "A 5\" pipe that leads to the harbour, and a 6\" one beside it.",
        "In the '90s the two states were closer than in the early '00s they were.",
        "日韓「軍事情報包括」協定",
        "A measure of 5' and a height of 6' are given for each of the doors.",
        ""
      })
  void fewer_words_or_no_marks_are_none(String text) {
    assertThat(Quotation.isIn(text)).isFalse();
  }
}
