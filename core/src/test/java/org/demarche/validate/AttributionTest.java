package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.MiniDataset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AttributionTest {
  private static final String ATTRIBUTION =
      """
      <https://w3id.org/demarche/codes/kind/attribution> a skos:Concept .
      <statement/seoul/F001> dem:kind <https://w3id.org/demarche/codes/kind/attribution> .
      """;

  private static final String GRIEVANCE =
      ATTRIBUTION.replace("attribution", "grievance")
          + "<statement/seoul/F001> dem:describes <grievance/exports> .\n";

  @Test
  void an_attribution_that_its_reporter_holds_is_a_fault() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    ATTRIBUTION + "<statement/seoul/F001> dem:reportedBy <actor/south-korea> .")
                .toString())
        .contains(
            "id:statement/seoul/F001: An attribution is held by the one whose view it is, not by"
                + " id:actor/south-korea who reports it. Let dem:heldBy lead to that actor");
  }

  @Test
  void an_attribution_of_another_is_fine() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    ATTRIBUTION + "<statement/seoul/F001> dem:reportedBy <actor/japan> .")
                .toString())
        .doesNotContain("An attribution");
  }

  @Test
  void that_somebody_says_something_is_told_by_the_reporter() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    ATTRIBUTION
                        + "<statement/seoul/F001> dem:reportedBy <actor/south-korea> ;"
                        + " rdf:predicate dem:states .")
                .toString())
        .doesNotContain("An attribution");
  }

  @Test
  void a_grievance_that_the_statement_gives_to_another_is_a_fault() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    GRIEVANCE + "<grievance/exports> dem:holder <actor/japan> .")
                .toString())
        .contains(
            "id:statement/seoul/F001: It is held by id:actor/south-korea, while what it describes"
                + " is held by id:actor/japan. Let dem:heldBy lead to the one whose it is.");
  }

  @Test
  void a_condition_that_the_statement_gives_to_another_is_a_fault() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    GRIEVANCE.replace("grievance", "condition")
                        + "<condition/exports> dem:setBy <actor/japan> .")
                .toString())
        .contains("while what it describes is held by id:actor/japan.");
  }

  @Test
  void a_grievance_that_its_holder_holds_is_fine() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    GRIEVANCE + "<grievance/exports> dem:holder <actor/south-korea> .")
                .toString())
        .doesNotContain("It is held by");
  }

  @Test
  void a_statement_of_another_kind_may_tell_of_the_grievance_of_another() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    "<statement/seoul/F001> dem:describes <grievance/exports> .\n"
                        + "<grievance/exports> dem:holder <actor/japan> .")
                .toString())
        .doesNotContain("It is held by");
  }

  @Test
  void who_writes_nothing_in_the_op_ed_reports_nothing_there() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    """
                    <statement/seoul/F001> dem:source <op-ed/seoul> ; dem:reportedBy <actor/japan> .
                    <op-ed/seoul> schema:author <actor/south-korea> .\
                    """)
                .toString())
        .contains(
            "seoul.ttl:2:66: id:statement/seoul/F001: id:actor/japan reports nothing here: the op-ed"
                + " is by id:actor/south-korea.");
  }

  @Test
  void a_desk_holds_only_what_it_writes() {
    String held = "<statement/seoul/F001> dem:heldBy <actor/headline-desk> .";

    assertThat(MiniDataset.findingsInSoundOpEdWith(held).toString())
        .contains("It is held by id:actor/headline-desk, which doesn't report it.");
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    held + "<statement/seoul/F001> dem:reportedBy <actor/headline-desk> .")
                .toString())
        .doesNotContain("which doesn't report it");
  }
}
