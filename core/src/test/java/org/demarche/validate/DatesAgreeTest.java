package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.MiniDataset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatesAgreeTest {

  @ParameterizedTest
  @CsvSource({"2019-11-22, 2019-11-21", "2019-11, 2019-10-31", "2019, 2020-01-01"})
  void a_bound_outside_of_the_date_as_known_is_a_fault(String edtf, String bound) {
    assertThat(found(edtf, bound))
        .contains(
            "id:event/pact: dem:earliestBegin %s is outside of dem:edtf \"%s\". Mend the one or the other."
                .formatted(bound, edtf));
  }

  @ParameterizedTest
  @CsvSource({
    "2019-11-22, 2019-11-22",
    "2019-11, 2019-11-30",
    "2019, 2019-01-01",
    "2019-11-22~, 2019-11-20",
    "[2019-11-24..2019-12-01], 2019-11-24",
    "2019-08/2019-11, 2019-08-22",
    "2019-11-22, not a day"
  })
  void what_may_be_meant_is_fine(String edtf, String bound) {
    assertThat(found(edtf, bound)).doesNotContain("is outside of");
  }

  @Test
  void what_precedes_something_that_had_begun_before_is_a_fault() {
    assertThat(ordered("2019-11-22"))
        .contains(
            "id:event/pact: It is said to precede id:event/talks, which had begun by 2019-11-20;"
                + " but it began on 2019-11-22 at the earliest. Mend the dates, or remove"
                + " dem:precedes.");
  }

  @Test
  void what_begins_the_same_day_may_precede() {
    assertThat(ordered("2019-11-20")).doesNotContain("precede");
  }

  private static String ordered(String begin) {
    return MiniDataset.findingsInSoundOpEdWith(
            "<event/pact> dem:precedes <event/talks> ; dem:earliestBegin \"%s\"^^xsd:date .\n"
                    .formatted(begin)
                + "<event/talks> a dem:Event ; dem:latestBegin \"2019-11-20\"^^xsd:date .")
        .toString();
  }

  private static String found(String edtf, String bound) {
    return MiniDataset.findingsInSoundOpEdWith(
            "<event/pact> a dem:Event ; dem:edtf \"%s\" ; dem:earliestBegin \"%s\" ."
                .formatted(edtf, bound))
        .toString();
  }
}
