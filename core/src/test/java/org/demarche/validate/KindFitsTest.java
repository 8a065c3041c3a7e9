package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.MiniDataset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KindFitsTest {
  @Test
  void a_thing_that_is_what_it_is_named_after_is_fine() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    """
                    <statement/seoul/F001> dem:about <event/talks> .
                    <event/talks> a dem:Event .\
                    """)
                .all())
        .isEmpty();
  }

  @Test
  void advice_that_is_called_an_event_is_a_fault_at_its_class() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                """
                <statement/seoul/F001> dem:about <course/talk> .
                <course/talk> a dem:Event .\
                """))
        .hasToString(
            "seoul.ttl:3:17: id:course/talk: It is named as a dem:CourseOfAction, and isn't"
                + " one. Make it a dem:CourseOfAction, or name it after what it is.");
  }

  @Test
  void a_thing_without_a_class_is_a_fault() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                """
                <statement/seoul/F001> dem:about <event/talks> .
                <event/talks> dem:place <place/seoul> .\
                """))
        .asString()
        .contains(
            "id:event/talks: Nothing says what it is. Give it a class: dem:Event, or one below it.");
  }
}
