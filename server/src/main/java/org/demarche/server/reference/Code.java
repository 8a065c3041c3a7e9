package org.demarche.server.reference;

import java.util.List;
import org.apache.jena.graph.Node;
import org.demarche.ontology.Namespaces;

/**
 * A concept of a scheme of codes.
 *
 * @param anchor where it stands on the page: {@code codes-polarity-denied}
 * @param iri its whole name
 * @param page where it has a page of its own
 * @param notations how data and queries write it; may be several, as other codings have theirs
 * @param notes its texts
 * @param facts what else is said of it
 */
public record Code(
    String anchor, String iri, String page, List<String> notations, Notes notes, List<Fact> facts) {
  /** Copies the lists. */
  public Code {
    notations = List.copyOf(notations);
    facts = List.copyOf(facts);
  }

  /** What it is called. */
  public Text label() {
    return notes.label(iri.substring(iri.lastIndexOf('/') + 1));
  }

  /** Whether a node is named as codes and their schemes are. */
  static boolean isCode(Node node) {
    return node.isURI()
        && node.getURI().startsWith(Namespaces.CODE)
        && node.getURI().length() > Namespaces.CODE.length();
  }

  /** Where a code or scheme stands on the page. */
  static String anchor(Node code) {
    return "codes-" + code.getURI().substring(Namespaces.CODE.length()).replace('/', '-');
  }
}
