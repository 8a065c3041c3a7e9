package org.demarche.entail;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.demarche.GraphRoles;
import org.demarche.ontology.Graphs;

/**
 * What holds in a dataset: what is asserted and what is inferred, by look-ups. For the one thread
 * that has the dataset's transaction.
 */
final class ClosureView {
  private final DatasetGraph dataset;

  ClosureView(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  /** Whether a graph says it from which conclusions are drawn. */
  boolean isAsserted(Triple triple) {
    for (Iterator<Quad> quads = quads(triple); quads.hasNext(); ) {
      if (GraphRoles.isPremise(quads.next().getGraph())) {
        return true;
      }
    }
    return false;
  }

  boolean isInferred(Triple triple) {
    return dataset.contains(
        Graphs.INFERRED, triple.getSubject(), triple.getPredicate(), triple.getObject());
  }

  /**
   * Whether it is asserted or inferred.
   *
   * @throws Unforeseen when only a graph says so that takes no part in entailment; it isn't
   *     inferred then, whether it follows or not
   */
  boolean holds(Triple triple) {
    boolean aside = false;
    for (Iterator<Quad> quads = quads(triple); quads.hasNext(); ) {
      Node graph = quads.next().getGraph();
      if (Meaning.isOfClosure(graph)) {
        return true;
      }
      aside |= !graph.equals(Graphs.DESCRIPTION);
    }
    if (aside) {
      throw new Unforeseen();
    }
    return false;
  }

  /**
   * All that holds and fits a pattern, each once.
   *
   * @throws Unforeseen as {@link #holds} does
   */
  Set<Triple> find(Triple pattern) {
    Set<Triple> found = new HashSet<>();
    Set<Triple> aside = new HashSet<>();
    for (Iterator<Quad> quads = quads(pattern); quads.hasNext(); ) {
      Quad quad = quads.next();
      if (Meaning.isOfClosure(quad.getGraph())) {
        found.add(quad.asTriple());
      } else if (!quad.getGraph().equals(Graphs.DESCRIPTION)) {
        aside.add(quad.asTriple());
      }
    }
    if (!found.containsAll(aside)) {
      throw new Unforeseen();
    }
    return found;
  }

  private Iterator<Quad> quads(Triple pattern) {
    return dataset.findNG(
        Node.ANY, pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
  }

  /** Says that what follows has to be computed from scratch. */
  static final class Unforeseen extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unforeseen() {
      super("Not to be told from the differences", null, false, false);
    }
  }
}
