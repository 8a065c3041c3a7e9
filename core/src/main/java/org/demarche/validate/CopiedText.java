package org.demarche.validate;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.demarche.GraphRoles;
import org.demarche.ontology.Namespaces;

/**
 * Keeps the words of an article out. They belong to its publisher; a passage is found by its
 * paragraph, its hash and its offsets.
 */
final class CopiedText implements Check {
  /** Enough for a sentence of one's own, too little for a paragraph of somebody else's. */
  private static final int LONGEST_NOTE = 250;

  private static final Set<Node> HOLDERS_OF_TEXT =
      nodes("oa:exact", "oa:prefix", "oa:suffix", "schema:text", "schema:articleBody");

  private static final Set<Node> CLASSES_OF_TEXT = nodes("oa:TextQuoteSelector");

  /** A title is no secret, and may well be a quotation. */
  private static final Node TITLE = node("dcterms:title");

  private static final int LONGEST_TITLE = 400;

  /** Longer than any address that a browser takes; a whole article fits into a longer one. */
  private static final int LONGEST_IRI = 2_000;

  private static final String ANCHOR_INSTEAD =
      "Say it in your own words, and name the passage by dem:passage.";

  @Override
  public Stream<Finding> findings(Examination examination, KnownTerms known) {
    return examination
        .codedTriples()
        .flatMap(
            coded ->
                wrong(coded.graph(), coded.triple()).stream()
                    .map(wrong -> coded.fault(wrong, ANCHOR_INSTEAD)));
  }

  /** Whether the property exists to hold text of an article. */
  static boolean holdsText(Node property) {
    return HOLDERS_OF_TEXT.contains(property);
  }

  private static Optional<String> wrong(Node graph, Triple triple) {
    Node property = triple.getPredicate();
    Node object = triple.getObject();
    if (holdsText(property)) {
      return Optional.of(ShortName.of(property) + " would hold text of the article.");
    }
    if (property.equals(RDF.Nodes.type) && CLASSES_OF_TEXT.contains(object)) {
      return Optional.of("An " + ShortName.of(object) + " would hold text of the article.");
    }
    if (object.isURI() && object.getURI().length() > LONGEST_IRI) {
      return Optional.of(tooLong(property, object.getURI().length(), LONGEST_IRI));
    }
    if (!object.isLiteral()) {
      return Optional.empty();
    }
    String text = object.getLiteralLexicalForm();
    if (!property.equals(TITLE) && Quotation.isIn(text)) {
      return Optional.of(ShortName.of(property) + " quotes.");
    }
    int length = text.codePointCount(0, text.length());
    int most = property.equals(TITLE) ? LONGEST_TITLE : LONGEST_NOTE;
    return GraphRoles.isOpEd(graph) && length > most
        ? Optional.of(tooLong(property, length, most))
        : Optional.empty();
  }

  private static String tooLong(Node property, int length, int most) {
    return "%s has %d characters; %d are the most.".formatted(ShortName.of(property), length, most);
  }

  private static Set<Node> nodes(String... names) {
    return Stream.of(names).map(CopiedText::node).collect(Collectors.toUnmodifiableSet());
  }

  private static Node node(String name) {
    return NodeFactory.createURI(Namespaces.PREFIXES.expandPrefix(name));
  }
}
