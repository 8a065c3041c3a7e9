package org.demarche.ontology;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The named graphs of the dataset. Immutable. */
public final class Graphs {
  /** The ontology and its alignments. */
  public static final Node ONTOLOGY = graph("ontology");

  /** The codes. */
  public static final Node CODES = graph("codes");

  /** The shapes that data must fit. */
  public static final Node SHAPES = graph("shapes");

  /** Well-established background, each fact with its own citation. */
  public static final Node REFERENCE = graph("reference");

  /** What follows from all the others; nothing is ever written there by hand. */
  public static final Node INFERRED = graph("inferred");

  /** What is loaded, from which files, in which commit. */
  public static final Node PROVENANCE = graph("provenance");

  /** What the dataset holds, counted; written by each commit. */
  public static final Node DESCRIPTION = graph("description");

  /** Examples of queries; no claims, and no part of entailment. */
  public static final Node QUERIES = graph("queries");

  private static final String OP_ED = Namespaces.GRAPH + "op-ed/";

  private Graphs() {}

  /**
   * The graph of one op-ed.
   *
   * @param slug the last part of the op-ed's IRI, such as {@code botto-2019-gsomia}
   */
  public static Node opEd(String slug) {
    return NodeFactory.createURI(OP_ED + slug);
  }

  private static Node graph(String name) {
    return NodeFactory.createURI(Namespaces.GRAPH + name);
  }
}
