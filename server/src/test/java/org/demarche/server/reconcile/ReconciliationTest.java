package org.demarche.server.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.server.TestServer.encoded;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Names asked as OpenRefine asks them: forms with batches of ten. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReconciliationTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @AutoClose
  private static final TestServer server =
      TestServer.start(
          Settings.defaults(), graph -> new Loader(graph).load(Manifest.onClassPath().sources()));

  /** A cell of the column, and what is expected of it. */
  private record Cell(String query, String type, String id, boolean match) {
    static Cell of(String line) {
      String[] columns = line.split("\t", -1);
      return new Cell(columns[0], columns[1], columns[2], columns[3].equals("yes"));
    }

    JsonObject json() {
      JsonObject json = new JsonObject();
      json.put("query", query);
      if (!type.isEmpty()) {
        json.put("type", type);
      }
      json.put("type_strict", "should");
      json.put("limit", 3);
      json.put("properties", new JsonArray());
      return json;
    }
  }

  @Test
  void a_column_of_actors_finds_the_right_identifiers() throws IOException {
    List<Cell> cells = cells();
    List<String> wrong = new ArrayList<>();
    for (int from = 0; from < cells.size(); from += 10) {
      List<Cell> some = cells.subList(from, Math.min(from + 10, cells.size()));
      JsonObject batch = new JsonObject();
      IntStream.range(0, some.size()).forEach(at -> batch.put("q" + at, some.get(at).json()));
      JsonObject results = ask(batch.toString());
      for (int at = 0; at < some.size(); at++) {
        Cell cell = some.get(at);
        List<JsonObject> candidates = candidates(results, "q" + at);
        String first = candidates.isEmpty() ? "" : candidates.getFirst().getString("id");
        boolean match = candidates.stream().anyMatch(candidate -> candidate.getBoolean("match"));
        if (match != cell.match() || !cell.id().isEmpty() && !cell.id().equals(first)) {
          wrong.add(cell + " found " + candidates);
        }
      }
    }

    assertThat(cells).hasSizeGreaterThan(40);
    assertThat(wrong).isEmpty();
  }

  private static List<Cell> cells() throws IOException {
    try (InputStream file = ReconciliationTest.class.getResourceAsStream("column-of-actors.tsv")) {
      return new String(file.readAllBytes(), UTF_8).lines().skip(1).map(Cell::of).toList();
    }
  }

  private static JsonObject ask(String batch) {
    HttpResponse<String> response = server.post("/reconcile", FORM, "queries=" + encoded(batch));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.parse(response.body());
  }

  private static List<JsonObject> candidates(JsonObject results, String name) {
    Stream<JsonValue> all = results.getObj(name).get("result").getAsArray().stream();
    return all.map(JsonValue::getAsObject).toList();
  }
}
