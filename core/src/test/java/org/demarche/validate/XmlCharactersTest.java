package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.MiniDataset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class XmlCharactersTest {
  @ParameterizedTest
  @ValueSource(strings = {"0000", "0008", "000B", "000C", "000E", "001F", "FFFE", "FFFF"})
  void a_character_that_xml_cannot_have_is_a_fault_at_its_literal(String code) {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    "<op-ed/seoul> rdfs:comment \"talks\\u%s end\" .".formatted(code))
                .toString())
        .contains(
            "seoul.ttl:2:28: id:op-ed/seoul: rdfs:comment holds a character that XML can't have:"
                + " U+"
                + code
                + ". Leave it out.");
  }

  @Test
  void tabs_line_breaks_and_whatever_people_write_are_none() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    "<op-ed/seoul> rdfs:comment \"a\\tb\\nc\\rd\\u007F 서울 \\uFFFD \\U0001F642\" .")
                .toString())
        .doesNotContain("XML");
  }
}
