package org.demarche.server.search;

import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.demarche.search.Hit;
import org.demarche.search.Wording;
import org.demarche.server.pages.Label;
import org.demarche.server.pages.Labels;
import org.demarche.server.pages.Links;

/** What was found, for programs. The OpenAPI description tells its schema. */
final class SearchJson {
  private SearchJson() {}

  static String of(Answer answer) {
    JsonArray groups = new JsonArray();
    answer.groups().forEach(group -> groups.add(json(group)));
    JsonObject json = new JsonObject();
    json.put("query", answer.query());
    json.put("commit", answer.commit());
    json.put("total", answer.total());
    json.put("more", answer.more());
    json.put("partly", answer.partly());
    json.put("groups", groups);
    json.put("like", things(answer.like()));
    return JSON.toString(json) + "\n";
  }

  /** What completes a text. */
  static String suggestions(String query, List<Hit> hits, Labels labels) {
    JsonArray suggestions = new JsonArray();
    for (Hit hit : hits) {
      Label label = labels.of(hit.thing());
      boolean told = hit.wording() != Wording.HIDDEN;
      JsonObject json = new JsonObject();
      json.put("iri", hit.thing().getURI());
      json.put("path", Links.of(hit.thing()).orElse(hit.thing().getURI()));
      json.put("kind", hit.kind());
      json.put("kindName", KindName.of(hit.kind()));
      json.put("label", label.text());
      json.put("language", label.language());
      json.put("text", told ? hit.text() : label.text());
      json.put("textLanguage", told ? hit.language() : label.language());
      suggestions.add(json);
    }
    JsonObject json = new JsonObject();
    json.put("query", query);
    json.put("suggestions", suggestions);
    return JSON.toString(json) + "\n";
  }

  private static JsonObject json(FoundGroup group) {
    JsonObject json = new JsonObject();
    json.put("kind", group.kind());
    json.put("name", group.name());
    json.put("total", group.total());
    json.put("items", things(group.things()));
    return json;
  }

  private static JsonArray things(List<FoundThing> things) {
    JsonArray array = new JsonArray();
    for (FoundThing thing : things) {
      JsonObject json = new JsonObject();
      json.put("iri", thing.iri());
      json.put("path", thing.path());
      json.put("label", thing.label().text());
      json.put("language", thing.label().language());
      json.put("match", thing.match());
      json.put("text", thing.tellsText() || thing.isName() ? thing.plain() : "");
      json.put("textLanguage", thing.tellsText() || thing.isName() ? thing.language() : "");
      json.put("score", JsonNumber.value(Math.round(thing.score() * 1000) / 1000.0));
      array.add(json);
    }
    return array;
  }
}
