package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.MiniDataset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalledTheSameTest {

  @Test
  void a_new_thing_of_an_old_name_is_advised_against_at_its_name() {
    assertThat(findings("<actor/rok> a dem:Actor ; rdfs:label \"South Korea\"@en ."))
        .hasToString(
            "seoul.ttl:2:38: advice: id:actor/rok: It is called the same as id:actor/south-korea."
                + " Use that, and leave this out; or, if they are two, give it a name that tells"
                + " them apart.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rdfs:label \"south korea\"@en",
        "rdfs:label \"South-Korea\"@en",
        "rdfs:label \"The South Korea\"@en",
        "rdfs:label \"Sóuth Korea\"@en",
        "rdfs:label \"Seoul\"@en ; skos:altLabel \"대한민국\"@ko"
      })
  void case_accents_hyphens_and_article_make_no_other_name(String name) {
    assertThat(findings("<actor/rok> a dem:State ; " + name + " .").all())
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.ADVICE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<event/rok> a dem:Event ; rdfs:label \"South Korea\"@en .",
        "<actor/rok> a dem:Actor ; rdfs:label \"South Koreans\"@en .",
        "<actor/rok> a dem:Actor ; rdfs:label \"South Korea\"@fr .",
        "<actor/south-korea> a dem:Actor ; rdfs:label \"South Korea\"@en .",
        "<actor/rok> a dem:State ; rdfs:label \"South Korea\"@en ; dem:allyOf <actor/south-korea> ."
      })
  void other_families_names_and_languages_and_what_is_linked_are_fine(String thing) {
    assertThat(findings(thing).all()).isEmpty();
  }

  /** Each thing is named by the op-ed's statement, so that it can be reached. */
  private static Findings findings(String thing) {
    String name = thing.substring(0, thing.indexOf(' '));
    return MiniDataset.findingsInSoundOpEdWith(
        thing + "\n<statement/seoul/F001> dem:about " + name + " .");
  }
}
