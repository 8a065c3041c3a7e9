package org.demarche.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.demarche.GraphRoles;
import org.demarche.ontology.Graphs;

/**
 * One text of a thing.
 *
 * @param graph the named graph that says it
 * @param thing an IRI
 * @param property that gives the text
 * @param text as it was written
 * @param language the tag, lower case; empty for a text without one
 */
record Entry(Node graph, Node thing, Node property, String text, String language) {
  /** Lucene takes no term of more than 32,766 bytes. */
  private static final int LONGEST_IRI = 4_000;

  /** What of a quad is searched; empty for most quads. */
  static Optional<Entry> of(Quad quad) {
    Node text = quad.getObject();
    boolean searched =
        quad.getSubject().isURI()
            && quad.getSubject().getURI().length() <= LONGEST_IRI
            && text.isLiteral()
            && isText(text)
            && isSearched(quad.getGraph())
            && Wording.of(quad.getPredicate()).isPresent();
    return searched
        ? Optional.of(
            new Entry(
                quad.getGraph(),
                quad.getSubject(),
                quad.getPredicate(),
                text.getLiteralLexicalForm(),
                text.getLiteralLanguage()))
        : Optional.empty();
  }

  /** Graphs that say something about things: neither shapes, nor what commits keep. */
  private static boolean isSearched(Node graph) {
    return GraphRoles.isPremise(graph) || graph.equals(Graphs.QUERIES);
  }

  private static boolean isText(Node literal) {
    return !literal.getLiteralLanguage().isEmpty()
        || literal.getLiteralDatatype().equals(XSDDatatype.XSDstring);
  }

  Wording wording() {
    return Wording.of(property).orElseThrow();
  }

  String kind() {
    return ThingKind.of(thing);
  }

  /** The text as the dataset has it. */
  Node literal() {
    return language.isEmpty()
        ? NodeFactory.createLiteralString(text)
        : NodeFactory.createLiteralLang(text, language);
  }

  /** Differs for different entries. */
  String key() {
    MessageDigest digest = DigestUtils.getSha256Digest();
    Consumer<String> part =
        value -> {
          byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
          digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
          digest.update(bytes);
        };
    part.accept(graph.toString());
    part.accept(thing.toString());
    part.accept(property.toString());
    part.accept(language);
    part.accept(text);
    return Base64.getEncoder().withoutPadding().encodeToString(digest.digest());
  }
}
