package org.demarche.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;
import org.junit.jupiter.api.Test;

/** What may stand in which graph. */
class GraphContentsTest {
  @Test
  void
      everything_in_the_graph_of_the_op_ed_but_its_coding_is_reachable_from_a_statement_with_a_passage() {
    Set<Node> unreached =
        OpEdGraph.read(
            dataset -> {
              Graph graph = dataset.getGraph(OpEdGraph.OP_ED);
              Set<Node> subjects = new HashSet<>();
              graph.find().mapWith(Triple::getSubject).forEach(subjects::add);
              subjects.removeAll(reachedFromPassages(graph));
              return subjects;
            });

    assertThat(unreached)
        .containsExactlyInAnyOrder(
            NodeFactory.createURI(Namespaces.ID + "coding/botto-2019-gsomia"),
            NodeFactory.createURI(Namespaces.ID + "coder/demarche-project"));
  }

  @Test
  void no_graph_holds_the_text_of_an_article() {
    List<Node> holders =
        List.of(
            term("oa:exact"),
            term("oa:prefix"),
            term("oa:suffix"),
            term("schema:text"),
            term("schema:articleBody"),
            NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#value"));

    OpEdGraph.read(
        dataset -> {
          for (Node holder : holders) {
            assertThat(dataset.contains(Node.ANY, Node.ANY, holder, Node.ANY))
                .as(holder.toString())
                .isFalse();
          }
          assertThat(
                  dataset.contains(
                      Node.ANY, Node.ANY, term("rdf:type"), term("oa:TextQuoteSelector")))
              .isFalse();
          return true;
        });
  }

  @Test
  void the_inferred_graph_repeats_no_asserted_triple() {
    Set<Triple> repeated =
        OpEdGraph.read(
            dataset -> {
              Set<Triple> twice = new HashSet<>();
              dataset
                  .find(Graphs.INFERRED, Node.ANY, Node.ANY, Node.ANY)
                  .forEachRemaining(
                      inferred ->
                          dataset
                              .findNG(
                                  Node.ANY,
                                  inferred.getSubject(),
                                  inferred.getPredicate(),
                                  inferred.getObject())
                              .forEachRemaining(
                                  quad -> {
                                    if (!quad.getGraph().equals(Graphs.INFERRED)) {
                                      twice.add(quad.asTriple());
                                    }
                                  }));
              return twice;
            });

    assertThat(repeated).isEmpty();
  }

  @Test
  void no_triple_stands_outside_the_named_graphs() {
    boolean outside =
        OpEdGraph.read(
            dataset ->
                dataset
                    .find(Quad.defaultGraphNodeGenerated, Node.ANY, Node.ANY, Node.ANY)
                    .hasNext());

    assertThat(outside).isFalse();
  }

  @Test
  void what_comes_with_demarche_gets_no_finding_not_even_advice() {
    try (KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION)) {
      assertThat(new Loader(graph).check(Manifest.onClassPath().sources()).all()).isEmpty();
    }
  }

  private static Set<Node> reachedFromPassages(Graph graph) {
    Set<Node> reached = new HashSet<>();
    graph.find(Node.ANY, Dem.passage, Node.ANY).mapWith(Triple::getSubject).forEach(reached::add);
    Deque<Node> ahead = new ArrayDeque<>(reached);
    while (!ahead.isEmpty()) {
      graph
          .find(ahead.remove(), Node.ANY, Node.ANY)
          .mapWith(Triple::getObject)
          .filterKeep(reached::add)
          .forEach(ahead::add);
    }
    return reached;
  }

  private static Node term(String name) {
    return NodeFactory.createURI(Namespaces.PREFIXES.expandPrefix(name));
  }
}
