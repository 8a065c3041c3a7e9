package org.demarche.server.reference;

import static org.demarche.server.reference.Sources.isOurs;
import static org.demarche.server.reference.Sources.localName;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.demarche.ontology.Namespaces;

/**
 * A short text that may lead somewhere.
 *
 * @param before what stands before it, such as {@code close match}; may be empty
 * @param text what is shown
 * @param href where it leads: a place on the page, or another site
 */
public record Link(String before, String text, Optional<String> href) {

  static Link words(String text) {
    return new Link("", text, Optional.empty());
  }

  /** To a term or code on the page, or to a term of another vocabulary. */
  static Link to(Node node) {
    return to("", node);
  }

  static Link to(String before, Node node) {
    if (!node.isURI()) {
      return new Link(
          before, node.isLiteral() ? node.getLiteralLexicalForm() : "", Optional.empty());
    }
    String iri = node.getURI();
    if (isOurs(node)) {
      return new Link(before, localName(node), Optional.of("#" + localName(node)));
    }
    if (iri.startsWith(Namespaces.CODE)) {
      return new Link(
          before, iri.substring(Namespaces.CODE.length()), Optional.of("#" + Code.anchor(node)));
    }
    // A link to anything else could be a script.
    boolean web = iri.startsWith("http://") || iri.startsWith("https://");
    return new Link(before, Namespaces.PREFIXES.shortForm(iri), Optional.of(iri).filter(_ -> web));
  }
}
