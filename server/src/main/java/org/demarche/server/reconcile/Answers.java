package org.demarche.server.reconcile;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;

/** Writes terms, things and candidates as the specification has them in JSON. */
final class Answers {
  private Answers() {}

  /** A document. */
  static String text(JsonObject document) {
    return JSON.toString(document) + "\n";
  }

  /** A result of a batch. */
  static JsonObject result(List<Candidate> candidates, Things things) {
    JsonArray result = new JsonArray();
    candidates.forEach(candidate -> result.add(candidate(candidate, things)));
    JsonObject json = new JsonObject();
    json.put("result", result);
    return json;
  }

  /** The result of a query that has a fault: none, and why. */
  static JsonObject fault(Fault fault) {
    JsonObject json = new JsonObject();
    json.put("result", new JsonArray());
    json.put("error", fault.sentences());
    return json;
  }

  /** A type or property: identifier and name. */
  static JsonObject term(Term term) {
    JsonObject json = new JsonObject();
    json.put("id", term.id());
    json.put("name", term.name());
    return json;
  }

  /** A list of terms. */
  static JsonArray terms(List<Term> terms) {
    JsonArray json = new JsonArray();
    terms.forEach(term -> json.add(term(term)));
    return json;
  }

  /** A type with those right above it, so that clients can show a tree. */
  static JsonObject withBroader(Term type, Terms terms) {
    JsonObject json = term(type);
    List<Term> broader =
        type.broader().stream().flatMap(above -> terms.type(above).stream()).toList();
    if (!broader.isEmpty()) {
      json.put("broader", terms(broader));
    }
    return json;
  }

  /** What tells a thing from its namesakes: what it is, and the name by which it was found. */
  static String description(List<Term> types, String name, String label) {
    String kind = types.stream().limit(1).map(Term::name).collect(Collectors.joining());
    if (label.isEmpty() || label.equals(name)) {
      return kind;
    }
    return kind.isEmpty() ? "found as " + label : kind + ", found as " + label;
  }

  private static JsonObject candidate(Candidate candidate, Things things) {
    List<Term> types = things.types(candidate.thing());
    String name = things.name(candidate.thing());
    JsonObject json = new JsonObject();
    json.put("id", Identifiers.ofThing(candidate.thing()));
    json.put("name", name);
    String description = description(types, name, candidate.label());
    if (!description.isEmpty()) {
      json.put("description", description);
    }
    json.put("type", terms(types));
    json.put("score", JsonNumber.value(candidate.score()));
    json.put("match", candidate.match());
    json.put("features", features(candidate));
    return json;
  }

  private static JsonArray features(Candidate candidate) {
    JsonArray features = new JsonArray();
    JsonObject name = feature("name");
    name.put("value", number(candidate.name()));
    features.add(name);
    JsonObject type = feature("type");
    type.put("value", candidate.ofType());
    features.add(type);
    new TreeMap<>(candidate.properties())
        .forEach(
            (id, fit) -> {
              JsonObject property = feature("property-" + id);
              property.put("value", number(fit));
              features.add(property);
            });
    return features;
  }

  private static JsonObject feature(String id) {
    JsonObject feature = new JsonObject();
    feature.put("id", id);
    return feature;
  }

  private static JsonNumber number(double value) {
    return JsonNumber.value(Math.round(value * 1000) / 1000.0);
  }
}
