package org.demarche.validate;

import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;

/** Findings for programs: an object for each, in the order of the places. */
public final class FindingsJson {
  private FindingsJson() {}

  /**
   * Those that are told, see {@link Findings#told}. What is unknown of one is left out: its place
   * where it came from no file, its node where it is about no one thing, its property where no
   * shape found it.
   *
   * @return objects with {@code severity} ({@code fault} or {@code advice}), {@code file}, {@code
   *     line} and {@code column} (from 1; of a table {@code row}, {@code column} and {@code
   *     heading}, of a whole row {@code row} alone), {@code node} and {@code property} (IRIs),
   *     {@code wrong}, {@code right}
   */
  public static JsonArray of(Findings findings) {
    JsonArray array = new JsonArray();
    findings.told().forEach(finding -> array.add(of(finding)));
    return array;
  }

  private static JsonObject of(Finding finding) {
    JsonObject object = new JsonObject();
    object.put(
        "severity",
        switch (finding.severity()) {
          case FAULT -> "fault";
          case ADVICE -> "advice";
        });
    finding.place().ifPresent(place -> put(place, object));
    finding.node().filter(Node::isURI).ifPresent(node -> object.put("node", node.getURI()));
    finding
        .breach()
        .flatMap(Finding.Breach::path)
        .ifPresent(property -> object.put("property", property.getURI()));
    object.put("wrong", finding.wrong());
    if (!finding.right().isEmpty()) {
      object.put("right", finding.right());
    }
    return object;
  }

  private static void put(Place place, JsonObject object) {
    object.put("file", place.file());
    object.put(place.heading().isPresent() ? "row" : "line", place.line());
    if (place.column() > 0) {
      object.put("column", place.column());
    }
    place
        .heading()
        .filter(heading -> !heading.isEmpty())
        .ifPresent(heading -> object.put("heading", heading));
  }
}
