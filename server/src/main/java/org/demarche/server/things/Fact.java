package org.demarche.server.things;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What the graph says.
 *
 * @param graphs named graphs that say so; at least one, and {@link #MOST_GRAPHS} at most
 */
record Fact(Triple triple, List<Node> graphs) {
  /** A page has no room for more, and a reader no use. */
  static final int MOST_GRAPHS = 8;

  Fact {
    graphs = List.copyOf(graphs);
  }
}
