package org.demarche.describe;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.VOID;
import org.demarche.ontology.Graphs;

/** The triples of a description while it is changed. For one change and one thread. */
final class Telling {
  private final DatasetGraph dataset;
  private final Consumer<Quad> put;
  private final Consumer<Quad> erase;
  private Set<Triple> changed = new HashSet<>();
  private long balance;
  private boolean hasOtherPartitions;

  /**
   * @param dataset that holds the description
   * @param put adds to the description
   * @param erase takes from it
   */
  Telling(DatasetGraph dataset, Consumer<Quad> put, Consumer<Quad> erase) {
    this.dataset = dataset;
    this.put = put;
    this.erase = erase;
  }

  /** The triples that were told or taken back since this was asked last. */
  Set<Triple> changed() {
    Set<Triple> some = changed;
    changed = new HashSet<>();
    return some;
  }

  /** How many more triples are told than at first. */
  long balance() {
    return balance;
  }

  /** Whether partitions came or went since this was asked last. */
  boolean hasOtherPartitions() {
    boolean has = hasOtherPartitions;
    hasOtherPartitions = false;
    return has;
  }

  void tell(Triple triple) {
    Quad quad = Quad.create(Graphs.DESCRIPTION, triple);
    if (!dataset.contains(quad)) {
      put.accept(quad);
      balance++;
      note(triple);
    }
  }

  void takeBack(Triple triple) {
    Quad quad = Quad.create(Graphs.DESCRIPTION, triple);
    if (dataset.contains(quad)) {
      erase.accept(quad);
      balance--;
      note(triple);
    }
  }

  /** Makes these the values of a property. */
  void retell(Node subject, Node property, Set<Node> values) {
    told(subject, property, Node.ANY)
        .filter(triple -> !values.contains(triple.getObject()))
        .toList()
        .forEach(this::takeBack);
    values.forEach(value -> tell(Triple.create(subject, property, value)));
  }

  Stream<Triple> told(Node subject, Node property, Node object) {
    return Iter.asStream(dataset.find(Graphs.DESCRIPTION, subject, property, object))
        .map(Quad::asTriple);
  }

  static boolean isPartition(Triple triple) {
    return triple.getPredicate().equals(VOID.classPartition.asNode())
        || triple.getPredicate().equals(VOID.propertyPartition.asNode());
  }

  private void note(Triple triple) {
    changed.add(triple);
    hasOtherPartitions |= isPartition(triple);
  }
}
