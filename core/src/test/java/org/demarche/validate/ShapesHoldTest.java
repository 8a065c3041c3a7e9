package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.demarche.MiniDataset;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.junit.jupiter.api.Test;

class ShapesHoldTest {

  @Test
  void a_violation_is_a_fault_at_the_first_triple_of_its_node_in_the_words_of_the_shape() {
    Findings findings =
        MiniDataset.findingsInSoundOpEdWith(
            """

            <statement/seoul/F002> a dem:Statement ; dem:passage <passage/seoul/P1> .\
            """);

    assertThat(findings)
        .hasToString(
            "seoul.ttl:3:26: id:statement/seoul/F002: dem:heldBy: A statement is held by someone:"
                + " write dem:heldBy.");
    assertThat(findings.hasFaults()).isTrue();
  }

  @Test
  void a_violation_by_a_value_is_placed_at_the_triple_of_the_value() {
    Findings findings =
        MiniDataset.findingsInSoundOpEdWith(
            """
            <statement/seoul/F002> a dem:Statement ;
              dem:passage <passage/seoul/P1> ;
              dem:heldBy "Seoul" .\
            """);

    assertThat(findings)
        .hasToString(
            "seoul.ttl:4:14: id:statement/seoul/F002: dem:heldBy: Only an actor holds a"
                + " statement.");
  }

  @Test
  void a_warning_is_advice_and_keeps_nothing_out() {
    Findings findings =
        MiniDataset.findingsInSoundOpEdWith(
            """
            <statement/seoul/F002> a dem:Statement ; dem:passage <passage/seoul/P1> ;
              dem:heldBy <actor/nobody> .
            <actor/nobody> a dem:Actor .\
            """);

    assertThat(findings)
        .hasToString(
            "seoul.ttl:4:18: advice: id:actor/nobody: rdfs:label: A label helps readers: write"
                + " rdfs:label.");
    assertThat(findings.hasFaults()).isFalse();
    assertThat(findings.advice()).hasSize(1);
  }

  @Test
  void what_is_only_entailed_counts() {
    // Nothing but the kind says that it is a statement, and nothing but dem:heldBy that its holder
    // is an actor.
    Findings findings =
        MiniDataset.findingsInSoundOpEdWith(
            """
            <statement/seoul/F002> dem:kind <../codes/kind/evaluation> ;
              dem:passage <passage/seoul/P1> .\
            """);

    assertThat(findings.toString()).startsWith("seoul.ttl:2:33: id:statement/seoul/F002: dem:held");
  }

  @Test
  void a_change_elsewhere_that_breaks_a_shape_is_found() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      Findings findings =
          graph.examine(
              candidate ->
                  candidate
                      .dataset()
                      .add(
                          Graphs.REFERENCE,
                          MiniDataset.id("actor/china"),
                          RDF.Nodes.type,
                          Dem.State));

      assertThat(findings)
          .hasToString(
              "advice: id:actor/china: rdfs:label: A label helps readers: write rdfs:label.");
    }
  }

  @Test
  void shapes_that_make_no_sense_are_refused() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      Findings findings =
          graph.examine(
              candidate ->
                  candidate
                      .dataset()
                      .add(
                          Graphs.SHAPES,
                          NodeFactory.createURI("https://w3id.org/demarche/shapes/Statement"),
                          NodeFactory.createURI("http://www.w3.org/ns/shacl#property"),
                          NodeFactory.createLiteralString("no shape")));

      assertThat(findings.faults()).hasSize(1);
      assertThat(findings.toString()).startsWith("graph:shapes: The shapes can't be read: ");
    }
  }

  @Test
  void all_faults_are_told_at_once_in_the_order_of_the_lines() {
    Findings findings =
        MiniDataset.findingsInSoundOpEdWith(
            """
            <statement/seoul/F003> a dem:Statement ; dem:passage <passage/seoul/P1> .
            <statement/seoul/F002> a dem:Statement ; dem:passage <passage/seoul/P2> ;
              dem:heldBy <actor/japn> .\
            """);

    assertThat(findings.all().stream().map(finding -> finding.place().orElseThrow().line()))
        .isEqualTo(List.of(2L, 3L, 4L));
  }
}
