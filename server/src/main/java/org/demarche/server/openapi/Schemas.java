package org.demarche.server.openapi;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.demarche.ontology.Namespaces;
import org.demarche.queries.ParameterType;

/** JSON Schema, draft 2020-12, of what is sent and answered. */
final class Schemas {
  /** A short form, or an absolute IRI. */
  private static final String THING =
      "^([a-z][a-z-]*(/[A-Za-z0-9_.-]+)+|[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+)$";

  private Schemas() {}

  static JsonSchema text() {
    return typed("string");
  }

  static JsonSchema iri() {
    JsonSchema schema = text();
    schema.setFormat("iri");
    return schema;
  }

  static JsonSchema whole() {
    JsonSchema schema = typed("integer");
    schema.setFormat("int64");
    return schema;
  }

  static JsonSchema number() {
    return typed("number");
  }

  static JsonSchema truth() {
    return typed("boolean");
  }

  static JsonSchema object() {
    return typed("object");
  }

  /** An object, or a list of them. */
  static JsonSchema objects() {
    JsonSchema schema = object();
    schema.addType("array");
    schema.setItems(object());
    return schema;
  }

  static JsonSchema oneOf(List<String> values) {
    JsonSchema schema = text();
    values.forEach(schema::addEnumItemObject);
    return schema;
  }

  static JsonSchema listOf(Schema<?> items) {
    JsonSchema schema = typed("array");
    schema.setItems(items);
    return schema;
  }

  /** One of the document's own schemas, by its name. */
  static JsonSchema named(String name) {
    JsonSchema schema = new JsonSchema();
    schema.set$ref("#/components/schemas/" + name);
    return schema;
  }

  /** What may be written for a parameter of a canned query. */
  static JsonSchema of(ParameterType type) {
    return switch (type) {
      case ParameterType.Text _, ParameterType.Tagged _ -> text();
      case ParameterType.Thing _ -> thing();
      case ParameterType.Code code -> oneOf(code.concepts());
      case ParameterType.Choice choice -> oneOf(choice.values());
      case ParameterType.Day _ -> day();
      case ParameterType.Whole _ -> whole();
    };
  }

  private static JsonSchema thing() {
    JsonSchema schema = text();
    schema.setPattern(THING);
    schema.setExamples(List.of("actor/japan", Namespaces.ID + "actor/japan"));
    return schema;
  }

  private static JsonSchema day() {
    JsonSchema schema = text();
    schema.setFormat("date");
    schema.setExamples(List.of("2019-11-22"));
    return schema;
  }

  private static JsonSchema typed(String type) {
    JsonSchema schema = new JsonSchema();
    schema.addType(type);
    return schema;
  }
}
