package org.demarche.server.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonParseException;
import org.apache.jena.atlas.json.JsonValue;
import org.demarche.server.problem.Problem;
import org.demarche.server.problem.ProblemException;

/** Reads the JSON that clients send, and says where it isn't what it should be. */
final class Json {
  /** A batch needs six levels; a parser that descends for each would run out of stack. */
  private static final int DEEPEST = 16;

  private Json() {}

  /**
   * The object that a parameter holds.
   *
   * @throws ProblemException 400 with line and column when it is no JSON, or no object
   */
  static JsonObject object(String parameter, String text) {
    requireShallow(parameter, text);
    JsonValue value;
    try {
      value = JSON.parseAny(text);
    } catch (JsonParseException wrong) {
      throw new ProblemException(
          Problem.of(
                  400,
                  "The parameter \"%s\" is not well-formed JSON: see line %d, column %d of its value."
                      .formatted(parameter, wrong.getLine(), wrong.getColumn()))
              .with("line", wrong.getLine())
              .with("column", wrong.getColumn()));
    } catch (JsonException wrong) {
      throw new ProblemException(
          400, "The parameter \"%s\" is not well-formed JSON.".formatted(parameter));
    }
    if (!value.isObject()) {
      throw new ProblemException(
          400, "The parameter \"%s\" must be a JSON object, {…}.".formatted(parameter));
    }
    return value.getAsObject();
  }

  /** The member of an object, if it is there and not null. */
  static Optional<JsonValue> member(JsonObject object, String name) {
    return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
  }

  /** A text that isn't blank; a blank one is none. */
  static Optional<String> text(JsonObject object, String name) {
    return member(object, name)
        .map(value -> string(value, "\"" + name + "\" must be a text."))
        .filter(text -> !text.isBlank());
  }

  /** The items of a list; one value that isn't in a list is a list of it. */
  static List<JsonValue> list(JsonValue value) {
    return value.isArray() ? value.getAsArray().stream().toList() : List.of(value);
  }

  /** The items of a member that must be a list; none where it isn't there. */
  static Stream<JsonValue> items(JsonObject object, String name) {
    return member(object, name).stream()
        .flatMap(
            value -> {
              if (!value.isArray()) {
                throw new Fault("\"" + name + "\" must be a list, […].");
              }
              return value.getAsArray().stream();
            });
  }

  /** A text. */
  static String string(JsonValue value, String otherwise) {
    if (!value.isString()) {
      throw new Fault(otherwise);
    }
    return value.getAsString().value();
  }

  private static void requireShallow(String parameter, String text) {
    int depth = 0;
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (quoted) {
        if (letter == '\\') {
          at++;
        } else if (letter == '"') {
          quoted = false;
        }
      } else if (letter == '"') {
        quoted = true;
      } else if (letter == '{' || letter == '[') {
        depth++;
      } else if (letter == '}' || letter == ']') {
        depth--;
      }
      if (depth > DEEPEST) {
        throw new ProblemException(
            400, "The JSON of the parameter \"%s\" is nested too deeply.".formatted(parameter));
      }
    }
  }
}
