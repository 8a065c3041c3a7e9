package org.demarche.server.reconcile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;

/**
 * How the values of a property are to be given: section 7.1 of the specification.
 *
 * @param limit how many at most; 0 for all
 * @param content what is given of a thing
 * @param language of the texts to give; empty for any
 */
record ExtendSettings(int limit, Content content, String language) {
  private static final List<String> LANGUAGES = List.of("en", "ko", "ja");
  private static final String ANY = "any";

  /** What is given of a thing. */
  enum Content {
    /** Identifier and name, so that it counts as reconciled. */
    THING("thing", "Identifier and name"),
    /** The name as text. */
    NAME("name", "Name"),
    /** The IRI as text. */
    IRI("iri", "IRI");

    private final String value;
    private final String label;

    Content(String value, String label) {
      this.value = value;
      this.label = label;
    }
  }

  /**
   * Reads them from a property of a query.
   *
   * @throws Fault when one has a value that it can't have
   */
  static ExtendSettings of(JsonObject property) {
    JsonObject given =
        Json.member(property, "settings")
            .map(
                settings -> {
                  if (!settings.isObject()) {
                    throw new Fault("\"settings\" must be an object.");
                  }
                  return settings.getAsObject();
                })
            .orElseGet(JsonObject::new);
    return new ExtendSettings(
        Json.member(given, "limit").map(ExtendSettings::limit).orElse(0),
        Json.text(given, "content").map(ExtendSettings::content).orElse(Content.THING),
        Json.text(given, "language").map(ExtendSettings::language).orElse(""));
  }

  /** The values that are to be given, in an order of their own. */
  Stream<Node> of(Stream<Node> values) {
    Stream<Node> sorted =
        values
            .filter(
                value ->
                    language.isEmpty()
                        || !value.isLiteral()
                        || value.getLiteralLanguage().isEmpty()
                        || value.getLiteralLanguage().equals(language))
            .sorted(Comparator.comparing(ExtendSettings::order));
    return limit == 0 ? sorted : sorted.limit(limit);
  }

  /** As the manifest tells clients, which make a form of it. */
  static JsonArray described() {
    JsonObject limit =
        setting("number", "limit", "Limit", "The most values of one thing; 0 for all");
    limit.put("default", JsonNumber.value(0));
    JsonObject content = setting("select", "content", "Content", "What to give of a thing");
    content.put("default", Content.THING.value);
    content.put(
        "choices",
        choices(Stream.of(Content.values()).map(it -> new String[] {it.value, it.label})));
    JsonObject language = setting("select", "language", "Language", "Texts in this language only");
    language.put("default", ANY);
    language.put(
        "choices",
        choices(
            Stream.of(
                new String[] {ANY, "Any"},
                new String[] {"en", "English"},
                new String[] {"ko", "한국어"},
                new String[] {"ja", "日本語"})));
    JsonArray settings = new JsonArray();
    Stream.of(limit, content, language).forEach(settings::add);
    return settings;
  }

  /** English first, then the other languages, then by letters. */
  private static String order(Node value) {
    if (!value.isLiteral()) {
      return value.toString();
    }
    int place = LANGUAGES.indexOf(value.getLiteralLanguage());
    return (place < 0 ? LANGUAGES.size() : place) + value.getLiteralLexicalForm();
  }

  /** Clients send what stands in a field of a form, so that a number may come as text. */
  private static int limit(JsonValue value) {
    String text =
        value.isString() ? value.getAsString().value() : value.isNumber() ? value.toString() : "";
    if (!text.matches("[0-9]{1,6}")) {
      throw new Fault("The setting \"limit\" must be a whole number from 0 to 999999.");
    }
    return Integer.parseInt(text);
  }

  private static Content content(String given) {
    return Stream.of(Content.values())
        .filter(content -> content.value.equals(given))
        .findFirst()
        .orElseThrow(
            () ->
                new Fault(
                    "The setting \"content\" must be one of "
                        + Stream.of(Content.values())
                            .map(content -> content.value)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static String language(String given) {
    return Optional.of(given)
        .filter(language -> language.equals(ANY) || LANGUAGES.contains(language))
        .map(language -> language.equals(ANY) ? "" : language)
        .orElseThrow(() -> new Fault("The setting \"language\" must be one of any, en, ko, ja."));
  }

  private static JsonObject setting(String type, String name, String label, String help) {
    JsonObject setting = new JsonObject();
    setting.put("type", type);
    setting.put("name", name);
    setting.put("label", label);
    setting.put("help_text", help);
    return setting;
  }

  private static JsonArray choices(Stream<String[]> choices) {
    JsonArray array = new JsonArray();
    choices.forEach(
        choice -> {
          JsonObject json = new JsonObject();
          json.put("value", choice[0]);
          json.put("name", choice[1]);
          array.add(json);
        });
    return array;
  }
}
