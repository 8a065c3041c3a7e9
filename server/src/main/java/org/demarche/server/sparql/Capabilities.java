package org.demarche.server.sparql;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Offers;

/** What the query service can do, for those who describe it. Stateless; thread-safe. */
public final class Capabilities {
  private static final String CASTS = "http://www.w3.org/2001/XMLSchema#";

  /** What SPARQL 1.1 has a keyword for: section 17.4. */
  private static final Pattern KEYWORDS =
      Pattern.compile(
          ".*#(abs|boolean|ceiling|concat|contains|encode-for-uri|ends-with|floor|lower-case|not"
              + "|round|starts-with|string-length|substring(-after|-before)?|upper-case"
              + "|(day|hours|minutes|month|seconds|timezone|year)-from-dateTime)");

  /** Spellings of Jena's own for {@code fn:day-from-date} and its like, and what gives no value. */
  private static final Pattern UNTOLD =
      Pattern.compile(".*#((days|months|years)-from-date(Time)?|error)");

  private Capabilities() {}

  /** The forms of what {@code SELECT} and {@code ASK} give. */
  public static Offers<Lang> tables() {
    return ResultForms.TABLE;
  }

  /** The forms of what {@code CONSTRUCT} and {@code DESCRIBE} give, and of whole graphs. */
  public static Offers<Lang> graphs() {
    return ResultForms.GRAPH;
  }

  /** The media types in which a graph may be sent, the preferred first. */
  public static List<String> graphsRead() {
    return List.copyOf(Upload.SYNTAXES.keySet());
  }

  /** The media types in which results are written, those of tables and those of graphs. */
  public static List<String> resultTypes() {
    return Stream.of(ResultForms.TABLE, ResultForms.GRAPH)
        .flatMap(forms -> forms.all().stream())
        // The others are second names of these, for clients that know no better.
        .filter(offer -> !offer.formats().isEmpty())
        .map(Offer::mediaType)
        .toList();
  }

  /**
   * The IRIs of XPath's functions that a query may call and SPARQL 1.1 doesn't name, sorted. Casts
   * to the types of XML Schema are left out too: section 17.5 has the common ones, and all would
   * make a description too long.
   */
  public static List<String> functions() {
    return EngineLockdown.functionNames().stream()
        .filter(iri -> !iri.startsWith(CASTS))
        .filter(iri -> !KEYWORDS.matcher(iri).matches() && !UNTOLD.matcher(iri).matches())
        .toList();
  }

  /** The IRIs of the properties that are computed, sorted. */
  public static List<String> propertyFunctions() {
    return EngineLockdown.propertyNames();
  }
}
