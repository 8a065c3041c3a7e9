package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.MiniDataset;
import org.junit.jupiter.api.Test;

class DeclaredUseTest {

  @Test
  void a_property_on_a_thing_outside_its_domain_is_a_fault_at_its_line() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    "<statement/seoul/F001> dem:about <event/talks> .\n"
                        + "<event/talks> a dem:Event ; dem:participant <actor/japan> .")
                .toString())
        .contains(
            "seoul.ttl:3:45: id:event/talks: dem:participant stands on dem:Participation, which"
                + " this is not. Use another property, or say that this is one.");
  }

  @Test
  void a_thing_of_two_disjoint_classes_is_a_fault() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    "<statement/seoul/F001> dem:about <event/talks> .\n"
                        + "<event/talks> a dem:Event , dem:Statement ;"
                        + " dem:heldBy <actor/japan> ; dem:passage <passage/seoul/P1> .")
                .toString())
        .contains(
            "id:event/talks: Nothing is both dem:Event and dem:Statement. Keep one, and make"
                + " another thing of the other.");
  }

  @Test
  void a_thing_of_two_classes_of_a_disjoint_list_is_a_fault() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    "<statement/seoul/F001> dem:about <agreement/pact> .\n"
                        + "<agreement/pact> a dem:Agreement , dem:Participation .")
                .toString())
        .contains(
            "id:agreement/pact: Nothing is both dem:Agreement and dem:Participation. Keep one, and"
                + " make another thing of the other.");
  }

  @Test
  void an_irreflexive_property_that_leads_back_is_a_fault_at_its_line() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    "<statement/seoul/F001> dem:about <actor/japan> .\n"
                        + "<actor/japan> dem:allyOf <actor/japan> .")
                .toString())
        .contains(
            "seoul.ttl:3:26: id:actor/japan: dem:allyOf leads back to the thing itself. Name"
                + " another, or remove it.");
  }

  @Test
  void a_deprecated_term_is_advice_that_names_its_replacement() {
    Findings findings =
        MiniDataset.findingsInSoundOpEdWith(
            "<statement/seoul/F001> dem:about <event/talks> .\n"
                + "<event/talks> a dem:Event ; dem:doneBy <actor/japan> .");

    assertThat(findings)
        .hasToString(
            "seoul.ttl:3:40: advice: id:event/talks: dem:doneBy is deprecated. Write dem:actor.");
    assertThat(findings.hasFaults()).isFalse();
  }
}
