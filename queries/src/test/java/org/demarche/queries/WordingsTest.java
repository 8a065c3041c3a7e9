package org.demarche.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.queries.OpEdGraph.rows;
import static org.demarche.queries.OpEdGraph.statements;

import org.junit.jupiter.api.Test;

/** One thing in several wordings is one node, and two things in like words are two. */
class WordingsTest {
  @Test
  void the_moon_administration_acts_on_gsomia_once() {
    assertThat(
            rows(
                """
                SELECT ?event
                WHERE {
                  GRAPH op-ed:botto-2019-gsomia {
                    ?event a dem:AgreementAction ;
                           dem:actor actor:moon-administration
                  }
                }
                """))
        .containsExactly("event/gsomia-withdrawal-postponed");
  }

  @Test
  void the_postponement_is_described_where_it_is_reported() {
    assertThat(statements("?statement dem:describes event:gsomia-withdrawal-postponed"))
        .containsExactly("F009", "F012");
  }

  @Test
  void postponing_and_staying_in_and_extending_are_about_the_postponement() {
    assertThat(statements("?statement dem:about event:gsomia-withdrawal-postponed"))
        .contains("F009", "F010", "F012", "F016", "F017", "F025", "F032", "F067", "F134");
  }

  @Test
  void the_announced_withdrawal_is_one_event_in_two_wordings() {
    assertThat(statements("?statement dem:describes event:gsomia-withdrawal-announced"))
        .containsExactly("F015", "F127");
  }

  @Test
  void the_export_controls_are_one_measure_in_two_wordings() {
    assertThat(statements("?statement dem:describes measure:japan-export-controls"))
        .containsExactly("F044", "F128");
  }

  @Test
  void the_two_mentions_of_us_pressure_stay_apart() {
    assertThat(
            rows(
                """
                SELECT ?code ?measure
                WHERE {
                  GRAPH op-ed:botto-2019-gsomia {
                    VALUES ?code { "F033" "F112" }
                    ?statement dem:code ?code ; dem:describes ?measure
                  }
                }
                """))
        .containsExactlyInAnyOrder(
            "F033,measure/us-pressure-to-keep-gsomia", "F112,measure/us-public-pressure");
  }
}
