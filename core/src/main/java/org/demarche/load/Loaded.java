package org.demarche.load;

import org.apache.jena.graph.Node;

/** What became of one source. */
public sealed interface Loaded {
  /** The named graph of the source. */
  Node graph();

  /**
   * The graph wasn't there.
   *
   * @param triples how many it has now
   */
  record Added(Node graph, long triples) implements Loaded {}

  /**
   * The graph was there with other content.
   *
   * @param triples how many it has now
   */
  record Replaced(Node graph, long triples) implements Loaded {}

  /** The files are those that the graph was loaded from before. */
  record Unchanged(Node graph) implements Loaded {}
}
