package org.demarche.graph;

/**
 * What a query that names no graph is asked of. Triples always stand in named graphs; {@code FROM},
 * {@code FROM NAMED} and {@code GRAPH} work the same with either.
 */
public enum DefaultGraph {
  /** All named graphs together, each triple once: a plain query sees everything. */
  UNION,

  /** The unnamed graph, which is always empty: a query must say whose word it asks for. */
  PLAIN
}
