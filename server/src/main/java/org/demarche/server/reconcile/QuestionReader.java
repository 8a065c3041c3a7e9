package org.demarche.server.reconcile;

import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.demarche.server.reconcile.Question.Known;
import org.demarche.server.reconcile.Question.Strictness;

/**
 * Reads a reconciliation query: section 4.1 of the specification, and its schema. Members that it
 * doesn't know are passed over.
 */
final class QuestionReader {
  private static final int USUAL_LIMIT = 10;

  /** More of either don't help to find anything. */
  private static final int MOST_PROPERTIES = 20;

  private QuestionReader() {}

  /**
   * The query that a value of a batch is.
   *
   * @throws Fault when it is none
   */
  static Question read(JsonValue value) {
    if (!value.isObject()) {
      throw new Fault("A query must be an object, such as {\"query\": \"Seoul\"}.");
    }
    JsonObject query = value.getAsObject();
    return new Question(
        Json.text(query, "query"),
        Json.member(query, "type").map(Json::list).orElse(List.of()).stream()
            .map(QuestionReader::type)
            .filter(type -> !type.isBlank())
            .toList(),
        Json.text(query, "type_strict").map(QuestionReader::strictness).orElse(Strictness.ANY),
        Json.member(query, "limit").map(QuestionReader::limit).orElse(USUAL_LIMIT),
        properties(query));
  }

  private static List<Known> properties(JsonObject query) {
    List<JsonValue> properties = Json.items(query, "properties").toList();
    if (properties.size() > MOST_PROPERTIES) {
      throw new Fault("There are more than " + MOST_PROPERTIES + " \"properties\".");
    }
    return properties.stream().map(QuestionReader::known).toList();
  }

  /** The prose of the specification has types as objects, the schema their identifiers. */
  private static String type(JsonValue type) {
    Optional<JsonValue> id =
        type.isObject() ? Json.member(type.getAsObject(), "id") : Optional.of(type);
    return Json.string(
        id.orElse(type), "\"type\" must be the identifier of a type, or a list of them.");
  }

  private static Strictness strictness(String text) {
    return switch (text) {
      case "any" -> Strictness.ANY;
      case "all" -> Strictness.ALL;
      case "should" -> Strictness.SHOULD;
      default -> throw new Fault("\"type_strict\" must be \"any\", \"all\" or \"should\".");
    };
  }

  private static int limit(JsonValue value) {
    double limit = value.isNumber() ? value.getAsNumber().value().doubleValue() : 0;
    // What is no whole number, or too large for one, is refused as 0 is.
    return limit == Math.rint(limit) && limit <= Integer.MAX_VALUE ? (int) limit : 0;
  }

  private static Known known(JsonValue value) {
    if (!value.isObject()) {
      throw new Fault("An item of \"properties\" must be an object with \"pid\" and \"v\".");
    }
    JsonObject property = value.getAsObject();
    String pid =
        Json.text(property, "pid")
            .orElseThrow(() -> new Fault("An item of \"properties\" has no \"pid\"."));
    List<Given> values =
        Json.member(property, "v").map(Json::list).orElse(List.of()).stream()
            .filter(given -> !given.isNull())
            .map(given -> given(pid, given))
            .toList();
    if (values.isEmpty()) {
      throw new Fault("The property \"" + pid + "\" has no value \"v\".");
    }
    if (values.size() > MOST_PROPERTIES) {
      throw new Fault("The property \"" + pid + "\" has more than " + MOST_PROPERTIES + " values.");
    }
    return new Known(pid, values);
  }

  private static Given given(String pid, JsonValue value) {
    if (value.isString()) {
      String text = value.getAsString().value();
      return new Given.Text(text.substring(0, Math.min(text.length(), Question.LONGEST)));
    }
    if (value.isNumber()) {
      return new Given.Quantity(value.getAsNumber().value().doubleValue());
    }
    if (value.isBoolean()) {
      return new Given.Truth(value.getAsBoolean().value());
    }
    String wrong =
        "A value of the property \"%s\" must be a text, a number, true or false, or {\"id\": …} with"
                .formatted(pid)
            + " the identifier of a thing.";
    if (!value.isObject()) {
      throw new Fault(wrong);
    }
    String id = Json.text(value.getAsObject(), "id").orElseThrow(() -> new Fault(wrong));
    return new Given.Thing(Identifiers.thing(id).orElseThrow(() -> new Fault(wrong)));
  }
}
