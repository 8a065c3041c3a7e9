package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.MiniDataset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnStatementsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"statement/busan/F001", "passage/busan/P1", "op-ed/busan", "coding/busan"})
  void nothing_is_said_of_what_belongs_to_another_op_ed(String thing) {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith("<" + thing + "> dem:heldBy <actor/japan> .")
                .toString())
        .contains(
            "id:" + thing + ": This belongs to another op-ed, busan, which alone says what it is.");
  }

  @Test
  void it_may_be_pointed_to() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    "<statement/seoul/F001> dem:differsFrom <statement/busan/F001> .")
                .toString())
        .doesNotContain("another op-ed");
  }
}
