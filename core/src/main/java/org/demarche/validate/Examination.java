package org.demarche.validate;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.demarche.GraphRoles;

/**
 * What is examined: the dataset as it would be after the change.
 *
 * @param dataset all named graphs, with {@code graph:inferred} up to date
 * @param union what makes claims or says what terms mean, and what follows from it, in memory
 * @param changedGraphs the graphs that the change touches
 * @param places where the triples of the change were written
 */
public record Examination(
    DatasetGraph dataset, Graph union, Set<Node> changedGraphs, Places places) {

  /** Copies what could change. */
  public Examination {
    changedGraphs = Set.copyOf(changedGraphs);
  }

  /**
   * A triple that a coder wrote.
   *
   * @param graph the named graph it is in
   * @param place where it was written, when it came from a file
   */
  record Coded(Node graph, Triple triple, Optional<Place> place) {
    /** A fault of the triple's subject, at the triple's place. */
    Finding fault(String wrong, String right) {
      return Finding.fault(place, triple.getSubject(), wrong, right);
    }

    /** Advice about the triple's subject, at the triple's place. */
    Finding advice(String wrong, String right) {
      return new Finding(Severity.ADVICE, place, Optional.of(triple.getSubject()), wrong, right);
    }
  }

  /** The graphs that coders write. */
  Stream<Node> codedGraphs() {
    return Iter.asStream(dataset.listGraphNodes()).filter(GraphRoles::isCoded);
  }

  /** Of the graphs that coders write, those that the change touches and that are still there. */
  Stream<Node> changedCodedGraphs() {
    return changedGraphs.stream().filter(GraphRoles::isCoded).filter(dataset::containsGraph);
  }

  /** The triples that coders write. */
  Stream<Coded> codedTriples() {
    return codedGraphs()
        .flatMap(graph -> triplesOf(graph).map(it -> new Coded(graph, it, places.of(graph, it))));
  }

  /** The triples of one named graph. */
  Stream<Triple> triplesOf(Node graph) {
    return dataset.getGraph(graph).stream();
  }
}
