package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.demarche.MiniDataset;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.load.Loader;
import org.demarche.load.OpEdFiles;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.junit.jupiter.api.Test;

class UnknownTermsTest {

  @Test
  void a_misspelt_property_is_a_fault_with_the_nearest_one() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith("<statement/seoul/F001> dem:abuot <actor/japan> ."))
        .hasToString(
            "seoul.ttl:2:34: id:statement/seoul/F001: dem:abuot isn't a property of the ontology."
                + " Did you mean dem:about?");
  }

  @Test
  void a_property_like_no_other_is_a_fault_without_a_guess() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                "<statement/seoul/F001> <http://example.org/shoe-size> 43 ."))
        .hasToString(
            "seoul.ttl:2:55: id:statement/seoul/F001: <http://example.org/shoe-size> isn't a"
                + " property of the ontology. Write one that it declares.");
  }

  @Test
  void a_misspelt_class_is_a_fault_with_the_nearest_one() {
    assertThat(MiniDataset.findingsInSoundOpEdWith("<passage/seoul/P1> a dem:Pasage ."))
        .hasToString(
            "seoul.ttl:2:22: id:passage/seoul/P1: dem:Pasage isn't a class of the ontology. Did"
                + " you mean dem:Passage?");
  }

  @Test
  void a_class_that_is_a_word_is_a_fault() {
    assertThat(MiniDataset.findingsInSoundOpEdWith("<passage/seoul/P1> a \"Passage\" ."))
        .hasToString(
            "seoul.ttl:2:22: id:passage/seoul/P1: \"Passage\" isn't a class of the ontology. Write"
                + " one that it declares.");
  }

  @Test
  void a_thing_that_nothing_describes_is_a_fault_with_the_nearest_one() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                "<statement/seoul/F001> dem:heldBy <actor/jpaan> ."))
        .hasToString(
            "seoul.ttl:2:35: id:statement/seoul/F001: Nothing describes id:actor/jpaan. Did you"
                + " mean id:actor/japan?");
  }

  @Test
  void a_code_that_nothing_describes_is_a_fault_with_the_nearest_one() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                "<statement/seoul/F001> dem:kind <../codes/kind/evaluaton> ."))
        .hasToString(
            "seoul.ttl:2:33: id:statement/seoul/F001: Nothing describes code:kind/evaluaton. Did"
                + " you mean code:kind/evaluation?");
  }

  @Test
  void somebody_elses_thing_needs_no_description() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                    "<statement/seoul/F001> dem:about <http://www.wikidata.org/entity/Q17> .")
                .all())
        .isEmpty();
  }

  @Test
  void a_triple_term_is_a_fault_that_tells_how_a_proposition_is_written() {
    assertThat(
            MiniDataset.findingsInSoundOpEdWith(
                "<statement/seoul/F001> dem:about"
                    + " <<( <actor/japan> dem:allyOf <actor/south-korea> )>> ."))
        .asString()
        .contains(
            "Triple terms of RDF 1.2 aren't used here. Write a proposition as rdf:subject,"
                + " rdf:predicate and rdf:object of a dem:Statement.");
  }

  @Test
  void a_literal_with_a_base_direction_is_a_fault_that_tells_how_it_is_written() {
    assertThat(MiniDataset.findingsInSoundOpEdWith("<op-ed/seoul> rdfs:comment \"a\"@en--rtl ."))
        .asString()
        .contains(
            "seoul.ttl:2:28: id:op-ed/seoul: The base direction of RDF 1.2 isn't used here. Write"
                + " the language alone: @en.");
  }

  @Test
  void the_background_is_held_to_the_same() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      assertThat(
              graph.examine(
                  candidate ->
                      candidate
                          .dataset()
                          .add(
                              Graphs.REFERENCE,
                              MiniDataset.JAPAN,
                              Dem.allyOf,
                              MiniDataset.id("actor/south-koera"))))
          .hasToString(
              "id:actor/japan: Nothing describes id:actor/south-koera. Did you mean"
                  + " id:actor/south-korea?");
    }
  }

  @Test
  void taking_away_what_another_graph_names_is_a_fault() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      new Loader(graph).load(OpEdFiles.read(MiniDataset.file("seoul.ttl")));

      Findings findings =
          graph.examine(
              candidate ->
                  candidate
                      .dataset()
                      .deleteAny(Graphs.REFERENCE, MiniDataset.GSOMIA, Node.ANY, Node.ANY));

      assertThat(findings.toString())
          .contains("id:statement/seoul/F001: Nothing describes id:agreement/gsomia.");
    }
  }

  @Test
  void a_class_that_the_ontology_no_longer_declares_is_a_fault_wherever_it_is_used() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      assertThat(
              graph
                  .examine(
                      candidate ->
                          candidate
                              .dataset()
                              .deleteAny(Graphs.ONTOLOGY, Dem.State, RDF.Nodes.type, Node.ANY))
                  .toString())
          .contains("id:actor/japan: dem:State isn't a class of the ontology.");
    }
  }
}
