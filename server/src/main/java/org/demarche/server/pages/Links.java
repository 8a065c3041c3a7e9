package org.demarche.server.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.demarche.ontology.Namespaces;

/**
 * Where a reader gets from what a page names. Data name things by IRIs of Demarche; pages lead to
 * the same path on the server that they come from.
 */
public final class Links {
  /** What all IRIs of Demarche begin with: what follows is their path on a server. */
  public static final String BASE =
      Namespaces.ID.substring(0, Namespaces.ID.length() - "/id/".length());

  private static final String OP_ED = Namespaces.ID + "op-ed/";

  /** Letters that a path may hold as they are: RFC 3986, section 3.3, and the slash. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._~!$&'()*+,;=:@-]*");

  private Links() {}

  /**
   * Where a node leads: an IRI of Demarche to this server, any other to its own place on the web.
   * Empty for what leads nowhere.
   */
  public static Optional<String> of(Node node) {
    if (node.isLiteral()) {
      return Optional.of(node)
          .filter(it -> it.getLiteralDatatypeURI().endsWith("#anyURI"))
          .map(Node::getLiteralLexicalForm)
          .filter(Links::isWeb);
    }
    if (!node.isURI()) {
      return Optional.empty();
    }
    String iri = node.getURI();
    return iri.startsWith(BASE + "/")
        ? Optional.of(path(iri.substring(BASE.length())))
        : Optional.of(iri).filter(Links::isWeb);
  }

  /** Where a passage or a code of an op-ed leads, {@code P4} or {@code F039}. */
  public static Optional<String> within(Node source, String place) {
    return Optional.of(source)
        .filter(it -> it.isURI() && it.getURI().startsWith(OP_ED))
        .map(opEd -> opEd.getURI().substring(OP_ED.length()) + "/" + place)
        .map(slug -> path("/id/" + (isCode(place) ? "statement/" : "passage/") + slug));
  }

  /** Our own IRIs in short; others whole; literals without their type. */
  public static String name(Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm();
    }
    if (!node.isURI()) {
      return node.toString();
    }
    String iri = node.getURI();
    return iri.startsWith(Namespaces.ID)
        ? iri.substring(Namespaces.ID.length())
        : Namespaces.PREFIXES.shortForm(iri);
  }

  /** Passages are P4, H and S; codes of statements are F039. */
  private static boolean isCode(String place) {
    return place.matches("F[0-9]+");
  }

  /** A path as a URL may hold it; the number sign of the ontology's terms begins a fragment. */
  private static String path(String path) {
    if (PLAIN.matcher(path).matches()) {
      return path;
    }
    int fragment = path.indexOf('#');
    return fragment < 0
        ? encoded(path)
        : encoded(path.substring(0, fragment)) + "#" + encoded(path.substring(fragment + 1));
  }

  /** Percent-encoded for a path or a query; slashes and colons may stand there as they are. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2F", "/")
        .replace("%3A", ":");
  }

  /** A link to anything else could be a script. */
  private static boolean isWeb(String iri) {
    return iri.startsWith("https://") || iri.startsWith("http://");
  }
}
