package org.demarche.server.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.server.TestServer.encoded;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        if (match != cell.match() || (!cell.id().isEmpty() && !cell.id().equals(first))) {
          wrong.add(cell + " found " + candidates);
        }
      }
    }

    assertThat(cells).hasSizeGreaterThan(40);
    assertThat(wrong).isEmpty();
  }

  @Test
  void an_identifier_finds_its_thing_whatever_it_is() {
    JsonObject results =
        ask(
            "{\"q\": {\"query\": \"statement/botto-2019-gsomia/F001\"}, \"r\": {\"query\":"
                + " \"actor/nobody-of-that-name\"}}");

    JsonObject first = candidates(results, "q").getFirst();
    assertThat(first.getString("id")).isEqualTo("statement/botto-2019-gsomia/F001");
    assertThat(first.getBoolean("match")).isTrue();
    assertThat(ids(results, "r")).doesNotContain("actor/nobody-of-that-name");
  }

  @Test
  void a_type_admits_things_of_the_types_below_it_and_nothing_else() {
    JsonObject results =
        ask(
            """
            {
              "actors": {"query": "Korea", "type": "Actor", "type_strict": "any", "limit": 50},
              "states": {"query": "Korea", "type": "dem:State"},
              "both": {"query": "Korea", "type": ["Actor", "State"], "type_strict": "all"},
              "should": {"query": "Seoul", "type": "Person", "type_strict": "should"}
            }
            """);

    assertThat(ids(results, "actors"))
        .contains("actor/south-korea", "actor/government-of-south-korea")
        .allMatch(id -> id.startsWith("actor/") || id.startsWith("group/"));
    assertThat(ids(results, "states"))
        .containsExactlyInAnyOrder("actor/south-korea", "actor/north-korea");
    assertThat(ids(results, "both")).isEqualTo(ids(results, "states"));
    assertThat(ids(results, "should")).startsWith("actor/government-of-south-korea");
    assertThat(candidates(results, "should").getFirst().getBoolean("match")).isFalse();
  }

  @Test
  void there_is_no_match_without_a_clear_winner() {
    JsonObject results = ask("{\"q\": {\"query\": \"Korea\", \"type\": \"State\"}}");

    assertThat(candidates(results, "q")).hasSize(2);
    assertThat(candidates(results, "q")).noneMatch(candidate -> candidate.getBoolean("match"));
  }

  @Test
  void candidates_tell_their_types_the_name_that_was_found_and_how_well_each_part_fits() {
    JsonObject results =
        ask(
            "{\"q\": {\"query\": \"대한민국\", \"type\": \"State\", \"properties\": [{\"pid\":"
                + " \"allyOf\", \"v\": {\"id\": \"actor/united-states\"}}]}}");

    JsonObject korea = candidates(results, "q").getFirst();
    assertThat(korea.getString("name")).isEqualTo("South Korea");
    assertThat(korea.getString("description")).isEqualTo("state, found as 대한민국");
    assertThat(korea.get("score").getAsNumber().value().doubleValue()).isEqualTo(100);
    assertThat(korea.get("type").getAsArray().stream().map(it -> it.getAsObject().getString("id")))
        .containsExactly("State", "Actor");
    assertThat(
            korea.get("features").getAsArray().stream()
                .map(it -> it.getAsObject().getString("id") + "=" + it.getAsObject().get("value")))
        .containsExactly("name=1.0", "type=true", "property-allyOf=1.0");
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void a_fault_in_one_query_is_told_in_its_place(String query, String told) {
    JsonObject results = ask("{\"wrong\": %s, \"right\": {\"query\": \"ROK\"}}".formatted(query));

    assertThat(results.getObj("wrong").getString("error")).contains(told);
    assertThat(ids(results, "wrong")).isEmpty();
    assertThat(ids(results, "right")).startsWith("actor/south-korea");
  }

  static Stream<Arguments> faulty() {
    return Stream.of(
        arguments("{}", "neither"),
        arguments("{\"query\": \"  \"}", "neither"),
        arguments("[]", "must be an object"),
        arguments("{\"query\": 7}", "\"query\" must be a text"),
        arguments("{\"query\": \"x\", \"limit\": 0}", "\"limit\" must be a whole number"),
        arguments("{\"query\": \"x\", \"limit\": 1e999}", "\"limit\""),
        arguments("{\"query\": \"x\", \"limit\": \"3\"}", "\"limit\""),
        arguments("{\"query\": \"x\", \"type\": {}}", "\"type\" must be"),
        arguments("{\"query\": \"x\", \"type\": \"Q5\"}", "There is no type \"Q5\""),
        arguments("{\"query\": \"x\", \"type_strict\": \"very\"}", "\"any\", \"all\" or"),
        arguments("{\"query\": \"x\", \"properties\": {}}", "\"properties\" must be a list"),
        arguments("{\"query\": \"x\", \"properties\": [{\"v\": 1}]}", "no \"pid\""),
        arguments("{\"query\": \"x\", \"properties\": [{\"pid\": \"place\"}]}", "no value \"v\""),
        arguments(
            "{\"query\": \"x\", \"properties\": [{\"pid\": \"none\", \"v\": 1}]}",
            "There is no property \"none\""),
        arguments(
            "{\"query\": \"x\", \"properties\": [{\"pid\": \"place\", \"v\": {\"id\": \"Q1\"}}]}",
            "with the identifier of a thing"),
        arguments("{\"query\": \"%s\"}".formatted("x".repeat(501)), "longer than 500"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void what_is_no_batch_is_refused_with_the_place_of_the_fault(
      String form, int status, String told) {
    HttpResponse<String> response = server.post("/reconcile", FORM, form);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(JSON.parse(response.body()).getString("detail")).contains(told);
  }

  static Stream<Arguments> refused() {
    String many =
        IntStream.range(0, 51)
            .mapToObj(at -> "\"q%d\": {\"query\": \"x\"}".formatted(at))
            .collect(Collectors.joining(",", "{", "}"));
    return Stream.of(
        arguments("", 400, "Send a form with \"queries\""),
        arguments("queries=" + encoded("{\n \"q0\": }"), 400, "line 2, column"),
        arguments("queries=" + encoded("[1]"), 400, "must be a JSON object"),
        arguments("queries=" + encoded("[".repeat(100_000)), 400, "nested too deeply"),
        arguments("queries=" + encoded(many), 413, "51 queries in the batch; the most is 50"),
        arguments("queries=%7B%7D&queries=%7B%7D", 400, "\"queries\" is given more than once"),
        arguments("queries=%7B%7D&extend=%7B%7D", 400, "not both"),
        arguments("queries=%ZZ", 400, "not well encoded"),
        arguments("queries=%FF%FE", 400, "UTF-8"),
        arguments("queries=" + "x".repeat(1024 * 1024), 413, "longer than a megabyte"),
        arguments("extend=" + encoded("{\"ids\": []}"), 400, "In \"extend\""),
        arguments(
            "extend=" + encoded("{\"ids\": [1], \"properties\": []}"),
            400,
            "must be an identifier"),
        arguments(
            "extend="
                + encoded(
                    "{\"ids\": [], \"properties\": [{\"id\": \"place\", \"settings\": {\"limit\":"
                        + " -1}}]}"),
            400,
            "\"limit\""));
  }

  @Test
  void what_is_no_form_is_refused() {
    assertThat(server.post("/reconcile", "application/json", "{}").statusCode()).isEqualTo(415);
    assertThat(server.post("/reconcile", "text/plain", "queries={}").statusCode()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/reconcile?query=Seoul",
        "/reconcile/preview",
        "/reconcile/view",
        "/reconcile/suggest/entity?prefix=x&cursor=-1",
        "/reconcile/suggest/type?prefix=x&cursor=many",
        "/reconcile/properties?type=Q5",
        "/reconcile/properties?limit=x"
      })
  void a_wrong_parameter_is_named(String path) {
    HttpResponse<String> response = server.get(path);
    String query = path.contains("?") ? path.substring(path.indexOf('?') + 1) : "id=";
    String name = query.substring(query.lastIndexOf('&') + 1, query.lastIndexOf('='));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(JSON.parse(response.body()).getString("detail")).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/reconcile/preview", "/reconcile/view"})
  void what_is_not_there_is_not_shown(String path) {
    assertThat(server.get(path + "?id=actor%2Fnobody").statusCode()).isEqualTo(404);
    assertThat(server.get(path + "?id=" + encoded("../../etc/passwd")).statusCode()).isEqualTo(404);
    assertThat(server.get(path + "?id=" + encoded("//evil.example/x")).statusCode()).isEqualTo(404);
  }

  @Test
  void a_callback_is_never_part_of_the_answer() {
    for (String path :
        new String[] {
          "/reconcile?callback=steal",
          "/reconcile?queries=%7B%7D" + "&callback=steal",
          "/reconcile/suggest/type?prefix=State&callback=steal"
        }) {
      HttpResponse<String> response = server.get(path);

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).startsWith("{").doesNotContain("steal");
      assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
      assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/reconcile",
        "/reconcile?queries=%7B%22q%22%3A%7B%22query%22%3A%22ROK%22%7D%7D",
        "/reconcile/suggest/entity?prefix=Mo",
        "/reconcile/properties?type=State",
        "/reconcile/preview?id=actor%2Fjapan"
      })
  void who_has_an_answer_is_told_that_it_is_unchanged(String path) {
    HttpResponse<String> first = server.get(path);
    String tag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(server.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void a_preview_shows_the_name_in_three_languages_and_escapes_what_it_shows() {
    String page = server.get("/reconcile/preview?id=actor%2Fmoon-jae-in").body();

    assertThat(page)
        .contains(
            "<span lang=\"en\">Moon Jae-in</span>",
            "<span lang=\"ko\">문재인</span>",
            "<span lang=\"ja\">文在寅</span>",
            "<span class=\"tag\">person</span>",
            "href=\"/id/actor/moon-jae-in\"")
        .doesNotContain("<script");
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

  private static List<String> ids(JsonObject results, String name) {
    return candidates(results, name).stream().map(it -> it.getString("id")).toList();
  }

  private static List<JsonObject> candidates(JsonObject results, String name) {
    Stream<JsonValue> all = results.getObj(name).get("result").getAsArray().stream();
    return all.map(JsonValue::getAsObject).toList();
  }
}
