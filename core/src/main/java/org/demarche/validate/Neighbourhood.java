package org.demarche.validate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  /** What was looked up before: a thousand statements have the same few holders. */
  private final Map<Triple, List<Triple>> asked = new HashMap<>();

  Neighbourhood(Graph graph, ClaimsChange change) {
    this.graph = graph;
    Stream.concat(change.added().stream(), change.removed().stream())
        .map(Triple::getSubject)
        .filter(things::add)
        .forEach(thing -> graph.find(thing, Node.ANY, Node.ANY).forEach(near::add));
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
    return WrappedIterator.create(
        asked.computeIfAbsent(pattern, _ -> graph.find(pattern).toList()).iterator());
  }

  @Override
  protected boolean graphBaseContains(Triple pattern) {
    return things.contains(pattern.getSubject()) ? near.contains(pattern) : graph.contains(pattern);
  }
}
