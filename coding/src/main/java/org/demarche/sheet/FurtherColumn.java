package org.demarche.sheet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.demarche.ontology.Namespaces;

/**
 * Columns that the metadata don't name: their heading is the prefixed name of a property that the
 * ontology declares, with a language where they hold text, such as {@code skos:editorialNote@ko}.
 */
final class FurtherColumn {
  private static final Pattern HEADING =
      Pattern.compile("(?<name>[a-z]+:[A-Za-z][\\w-]*)(@(?<language>[A-Za-z]+(-[A-Za-z0-9]+)*))?");

  private FurtherColumn() {}

  /** Whether a heading is written like a property's name, be there such a property or not. */
  static boolean isNamedSo(String heading) {
    return HEADING.matcher(heading).matches();
  }

  /** The name of the property in a heading that is named so. */
  static String property(String heading) {
    Matcher matcher = HEADING.matcher(heading);
    return matcher.matches() ? matcher.group("name") : heading;
  }

  /** The column with this heading; empty where the ontology declares no such property. */
  static Optional<Column> of(String heading, Vocabulary vocabulary) {
    Matcher matcher = HEADING.matcher(heading);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return vocabulary
        .property(matcher.group("name"))
        .map(
            property ->
                new Column(
                    heading,
                    Optional.of(property),
                    Optional.empty(),
                    values(property, Optional.ofNullable(matcher.group("language")), vocabulary),
                    true,
                    ""));
  }

  /** The heading of a column for a property, and for text in a language. */
  static String heading(Node property, String language) {
    String name = Namespaces.PREFIXES.shortForm(property.getURI());
    return language.isEmpty() ? name : name + "@" + language;
  }

  /** A column of this heading, as metadata describe it. */
  static Optional<JsonObject> describe(String heading) {
    Matcher matcher = HEADING.matcher(heading);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    JsonObject column = new JsonObject();
    // Names of columns are variables of templates, and may hold no other character.
    column.put("name", heading.replaceAll("[^A-Za-z0-9]", "_"));
    column.put("titles", heading);
    column.put("propertyUrl", Namespaces.PREFIXES.expandPrefix(matcher.group("name")));
    Optional.ofNullable(matcher.group("language"))
        .ifPresent(language -> column.put("lang", language));
    column.put("separator", Column.SEPARATOR);
    return Optional.of(column);
  }

  private static Values values(Node property, Optional<String> language, Vocabulary vocabulary) {
    if (language.isPresent()) {
      return new Values.Text(language.get());
    }
    if (DateBound.isOne(property)) {
      return new Values.Terms(Optional.of(XSDDatatype.XSDdate), true);
    }
    Optional<RDFDatatype> type = vocabulary.typeOf(property);
    return new Values.Terms(
        type.filter(it -> !it.equals(XSDDatatype.XSDstring)), !vocabulary.leadsToThings(property));
  }
}
