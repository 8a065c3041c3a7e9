package org.demarche.entail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.Derivation;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.rulesys.RuleDerivation;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.demarche.ontology.Graphs;

/** Walks back from a conclusion to what is written. For one thread and one question. */
final class Derivations {
  private final DatasetGraph dataset;
  private final InfGraph entailed;

  /** What is being explained, which must not be among its own premises. */
  private final Set<Triple> underway = new HashSet<>();

  /**
   * @param entailed prepared, with its derivations logged
   */
  Derivations(DatasetGraph dataset, InfGraph entailed) {
    this.dataset = dataset;
    this.entailed = entailed;
  }

  Optional<Explanation> of(Triple triple) {
    List<Node> graphs = assertedIn(triple);
    if (!graphs.isEmpty()) {
      return Optional.of(new Explanation.Asserted(triple, graphs));
    }
    if (!underway.add(triple)) {
      return Optional.empty();
    }
    try {
      Iterator<Derivation> derivations = entailed.getDerivation(triple);
      return derivations == null
          ? Optional.empty()
          : Iter.asStream(derivations)
              .map(RuleDerivation.class::cast)
              .flatMap(derivation -> of(triple, derivation).stream())
              .findFirst();
    } finally {
      underway.remove(triple);
    }
  }

  private Optional<Explanation> of(Triple triple, RuleDerivation derivation) {
    List<Explanation> premises = new ArrayList<>();
    for (Triple premise : derivation.getMatches()) {
      Optional<Explanation> explained = of(premise);
      if (explained.isEmpty()) {
        return Optional.empty();
      }
      premises.add(explained.get());
    }
    return Optional.of(new Explanation.Entailed(triple, derivation.getRule().getName(), premises));
  }

  private List<Node> assertedIn(Triple triple) {
    return Iter.asStream(
            dataset.findNG(
                Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject()))
        .map(Quad::getGraph)
        .filter(graph -> !graph.equals(Graphs.INFERRED))
        .sorted(Comparator.comparing(Node::toString))
        .toList();
  }
}
