package org.demarche.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DatesTest {

  /** Seen from Sunday, 24 November 2019. */
  @ParameterizedTest
  @CsvFileSource(resources = "dates.csv", numLinesToSkip = 1)
  void dates_are_understood_from_the_day_of_publication(String language, String text, String edtf) {
    assertThat(Dates.in(new Sentence(1, language, text), published("2019-11-24")))
        .extracting(date -> date.period().edtf())
        .containsExactly(edtf.split(" "));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "no-dates.csv", numLinesToSkip = 1)
  void words_that_only_look_like_dates_are_none(String language, String text) {
    assertThat(Dates.in(new Sentence(1, language, text), published("2019-11-24"))).isEmpty();
  }

  @Test
  void where_the_day_of_publication_is_not_sure_the_date_is_neither() {
    assertThat(
            Dates.in(
                new Sentence(1, "en", "They met last week, and on November 23 again."),
                published("[2019-11-24..2019-12-01]")))
        .extracting(date -> date.period().edtf())
        .containsExactly("[2019-11-11..2019-11-24]", "2019-11-23");
  }

  @Test
  void only_a_date_with_its_year_needs_no_day_of_publication() {
    assertThat(
            Dates.in(
                new Sentence(1, "en", "From 3 May 2018 until 4 June."), published("2018-07-01")))
        .extracting(DateMention::inferred)
        .containsExactly(false, true);
  }

  private static Period published(String edtf) {
    return Period.parse(edtf).orElseThrow();
  }
}
