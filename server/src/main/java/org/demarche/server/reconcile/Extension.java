package org.demarche.server.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.demarche.server.reconcile.ExtendSettings.Content;
import org.demarche.server.running.Execution;

/**
 * Values of properties for things that were reconciled: section 7 of the specification. Every
 * identifier and property that is asked for has its place in the answer; those that are unknown
 * have no values.
 *
 * @param ids of things, as they were sent
 * @param properties whose values are asked for
 */
record Extension(List<String> ids, List<Wanted> properties) {
  private static final int MOST_IDS = 1000;
  private static final int MOST_PROPERTIES = 50;

  /** As the published schema has a date: always with a time. */
  private static final Pattern DATE_AND_TIME =
      Pattern.compile(
          "-?([1-9][0-9]*)?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?"
              + "(Z|[+-][0-9]{2}:[0-9]{2})?");

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /**
   * A property whose values are asked for.
   *
   * @param id as it was sent
   * @param settings how the values are to be given
   */
  record Wanted(String id, ExtendSettings settings) {}

  Extension {
    ids = List.copyOf(ids);
    properties = List.copyOf(properties);
    if (ids.size() > MOST_IDS || properties.size() > MOST_PROPERTIES) {
      throw new Fault(
          "Ask for at most %d \"ids\" and %d \"properties\" at once."
              .formatted(MOST_IDS, MOST_PROPERTIES));
    }
  }

  /**
   * Reads a query.
   *
   * @throws Fault when it is none
   */
  static Extension read(JsonObject query) {
    if (!query.hasKey("ids") || !query.hasKey("properties")) {
      throw new Fault("There must be \"ids\" and \"properties\".");
    }
    return new Extension(
        Json.items(query, "ids")
            .map(id -> Json.string(id, "An item of \"ids\" must be an identifier."))
            .distinct()
            .toList(),
        Json.items(query, "properties")
            .map(
                property -> {
                  if (!property.isObject()) {
                    throw new Fault("An item of \"properties\" must be an object with \"id\".");
                  }
                  JsonObject object = property.getAsObject();
                  return new Wanted(
                      Json.text(object, "id")
                          .orElseThrow(() -> new Fault("An item of \"properties\" has no \"id\".")),
                      ExtendSettings.of(object));
                })
            .toList());
  }

  /** The answer. */
  JsonObject answer(Terms terms, Things things, Execution running) {
    JsonArray meta = new JsonArray();
    properties.forEach(wanted -> meta.add(meta(wanted, terms)));
    JsonObject rows = new JsonObject();
    for (String id : ids) {
      JsonObject row = new JsonObject();
      for (Wanted wanted : properties) {
        row.put(wanted.id(), values(id, wanted, terms, things, running));
      }
      rows.put(id, row);
    }
    JsonObject answer = new JsonObject();
    answer.put("meta", meta);
    answer.put("rows", rows);
    return answer;
  }

  private static JsonObject meta(Wanted wanted, Terms terms) {
    Optional<Term> property = terms.property(wanted.id());
    JsonObject meta = new JsonObject();
    meta.put("id", wanted.id());
    meta.put("name", property.map(Term::name).orElse(wanted.id()));
    property
        .filter(_ -> wanted.settings().content() == Content.THING)
        .flatMap(Term::range)
        .flatMap(terms::type)
        .ifPresent(type -> meta.put("type", Answers.term(type)));
    return meta;
  }

  private static JsonArray values(
      String id, Wanted wanted, Terms terms, Things things, Execution running) {
    JsonArray values = new JsonArray();
    Identifiers.thing(id)
        .flatMap(
            thing ->
                terms.property(wanted.id()).map(property -> things.values(thing, property.node())))
        .map(wanted.settings()::of)
        .ifPresent(
            found ->
                found.forEach(
                    value -> {
                      running.countRow();
                      values.add(value(value, wanted.settings().content(), things, terms));
                    }));
    return values;
  }

  private static JsonObject value(Node value, Content content, Things things, Terms terms) {
    JsonObject json = new JsonObject();
    if (value.isLiteral()) {
      literal(value, json);
    } else if (content == Content.IRI || value.isBlank()) {
      json.put("str", value.toString());
    } else if (Identifiers.isThing(value) && content == Content.THING) {
      json.put("id", Identifiers.ofThing(value));
      json.put("name", things.name(value));
    } else {
      // Codes and terms lie outside the identifier space, so that they are texts.
      json.put("str", terms.type(value).map(Term::name).orElseGet(() -> things.name(value)));
    }
    return json;
  }

  /** Texts, and what isn't written as its type has it, stay as they are. */
  private static void literal(Node value, JsonObject json) {
    String text = value.getLiteralLexicalForm();
    String type = value.getLiteralDatatypeURI();
    if (type.equals(XSDDatatype.XSDinteger.getURI()) && text.matches("[+-]?[0-9]{1,18}")) {
      json.put("int", JsonNumber.value(Long.parseLong(text)));
    } else if (type.equals(XSDDatatype.XSDdecimal.getURI())
        && text.matches("[+-]?[0-9]{1,15}([.][0-9]{1,15})?")) {
      json.put("float", JsonNumber.value(Double.parseDouble(text)));
    } else if (type.equals(XSDDatatype.XSDdate.getURI()) && DAY.matcher(text).matches()) {
      json.put("date", text + "T00:00:00Z");
    } else if (type.equals(XSDDatatype.XSDdateTime.getURI())
        && DATE_AND_TIME.matcher(text).matches()) {
      json.put("date", text);
    } else {
      json.put("str", text);
    }
  }
}
