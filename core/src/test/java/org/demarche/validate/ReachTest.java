package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.MiniDataset;
import org.junit.jupiter.api.Test;

class ReachTest {

  @Test
  void what_no_statement_leads_to_is_a_fault() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                "<event/talks> a dem:Event ; dem:actor <actor/japan> ."))
        .hasToString(
            "seoul.ttl:2:17: id:event/talks: No statement with a passage leads here. Name it in a"
                + " dem:Statement that has a dem:passage, or leave it out.");
  }

  @Test
  void what_a_statement_leads_to_over_several_steps_is_fine() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    """
                    <statement/seoul/F001> dem:about <event/talks> .
                    <event/talks> a dem:Event ; dem:precedes [ a dem:Event ; dem:precedes <event/end> ] .
                    <event/end> a dem:Event .\
                    """)
                .all())
        .isEmpty();
  }

  @Test
  void triples_lead_forward_only() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    """
                    <statement/seoul/F001> dem:about <event/end> .
                    <event/talks> a dem:Event ; dem:precedes <event/end> .
                    <event/end> a dem:Event .\
                    """)
                .toString())
        .startsWith("seoul.ttl:3:17: id:event/talks: No statement with a passage leads here.");
  }

  @Test
  void a_statement_without_a_passage_leads_nowhere_and_is_itself_a_fault() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                "<statement/seoul/F002> a dem:Statement ; dem:heldBy <actor/japan> ."))
        .hasToString(
            "seoul.ttl:2:26: id:statement/seoul/F002: Without a passage nobody can trace what this"
                + " statement says. Give it a dem:passage.");
  }

  @Test
  void a_passage_alone_makes_no_statement() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    "<event/talks> a dem:Event ; dem:passage <passage/seoul/P1> .")
                .toString())
        .startsWith("seoul.ttl:2:17: id:event/talks: No statement with a passage leads here.");
  }

  @Test
  void a_statement_may_be_one_by_its_kind_only() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    """
                    <statement/seoul/F002> dem:kind <../codes/kind/evaluation> ;
                      dem:passage <passage/seoul/P1> ; dem:heldBy <actor/japan> .\
                    """)
                .all())
        .isEmpty();
  }

  @Test
  void who_coded_the_op_ed_is_known_from_its_coding() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    """
                    <statement/seoul/F001> dem:source <op-ed/seoul> .
                    <coding/seoul> a dem:Coding ; dem:codes <op-ed/seoul> ; dem:coder <coder/ada> .
                    <coder/ada> a dem:Coder ; rdfs:label "Ada Alder" .\
                    """)
                .all())
        .isEmpty();
  }

  @Test
  void a_coding_leads_to_its_coder_and_to_nothing_else() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    """
                    <coding/seoul> a dem:Coding ; dem:codes <op-ed/seoul> ; dem:about <event/talks> .
                    <event/talks> a dem:Event .\
                    """)
                .toString())
        .startsWith("seoul.ttl:3:17: id:event/talks: No statement with a passage leads here.");
  }
}
