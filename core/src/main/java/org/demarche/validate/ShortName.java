package org.demarche.validate;

import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shared.PrefixMapping;
import org.demarche.ontology.Namespaces;

/**
 * How messages name a node: {@code id:actor/japan}. Unlike a prefixed name of Turtle it may hold a
 * slash, which no reader trips over.
 */
public final class ShortName {
  private ShortName() {}

  /** The prefixed name of an IRI, the IRI in angle brackets where no prefix fits, or the term. */
  public static String of(Node node) {
    if (node.isURI()) {
      return ofIri(node.getURI());
    }
    return node.isBlank() ? "blank node" : NodeFmtLib.strNT(node);
  }

  /** The prefixed name of an IRI, or the IRI in angle brackets where no prefix fits. */
  public static String ofIri(String iri) {
    PrefixMapping prefixes = Namespaces.PREFIXES;
    String shortened = prefixes.shortForm(iri);
    return shortened.equals(iri) ? "<" + iri + ">" : shortened;
  }
}
