package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.MiniDataset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SaidTwiceTest {
  private static final String PROPOSITION =
      " a dem:Statement ; dem:source <op-ed/seoul> ; dem:passage <passage/seoul/P1> ;"
          + " dem:heldBy <actor/japan> ;"
          + " rdf:subject <actor/japan> ; rdf:predicate dem:allyOf ; rdf:object <actor/south-korea> .\n";

  private static final String TWICE =
      "<statement/seoul/F002>" + PROPOSITION + "<statement/seoul/F003>" + PROPOSITION;

  @Test
  void the_same_proposition_of_the_same_holder_is_a_fault_at_the_second_statement() {
    assertThat(MiniDataset.findingsInSoundOpEdWith(TWICE))
        .hasToString(
            "seoul.ttl:3:26: id:statement/seoul/F003: It says what id:statement/seoul/F002 says, of"
                + " the same holder. Remove one; or, where the op-ed says it twice, let"
                + " dem:corefersWith lead from one to the other.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<statement/seoul/F002> dem:corefersWith <statement/seoul/F003> .",
        "<statement/seoul/F003> dem:corefersWith <statement/seoul/F002> .",
        "<statement/seoul/F003> dem:heldBy <actor/south-korea> .",
        "<statement/seoul/F003> dem:polarity <actor/south-korea> ."
      })
  void what_is_linked_or_differs_in_holder_or_sense_is_fine(String difference) {
    assertThat(MiniDataset.findingsInSoundOpEdWith(TWICE + difference).all()).isEmpty();
  }
}
