package org.demarche.server.reference;

import static org.demarche.server.reference.Sources.isOurs;
import static org.demarche.server.reference.Sources.localName;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.demarche.ontology.Namespaces;
import org.demarche.server.pages.Links;

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
    if (isOurs(node)) {
      return new Link(before, localName(node), Optional.of("#" + localName(node)));
    }
    if (Code.isCode(node)) {
      return new Link(
          before,
          node.getURI().substring(Namespaces.CODE.length()),
          Optional.of("#" + Code.anchor(node)));
    }
    return new Link(before, node.isBlank() ? "" : Links.name(node), Links.of(node));
  }
}
