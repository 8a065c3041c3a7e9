package org.demarche.server.things;

import org.apache.jena.graph.Node;
import org.demarche.server.pages.Label;
import org.demarche.server.pages.Labels;
import org.demarche.server.pages.Links;

/**
 * A term as a page shows it.
 *
 * @param text its label, or the literal itself
 * @param lang what the attribute {@code lang} says; empty for English and for none
 * @param href where it leads; may be empty
 * @param iri that it stands for; empty for literals
 */
public record Value(String text, String lang, String href, String iri) {

  static Value of(Node node, Labels labels) {
    Label label = labels.of(node);
    return new Value(
        label.text(), label.lang(), Links.of(node).orElse(""), node.isURI() ? node.getURI() : "");
  }
}
