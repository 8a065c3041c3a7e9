package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.MiniDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopiedTextTest {
  private static final String ADVICE =
      " Say it in your own words, and name the passage by dem:passage.";

  @Test
  void a_label_that_quotes_a_sentence_is_a_fault() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                "<statement/seoul/F001> rdfs:label \"Moon said “we will leave the pact in"
                    + " autumn”\"@en ."))
        .hasToString("seoul.ttl:2:35: id:statement/seoul/F001: rdfs:label quotes." + ADVICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rdfs:label", "rdfs:comment", "skos:altLabel", "skos:definition"})
  void a_note_of_more_than_250_characters_is_a_fault(String property) {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    "<statement/seoul/F001> " + property + " \"" + "가".repeat(251) + "\" .")
                .toString())
        .endsWith(
            "id:statement/seoul/F001: "
                + property
                + " has 251 characters; 250 are the most."
                + ADVICE);
  }

  @Test
  void a_note_of_250_characters_is_fine() {
    // Each is two units of UTF-16.
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    "<statement/seoul/F001> rdfs:label \""
                        + "𠮷".repeat(10)
                        + "a".repeat(240)
                        + "\" .")
                .all())
        .isEmpty();
  }

  @Test
  void a_title_may_be_long_and_quote() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    "<op-ed/seoul> dcterms:title \"“We will leave the pact in autumn” "
                        + "and so on ".repeat(30)
                        + "\" .")
                .all())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"oa:exact", "oa:prefix", "oa:suffix", "schema:text", "schema:articleBody"})
  void a_property_for_the_text_of_the_article_is_a_fault_however_short_its_value(String property) {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith("<passage/seoul/P1> " + property + " \"Seoul\" .")
                .toString())
        .contains("id:passage/seoul/P1: " + property + " would hold text of the article." + ADVICE);
  }

  @Test
  void a_selector_by_text_is_a_fault() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith("<passage/seoul/P1> a oa:TextQuoteSelector .")
                .toString())
        .contains(
            "id:passage/seoul/P1: An oa:TextQuoteSelector would hold text of the article."
                + ADVICE);
  }
}
