package org.demarche.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.queries.OpEdGraph.rows;

import org.junit.jupiter.api.Test;

/** Who is allied with whom, and who is party to what. */
class AlliesAndPartiesTest {
  @Test
  void japan_and_south_korea_are_the_only_parties_to_gsomia() {
    assertThat(rows("SELECT ?party WHERE { agreement:gsomia-japan-south-korea dem:party ?party }"))
        .containsExactlyInAnyOrder("actor/japan", "actor/south-korea");
  }

  @Test
  void the_obama_administration_negotiated_gsomia_without_being_a_party() {
    assertThat(
            rows(
                """
                SELECT ?participant
                WHERE {
                  GRAPH op-ed:botto-2019-gsomia {
                    ?part dem:participationIn agreement:gsomia-japan-south-korea ;
                          dem:participant ?participant ;
                          dem:participationRole
                              role:negotiator
                  }
                }
                """))
        .containsExactly("actor/obama-administration");
  }

  @Test
  void japan_and_south_korea_are_nowhere_allies() {
    assertThat(isAllyOf("japan", "south-korea")).isFalse();
    assertThat(isAllyOf("south-korea", "japan")).isFalse();
    assertThat(OpEdGraph.ask("ASK { actor:japan dem:allyOf|^dem:allyOf actor:south-korea }"))
        .isFalse();
    assertThat(
            rows(
                """
                SELECT DISTINCT ?alliance
                WHERE { ?alliance a dem:Alliance ; dem:party actor:japan , actor:south-korea }
                """))
        .isEmpty();
  }

  @Test
  void the_united_states_is_an_ally_of_each_in_both_directions() {
    assertThat(isAllyOf("united-states", "japan")).isTrue();
    assertThat(isAllyOf("japan", "united-states")).isTrue();
    assertThat(isAllyOf("united-states", "south-korea")).isTrue();
    assertThat(isAllyOf("south-korea", "united-states")).isTrue();
  }

  private static boolean isAllyOf(String state, String other) {
    return OpEdGraph.ask("ASK { actor:%s dem:allyOf actor:%s }".formatted(state, other));
  }
}
