package org.demarche.server.things;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What the graph says.
 *
 * @param graphs the named graphs that say so; at least one
 */
record Fact(Triple triple, List<Node> graphs) {
  Fact {
    graphs = List.copyOf(graphs);
  }
}
