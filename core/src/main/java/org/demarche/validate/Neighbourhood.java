package org.demarche.validate;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * A graph of which some things are read into memory at once, as every shape asks for their triples:
 * those that a change tells something new of. All others are looked up. For one thread, and only as
 * long as the graph stays as it is.
 */
final class Neighbourhood extends GraphBase {
  private final Graph graph;
  private final Graph near = GraphMemFactory.createDefaultGraphSameTerm();
  private final Set<Node> things = new HashSet<>();

  private final Remembered remembered;

  Neighbourhood(Graph graph, ClaimsChange change, Remembered remembered) {
    this.graph = graph;
    this.remembered = remembered;
    Stream.concat(change.added().stream(), change.removed().stream())
        .map(Triple::getSubject)
        .filter(things::add)
        .forEach(
            thing -> {
              remembered.forget(thing);
              graph.find(thing, Node.ANY, Node.ANY).forEach(near::add);
            });
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    if (things.contains(pattern.getSubject())) {
      return near.find(pattern);
    }
    boolean isOfOneThing = pattern.getSubject().isConcrete() && pattern.getPredicate().isConcrete();
    if (!isOfOneThing || pattern.getObject().isConcrete()) {
      return graph.find(pattern);
    }
    return WrappedIterator.create(remembered.find(graph, pattern).iterator());
  }

  @Override
  protected boolean graphBaseContains(Triple pattern) {
    return things.contains(pattern.getSubject()) ? near.contains(pattern) : graph.contains(pattern);
  }
}
