package org.demarche.server.sparql;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.demarche.server.problem.ProblemException;

/** The names by which requests mean graphs, in parameters of both protocols. */
final class GraphName {
  private GraphName() {}

  /**
   * The graph of a name.
   *
   * @throws ProblemException 400 when it is no absolute IRI: what it would be relative to is not
   *     the client's to know
   */
  static Node of(String iri) {
    try {
      if (IRIx.create(iri).isAbsolute()) {
        return NodeFactory.createURI(iri);
      }
    } catch (IRIException _) {
      // Told below.
    }
    throw new ProblemException(400, "\"" + iri + "\" is not an absolute IRI, so no graph has it.");
  }
}
