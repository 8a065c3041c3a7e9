package org.demarche;

import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;

/**
 * What each named graph of the dataset is for. There are no others: a triple in the graph of no
 * source would be said by nobody, and held against nothing.
 */
public final class GraphRoles {
  private static final String OP_ED_GRAPHS = Graphs.opEd("").getURI();
  private static final String OP_EDS = Namespaces.ID + "op-ed/";

  /** Anything else would be escaped in an address, or end it, and not lead back to its graph. */
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+([._-][a-z0-9]+)*");

  /** What {@code {slug}} stands for in a message. */
  public static final String WHAT_A_SLUG_IS =
      "A slug is of the letters a to z and digits, with one of - . _ between them where need be.";

  private GraphRoles() {}

  /** Whether the graph is that of an op-ed, {@code graph:op-ed/{slug}}. */
  public static boolean isOpEd(Node graph) {
    return isSlugBelow(OP_ED_GRAPHS, graph);
  }

  /** Whether a coder writes the graph: that of an op-ed, or the background. */
  public static boolean isCoded(Node graph) {
    return isOpEd(graph) || graph.equals(Graphs.REFERENCE);
  }

  /** Whether only commits themselves write the graph. */
  public static boolean isKept(Node graph) {
    return graph.equals(Graphs.INFERRED)
        || graph.equals(Graphs.PROVENANCE)
        || graph.equals(Graphs.DESCRIPTION);
  }

  /** Whether triples may be put into the graph: it is of the dataset, and not kept by commits. */
  public static boolean isWritable(Node graph) {
    return isPremise(graph) || graph.equals(Graphs.SHAPES) || graph.equals(Graphs.QUERIES);
  }

  /** Whether something follows from the graph: it makes claims, or says what terms mean. */
  public static boolean isPremise(Node graph) {
    return isCoded(graph) || graph.equals(Graphs.ONTOLOGY) || graph.equals(Graphs.CODES);
  }

  /** Whether the node is named as an op-ed is: {@code id:op-ed/{slug}}. */
  public static boolean isNamedAsOpEd(Node node) {
    return isSlugBelow(OP_EDS, node);
  }

  /**
   * The graph that belongs to an op-ed.
   *
   * @param opEd such as {@code id:op-ed/botto-2019-gsomia}
   * @throws IllegalArgumentException when it isn't named as an op-ed is; see {@link #isNamedAsOpEd}
   */
  public static Node graphOf(Node opEd) {
    if (!isNamedAsOpEd(opEd)) {
      throw new IllegalArgumentException(opEd + " is not " + OP_EDS + "{slug}");
    }
    return Graphs.opEd(opEd.getURI().substring(OP_EDS.length()));
  }

  /** Whether an op-ed may be named so: {@link #WHAT_A_SLUG_IS}. */
  public static boolean isSlug(String name) {
    return SLUG.matcher(name).matches();
  }

  private static boolean isSlugBelow(String namespace, Node node) {
    if (!node.isURI() || !node.getURI().startsWith(namespace)) {
      return false;
    }
    return isSlug(node.getURI().substring(namespace.length()));
  }
}
