package org.demarche.server.reconcile;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.demarche.ontology.Namespaces;

/**
 * Identifiers as the service writes them. Those of things follow the identifier space, {@code
 * actor/japan}; those of classes and properties the schema space, {@code State}, and a prefix where
 * they are another vocabulary's, {@code schema:author}.
 */
final class Identifiers {
  private static final Pattern THING = Pattern.compile("[a-z][a-z-]*(/[A-Za-z0-9_.-]+)+");

  private Identifiers() {}

  /** The identifier of a thing. */
  static String ofThing(Node thing) {
    return thing.getURI().substring(Namespaces.ID.length());
  }

  /** The identifier of a class or property. */
  static String ofTerm(Node term) {
    String iri = term.getURI();
    return iri.startsWith(Namespaces.DEM)
        ? iri.substring(Namespaces.DEM.length())
        : Namespaces.PREFIXES.shortForm(iri);
  }

  /** Whether a node is a thing that has an identifier here. */
  static boolean isThing(Node node) {
    return node.isURI() && node.getURI().startsWith(Namespaces.ID);
  }

  /**
   * The thing that somebody means, which need not be there.
   *
   * @param written short, {@code actor/japan}, or as a whole IRI
   * @return empty when it is written as no identifier is
   */
  static Optional<Node> thing(String written) {
    String text = written.strip();
    String id =
        text.startsWith(Namespaces.ID)
            ? text.substring(Namespaces.ID.length())
            : text.startsWith("id:") ? text.substring("id:".length()) : text;
    return THING.matcher(id).matches()
        ? Optional.of(NodeFactory.createURI(Namespaces.ID + id))
        : Optional.empty();
  }
}
