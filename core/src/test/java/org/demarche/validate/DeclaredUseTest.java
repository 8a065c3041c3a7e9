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
}
