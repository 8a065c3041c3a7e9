package org.demarche.graph;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.demarche.ontology.Graphs;

/** What entailment starts from, gathered anew. */
final class Premises {
  private static final Set<?> OTHERS = Set.of(Graphs.INFERRED, Graphs.SHAPES, Graphs.PROVENANCE);

  private Premises() {}

  static Graph of(DatasetGraph dataset) {
    Graph premises = GraphMemFactory.createDefaultGraphSameTerm();
    dataset
        .find()
        .forEachRemaining(
            quad -> {
              if (!OTHERS.contains(quad.getGraph())) {
                premises.add(quad.asTriple());
              }
            });
    return premises;
  }
}
