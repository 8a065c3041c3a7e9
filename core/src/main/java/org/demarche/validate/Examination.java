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
 * What is examined: the dataset as it would be after the change. As everything was sound before,
 * only what the change can break is looked at, where that can be told.
 *
 * @param dataset all named graphs, with {@code graph:inferred} up to date
 * @param union what makes claims or says what terms mean, and what follows from it
 * @param changedGraphs the graphs that the change touches
 * @param places where the triples of the change were written
 * @param shapes what the dataset's shapes ask for
 * @param remembered what was looked up for changes before this one
 * @param change what the change does to the union; empty when everything has to be examined
 */
public record Examination(
    DatasetGraph dataset,
    Graph union,
    Set<Node> changedGraphs,
    Places places,
    ShapeSet shapes,
    Remembered remembered,
    Optional<ClaimsChange> change) {

  /** Copies what could change. */
  public Examination {
    changedGraphs = Set.copyOf(changedGraphs);
  }

  /**
   * A triple that a coder wrote.
   *
   * @param graph the named graph it is in
   * @param places where triples were written that came from files; hardly any is asked for
   */
  record Coded(Node graph, Triple triple, Places places) {
    /** A fault of the triple's subject, at the triple's place. */
    Finding fault(String wrong, String right) {
      return Finding.fault(place(), triple.getSubject(), wrong, right);
    }

    /** Advice about the triple's subject, at the triple's place. */
    Finding advice(String wrong, String right) {
      return new Finding(Severity.ADVICE, place(), Optional.of(triple.getSubject()), wrong, right);
    }

    private Optional<Place> place() {
      return places.of(graph, triple);
    }
  }

  /** The graphs that coders write: those that the change touches, or all of them. */
  Stream<Node> codedGraphs() {
    return (change.isPresent() ? changedGraphs.stream() : Iter.asStream(dataset.listGraphNodes()))
        .filter(GraphRoles::isCoded);
  }

  /** The triples of {@link #codedGraphs}. */
  Stream<Coded> codedTriples() {
    return codedGraphs().flatMap(graph -> triplesOf(graph).map(it -> new Coded(graph, it, places)));
  }

  /** The triples of {@link #codedGraphs} with one property. */
  Stream<Coded> codedTriples(Node property) {
    return codedGraphs()
        .flatMap(
            graph ->
                dataset.getGraph(graph).stream(Node.ANY, property, Node.ANY)
                    .map(it -> new Coded(graph, it, places)));
  }

  /** The triples of other graphs that coders write, which fit the pattern. */
  Stream<Coded> untouched(Node subject, Node property, Node object) {
    return Iter.asStream(dataset.findNG(Node.ANY, subject, property, object))
        .filter(quad -> GraphRoles.isCoded(quad.getGraph()))
        .filter(quad -> !changedGraphs.contains(quad.getGraph()))
        .map(quad -> new Coded(quad.getGraph(), quad.asTriple(), Places.none()));
  }

  /** The triples of one named graph. */
  Stream<Triple> triplesOf(Node graph) {
    return dataset.getGraph(graph).stream();
  }
}
