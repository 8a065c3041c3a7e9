package org.demarche.graph;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/**
 * Quads in memory, found by any part of them. A change may touch hundreds of named graphs, and most
 * look-ups name none; Jena's datasets in memory would ask each of them. Terms are compared as they
 * are written. For one thread.
 */
final class QuadBuffer {
  private final Graph union = newGraph();
  private final Map<Node, Graph> graphs = new HashMap<>();

  /** The graphs that have a triple; most are in one. */
  private final Map<Triple, Set<Node>> places = new HashMap<>();

  void add(Quad quad) {
    Triple triple = quad.asTriple();
    Set<Node> known = places.get(triple);
    if (known == null) {
      places.put(triple, Set.of(quad.getGraph()));
      union.add(triple);
    } else if (!known.contains(quad.getGraph())) {
      Set<Node> more = new HashSet<>(known);
      more.add(quad.getGraph());
      places.put(triple, more);
    }
    graphs.computeIfAbsent(quad.getGraph(), _ -> newGraph()).add(triple);
  }

  void delete(Quad quad) {
    Triple triple = quad.asTriple();
    Set<Node> known = places.get(triple);
    if (known == null || !known.contains(quad.getGraph())) {
      return;
    }
    requireNonNull(graphs.get(quad.getGraph())).delete(triple);
    if (known.size() == 1) {
      places.remove(triple);
      union.delete(triple);
    } else {
      Set<Node> fewer = new HashSet<>(known);
      fewer.remove(quad.getGraph());
      places.put(triple, fewer);
    }
  }

  boolean contains(Quad quad) {
    Set<Node> known = places.get(quad.asTriple());
    return known != null && known.contains(quad.getGraph());
  }

  /** All of them. */
  Iterator<Quad> find() {
    return find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
  }

  /** Those that fit a pattern, in which {@link Node#ANY} fits everything. */
  Iterator<Quad> find(Node g, Node s, Node p, Node o) {
    if (g.isConcrete()) {
      Graph graph = graphs.get(g);
      return graph == null
          ? Iter.nullIterator()
          : Iter.map(graph.find(s, p, o), triple -> Quad.create(g, triple));
    }
    return Iter.flatMap(
        union.find(s, p, o),
        triple ->
            Iter.map(
                requireNonNull(places.get(triple)).iterator(),
                graph -> Quad.create(graph, triple)));
  }

  /** The graphs of which there are any. */
  Set<Node> graphs() {
    Set<Node> some = new HashSet<>();
    graphs.forEach(
        (name, graph) -> {
          if (!graph.isEmpty()) {
            some.add(name);
          }
        });
    return some;
  }

  private static Graph newGraph() {
    return GraphMemFactory.createDefaultGraphSameTerm();
  }
}
