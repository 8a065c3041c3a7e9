package org.demarche.server.opeds;

import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.demarche.graph.Snapshot;
import org.demarche.ontology.Graphs;
import org.demarche.server.pages.Labels;
import org.demarche.server.pages.Links;

/**
 * A page of the list of op-eds, by their slugs.
 *
 * @param commit that it tells of
 * @param total how many op-eds there are on all pages
 * @param entries those of this page
 * @param first the address of the first page
 * @param next the address of the next page; empty on the last
 */
public record OpEdList(
    long commit, int total, List<OpEdEntry> entries, String first, Optional<String> next) {
  /** Copies the list. */
  public OpEdList {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a page.
   *
   * @param limit how many it has at most
   * @param after the slug that it begins after, be it that of an op-ed or not; may be empty
   * @param form what the addresses of other pages end with, to keep the form; may be empty
   */
  static OpEdList of(Snapshot snapshot, Labels labels, int limit, String after, String form) {
    List<Node> all = OpEdEntry.graphs(snapshot.dataset());
    String last = Graphs.opEd(after).getURI();
    List<Node> rest =
        after.isEmpty()
            ? all
            : all.stream().filter(graph -> graph.getURI().compareTo(last) > 0).toList();
    List<Node> page = rest.subList(0, Math.min(limit, rest.size()));
    String first = OpEds.PATH + "?limit=" + limit + form;
    return new OpEdList(
        snapshot.commit(),
        all.size(),
        page.stream().map(graph -> OpEdEntry.of(graph, labels)).toList(),
        first,
        page.size() < rest.size()
            ? Optional.of(first + "&after=" + Links.encoded(OpEdPath.slug(page.getLast())))
            : Optional.empty());
  }

  /** For programs; the OpenAPI description tells the schema. */
  String json() {
    JsonArray opEds = new JsonArray();
    entries.forEach(entry -> opEds.add(json(entry)));
    JsonObject json = new JsonObject();
    json.put("commit", commit);
    json.put("total", total);
    json.put("opEds", opEds);
    next.ifPresent(address -> json.put("next", address));
    return JSON.toString(json) + "\n";
  }

  private static JsonObject json(OpEdEntry entry) {
    JsonObject json = new JsonObject();
    json.put("opEd", entry.iri());
    json.put("path", entry.path());
    json.put("page", entry.page());
    json.put("graph", entry.graph().getURI());
    json.put("title", entry.title().text());
    json.put("authors", named(entry.authors()));
    json.put("outlets", named(entry.outlets()));
    putKnown("earliest", entry.earliest(), json);
    putKnown("latest", entry.latest(), json);
    json.put("statements", entry.statements());
    json.put("coders", named(entry.coders()));
    putKnown("codedOn", entry.codedOn(), json);
    json.put("commit", entry.commit());
    return json;
  }

  private static void putKnown(String name, String value, JsonObject json) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }

  private static JsonArray named(List<OpEdEntry.Named> things) {
    JsonArray array = new JsonArray();
    for (OpEdEntry.Named thing : things) {
      JsonObject json = new JsonObject();
      json.put("iri", thing.iri());
      json.put("label", thing.label().text());
      array.add(json);
    }
    return array;
  }
}
