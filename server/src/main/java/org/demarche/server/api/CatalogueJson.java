package org.demarche.server.api;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.demarche.queries.CannedQuery;
import org.demarche.queries.Catalogue;
import org.demarche.queries.Parameter;

/** The catalogue for programs. */
final class CatalogueJson {
  private CatalogueJson() {}

  static String of(Catalogue catalogue) {
    JsonArray queries = new JsonArray();
    catalogue.all().forEach(query -> queries.add(json(query)));
    JsonObject list = new JsonObject();
    list.put("queries", queries);
    return JSON.toString(list) + "\n";
  }

  private static JsonObject json(CannedQuery query) {
    JsonArray tags = new JsonArray();
    query.tags().forEach(tags::add);
    JsonArray parameters = new JsonArray();
    query.parameters().forEach(parameter -> parameters.add(json(parameter)));
    JsonObject json = new JsonObject();
    json.put("name", query.name());
    json.put("theme", query.theme());
    json.put("summary", query.summary());
    json.put("description", query.description());
    json.put("tags", tags);
    json.put("parameters", parameters);
    json.put("href", "/queries/" + query.name());
    json.put("example", "/queries/" + query.name() + "?" + query.example());
    return json;
  }

  private static JsonObject json(Parameter parameter) {
    JsonObject json = new JsonObject();
    json.put("name", parameter.name());
    json.put("required", parameter.required());
    json.put("description", parameter.description());
    json.put("expected", parameter.type().expected());
    return json;
  }
}
