package org.demarche.entail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.demarche.MiniDataset;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.junit.jupiter.api.Test;

/** Every inferred triple can be traced to what is written, by rules that really conclude it. */
class ExplanationTest {
  private static final Triple JAPAN_IS_A_PARTY =
      Triple.create(MiniDataset.GSOMIA, Dem.party, MiniDataset.JAPAN);

  @Test
  void what_is_written_is_explained_by_the_graphs_that_say_so() {
    Triple written = Triple.create(MiniDataset.JAPAN, RDF.Nodes.type, Dem.State);

    assertThat(explainInMini(written))
        .isEqualTo(new Explanation.Asserted(written, List.of(Graphs.REFERENCE)));
  }

  @Test
  void what_follows_is_explained_by_the_rule_and_its_premises_down_to_what_is_written() {
    assertThat(explainInMini(JAPAN_IS_A_PARTY))
        .isInstanceOfSatisfying(
            Explanation.Entailed.class,
            entailed -> {
              assertThat(entailed.rule()).isEqualTo("dem-party");
              assertThat(entailed.premises().stream().map(it -> it.triple().getPredicate()))
                  .containsExactly(Dem.participationRole, Dem.participant, Dem.participationIn);
              assertThat(entailed.premises())
                  .allMatch(
                      premise ->
                          premise instanceof Explanation.Asserted asserted
                              && asserted.graphs().equals(List.of(Graphs.REFERENCE)));
            });
  }

  @Test
  void what_does_not_hold_has_no_explanation() {
    try (KnowledgeGraph graph = MiniDataset.inMemory();
        Snapshot snapshot = graph.snapshot()) {
      assertThat(
              Entailment.explain(
                  snapshot.dataset(),
                  Triple.create(
                      MiniDataset.GSOMIA, Dem.party, NodeFactory.createURI("urn:nobody"))))
          .isEmpty();
    }
  }

  @Test
  void each_inferred_triple_of_the_real_graph_follows_by_its_rule_from_its_premises() {
    try (KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION)) {
      new Loader(graph).load(Manifest.onClassPath().sources());
      try (Snapshot snapshot = graph.snapshot()) {
        DatasetGraph dataset = snapshot.dataset();
        Derivations derivations = Entailment.derivations(dataset);

        assertThat(dataset.getGraph(Graphs.INFERRED).stream())
            .hasSizeGreaterThan(500)
            .allSatisfy(
                triple ->
                    assertThat(derivations.of(triple))
                        .hasValueSatisfying(ExplanationTest::assertFollows));
      }
    }
  }

  @Test
  void the_real_graph_infers_what_the_closure_of_owl_2_rl_has_domains_and_ranges_included() {
    try (KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION)) {
      new Loader(graph).load(Manifest.onClassPath().sources());
      try (Snapshot snapshot = graph.snapshot()) {
        DatasetGraph dataset = snapshot.dataset();

        assertThat(dataset.getGraph(Graphs.INFERRED).stream())
            .containsExactlyInAnyOrderElementsOf(Closure.of(dataset));
      }
    }
  }

  /** One step: the rules, given the premises alone, conclude the triple. */
  private static void assertFollows(Explanation explanation) {
    switch (explanation) {
      case Explanation.Asserted asserted -> assertThat(asserted.graphs()).isNotEmpty();
      case Explanation.Entailed entailed -> {
        Graph premises = GraphFactory.createDefaultGraph();
        entailed.premises().forEach(premise -> premises.add(premise.triple()));
        assertThat(Entailment.entailed(premises, false).contains(entailed.triple()))
            .as(entailed.toString())
            .isTrue();
        entailed.premises().forEach(ExplanationTest::assertFollows);
      }
    }
  }

  private static Explanation explainInMini(Triple triple) {
    try (KnowledgeGraph graph = MiniDataset.inMemory();
        Snapshot snapshot = graph.snapshot()) {
      return Entailment.explain(snapshot.dataset(), triple).orElseThrow();
    }
  }
}
