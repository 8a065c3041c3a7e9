package org.demarche.server.opeds;

import java.util.NoSuchElementException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.demarche.GraphRoles;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;
import org.demarche.server.pages.Links;
import org.demarche.server.problem.ProblemException;

/** How paths of this package name op-eds: by the slug that their IRI and their graph end with. */
final class OpEdPath {
  private static final String GRAPHS = Graphs.opEd("").getURI();

  private OpEdPath() {}

  /**
   * The graph that a path names.
   *
   * @param slug decoded
   * @throws ProblemException 404 when no op-ed can be called so
   */
  static Node graph(String slug) {
    Node graph = Graphs.opEd(slug);
    if (!GraphRoles.isOpEd(graph)) {
      throw missing(graph);
    }
    return graph;
  }

  /** The op-ed that a graph is of. */
  static Node opEd(Node graph) {
    return NodeFactory.createURI(Namespaces.ID + "op-ed/" + slug(graph));
  }

  /** The path of an op-ed's graph: {@code /op-eds/botto-2019-gsomia}. */
  static String of(Node graph) {
    return OpEds.PATH + "/" + Links.encoded(slug(graph));
  }

  /** The path of an op-ed's page. */
  static String page(Node graph) {
    return Links.of(opEd(graph)).orElseThrow(NoSuchElementException::new);
  }

  /** The last part of the IRIs. */
  static String slug(Node graph) {
    return graph.getURI().substring(GRAPHS.length());
  }

  /** What to tell of a graph that isn't there. */
  static ProblemException missing(Node graph) {
    return new ProblemException(
        404, "There is no op-ed \"%s\". All there are: %s".formatted(slug(graph), OpEds.PATH));
  }
}
