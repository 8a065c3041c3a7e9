package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.MiniDataset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PassagesFitTest {
  private static final String SOUND =
      """
      <op-ed/seoul> dem:textLength 900 .
      <passage/seoul/P2> a dem:Passage ; dem:paragraph "P2" ; oa:start 10 ; oa:end 400 .
      <passage/seoul/P3> a dem:Passage ; dem:paragraph "P3" ; oa:start 402 ; oa:end 900 .
      """;

  @Test
  void passages_that_follow_each_other_are_fine() {
    assertThat(told(SOUND)).doesNotContain("It ends", "It begins", "already", "otherwise");
  }

  @ParameterizedTest
  @CsvSource({
    "oa:end 900, oa:end 901, 'seoul.ttl:4:79: id:passage/seoul/P3: It ends after the text, which has 900 characters.'",
    "oa:start 402, oa:start 399, 'seoul.ttl:4:66: id:passage/seoul/P3: It begins before id:passage/seoul/P2 ends.'",
    "paragraph \"P3\", paragraph \"P2\", 'seoul.ttl:4:50: id:passage/seoul/P3: id:passage/seoul/P2 is this paragraph already.'",
    "paragraph \"P3\", paragraph \"P4\", 'seoul.ttl:4:50: id:passage/seoul/P3: It is named otherwise than its paragraph, P4.'"
  })
  void passages_that_cannot_be_in_one_text_are_faults(String right, String wrong, String expected) {
    assertThat(told(SOUND.replace(right, wrong))).contains(expected);
  }

  private static String told(String lines) {
    return MiniDataset.findingsInSoundOpEdWith(lines).toString();
  }
}
