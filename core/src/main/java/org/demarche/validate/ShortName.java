package org.demarche.validate;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.Prefixes;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.vocabulary.RDF;
import org.demarche.ontology.Namespaces;

/**
 * How messages name a node, and people name it to us: {@code id:actor/japan}. Unlike a prefixed
 * name of Turtle it may hold a slash, which no reader trips over.
 */
public final class ShortName {
  private static final Pattern THING = Pattern.compile("[a-z][a-z-]*(/[\\w.-]+)+");
  private static final Pattern ABSOLUTE = Pattern.compile("https?://[^\\s<>\"]+|urn:[^\\s<>\"]+");

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

  /**
   * The term that a person wrote: {@code a}, an IRI with or without angle brackets, a prefixed name
   * of ours that may hold slashes, the name of a thing below {@code id:}, or a literal of Turtle.
   *
   * @return empty when it is none of these
   */
  public static Optional<Node> parse(String written) {
    if (written.equals("a")) {
      return Optional.of(RDF.Nodes.type);
    }
    if (THING.matcher(written).matches()) {
      return Optional.of(NodeFactory.createURI(Namespaces.ID + written));
    }
    String iri = Namespaces.PREFIXES.expandPrefix(written);
    if (!iri.equals(written) || ABSOLUTE.matcher(written).matches()) {
      return Optional.of(NodeFactory.createURI(iri));
    }
    try {
      return Optional.of(NodeFactoryExtra.parseNode(written, Prefixes.adapt(Namespaces.PREFIXES)))
          .filter(node -> node.isURI() || node.isLiteral());
    } catch (RiotException notTurtle) {
      return Optional.empty();
    }
  }
}
