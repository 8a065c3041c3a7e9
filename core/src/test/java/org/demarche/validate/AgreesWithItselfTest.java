package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.MiniDataset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AgreesWithItselfTest {
  private static final String CERTAINTY = "<https://w3id.org/demarche/codes/certainty/";

  @Test
  void nothing_is_certain_and_possible() {
    assertThat(
            told(
                "<statement/seoul/F001> dem:certainty %1$scertain> , %1$spossible> ."
                    .formatted(CERTAINTY)))
        .contains(
            "id:statement/seoul/F001: It is certain, and code:certainty/possible besides. Keep the"
                + " one, or the other");
  }

  @Test
  void what_is_conditional_may_be_possible_too() {
    assertThat(
            told(
                "<statement/seoul/F001> dem:certainty %1$sconditional> , %1$spossible> ."
                    .formatted(CERTAINTY)))
        .doesNotContain("besides");
  }

  @Test
  void nothing_leads_to_itself() {
    assertThat(told("<statement/seoul/F001> dem:corefersWith <statement/seoul/F001> ."))
        .contains("id:statement/seoul/F001: dem:corefersWith leads from it to itself.");
  }

  private static String told(String lines) {
    return MiniDataset.findingsInSoundOpEdWith(lines).toString();
  }
}
