package org.demarche.server.api;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.demarche.ontology.Namespaces;

/**
 * Where a reader gets from what a table names. The one place that knows: things have no pages of
 * their own, so they lead to the statements that tell of them.
 */
final class ThingLinks {
  private static final String OP_ED = Namespaces.ID + "op-ed/";
  private static final String STATEMENT = Namespaces.ID + "statement/";

  private static final Pattern TERM = Pattern.compile("(dem|code|shape):");

  private ThingLinks() {}

  /** Where an IRI leads; empty where it leads nowhere, as codes and terms do. */
  static Optional<String> of(Node node) {
    if (node.isLiteral()) {
      return Optional.of(node)
          .filter(it -> it.getLiteralDatatypeURI().endsWith("#anyURI"))
          .map(Node::getLiteralLexicalForm)
          .filter(ThingLinks::isWeb);
    }
    if (!node.isURI()) {
      return Optional.empty();
    }
    String iri = node.getURI();
    if (iri.startsWith(OP_ED)) {
      return Optional.of(statements(iri, ""));
    }
    if (iri.startsWith(STATEMENT) && iri.indexOf('/', STATEMENT.length()) > 0) {
      int code = iri.lastIndexOf('/');
      return Optional.of(
          statements(OP_ED + iri.substring(STATEMENT.length(), code), iri.substring(code + 1)));
    }
    if (iri.startsWith(Namespaces.ID)) {
      return Optional.of("/queries/evidence?thing=" + QueryAddress.encoded(name(node)));
    }
    if (iri.startsWith(Namespaces.GRAPH)) {
      return Optional.of("/data?graph=" + QueryAddress.encoded(iri));
    }
    return Optional.of(iri).filter(ThingLinks::isWeb).filter(it -> !isTerm(it));
  }

  /** Where a passage or a code of an op-ed leads: to its row among the statements of that op-ed. */
  static Optional<String> within(Node source, String passageOrCode) {
    return Optional.of(source)
        .filter(it -> it.isURI() && it.getURI().startsWith(OP_ED))
        .map(opEd -> statements(opEd.getURI(), passageOrCode));
  }

  /** Our own IRIs in short; others whole; literals without their type. */
  static String name(Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm();
    }
    if (!node.isURI()) {
      return node.toString();
    }
    String iri = node.getURI();
    if (iri.startsWith(Namespaces.ID)) {
      return iri.substring(Namespaces.ID.length());
    }
    return Namespaces.PREFIXES.shortForm(iri);
  }

  private static String statements(String opEd, String place) {
    return "/queries/statements?source="
        + QueryAddress.encoded(opEd.substring(Namespaces.ID.length()))
        + (place.isEmpty() ? "" : "#" + QueryAddress.encoded(place));
  }

  private static boolean isTerm(String iri) {
    return TERM.matcher(Namespaces.PREFIXES.shortForm(iri)).lookingAt();
  }

  /** A link to anything else could be a script. */
  private static boolean isWeb(String iri) {
    return iri.startsWith("https://") || iri.startsWith("http://");
  }
}
