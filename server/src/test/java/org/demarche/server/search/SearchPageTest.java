package org.demarche.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.server.TestServer.encoded;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.demarche.server.access.Token;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /search} and {@code /search/suggest}, over what comes with Demarche. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchPageTest {
  private static final String PREFIXES =
      "PREFIX text: <http://jena.apache.org/text#> "
          + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
          + "PREFIX graph: <https://w3id.org/demarche/graph/> ";

  @AutoClose
  private static final TestServer server =
      TestServer.start(
          Settings.defaults().withToken(new Token(TestServer.TOKEN)),
          graph -> new Loader(graph).load(Manifest.onClassPath().sources()));

  @Test
  void things_are_told_by_kind_with_name_and_what_was_found() {
    JsonObject found = json("/search?q=" + encoded("지소미아"));

    assertThat(found.getString("query")).isEqualTo("지소미아");
    assertThat(found.getNumber("commit").longValue()).isEqualTo(server.graph().commit());
    assertThat(found.getNumber("total").intValue()).isEqualTo(1);
    JsonObject group = found.get("groups").getAsArray().get(0).getAsObject();
    assertThat(group.getString("kind")).isEqualTo("agreement");
    assertThat(group.getString("name")).isEqualTo("Agreements");
    JsonObject thing = group.get("items").getAsArray().get(0).getAsObject();
    assertThat(thing.getString("iri"))
        .isEqualTo("https://w3id.org/demarche/id/agreement/gsomia-japan-south-korea");
    assertThat(thing.getString("path")).isEqualTo("/id/agreement/gsomia-japan-south-korea");
    assertThat(thing.getString("label")).isEqualTo("GSOMIA between Japan and South Korea");
    assertThat(thing.getString("language")).isEqualTo("en");
    assertThat(thing.getString("match")).isEqualTo("alternative");
    assertThat(thing.getString("text")).isEqualTo("지소미아");
    assertThat(thing.getString("textLanguage")).isEqualTo("ko");
    assertThat(thing.getNumber("score").doubleValue()).isPositive();
  }

  @Test
  void labels_are_in_the_language_that_is_asked_for() {
    assertThat(first(json("/search?q=japan&lang=ja")).getString("label")).isEqualTo("日本");
    assertThat(first(json("/search?q=japan", "Accept-Language", "ko")).getString("label"))
        .isEqualTo("일본");
  }

  @Test
  void a_hidden_name_finds_and_is_not_told() {
    JsonObject thing = first(json("/search?q=pyongyang"));

    assertThat(thing.getString("label")).isEqualTo("government of North Korea");
    assertThat(thing.getString("match")).isEqualTo("hidden");
    assertThat(thing.getString("text")).isEmpty();
    assertThat(page("/search?q=pyongyang")).doesNotContain("Pyongyang");
  }

  @Test
  void one_kind_and_a_number_of_things_can_be_asked_for() {
    JsonObject found = json("/search?q=japan&kind=statement&limit=3");

    assertThat(found.get("groups").getAsArray().size()).isEqualTo(1);
    JsonObject group = found.get("groups").getAsArray().get(0).getAsObject();
    assertThat(group.get("items").getAsArray().size()).isEqualTo(3);
    assertThat(group.getNumber("total").intValue()).isGreaterThan(3);
  }

  @ParameterizedTest
  @CsvSource({
    "/search?q=x&limit=0, '\"0\" is no limit. Give a number from 1 to 100, as in limit=20.'",
    "/search?q=x&limit=many, '\"many\" is no limit. Give a number from 1 to 100, as in limit=20.'",
    "/search?q=x&kind=A%20B, '\"A B\" is no kind of things, as in kind=actor.'",
    "/search?q=x&lang=e, '\"e\" is no language, as in lang=ko.'",
    "/search/suggest?q=x&limit=999, '\"999\" is no limit. Give a number from 1 to 100, as in limit=20.'"
  })
  void a_wrong_parameter_is_told_by_name(String path, String detail) {
    HttpResponse<String> response = server.get(path, "Accept", "application/json");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(JSON.parse(response.body()).getString("detail")).isEqualTo(detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "(",
        "AND OR",
        "a:b^~",
        "🇰🇷",
        "<script>alert(1)</script>",
        "\u202Eabc",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z",
        "/(a+)+$/"
      })
  void any_text_is_answered(String text) {
    for (String path : List.of("/search?q=", "/search/suggest?q=")) {
      assertThat(server.get(path + encoded(text), "Accept", "application/json").statusCode())
          .isEqualTo(200);
    }
    assertThat(page("/search?q=" + encoded(text))).doesNotContain("<script>alert");
  }

  @Test
  void long_texts_are_answered_and_broken_ones_refused() {
    assertThat(server.get("/search?q=" + "a".repeat(10_000)).statusCode()).isEqualTo(200);
    assertThat(server.get("/search?q=%ED%A0%80").statusCode()).isEqualTo(400);
  }

  @Test
  void an_answer_is_known_again_until_the_next_commit_and_differs_by_language() {
    HttpResponse<String> answer = server.get("/search?q=japan");
    String tag = answer.headers().firstValue("ETag").orElseThrow();

    assertThat(server.get("/search?q=japan", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(
            server
                .get("/search?q=japan", "If-None-Match", tag, "Accept-Language", "ko")
                .statusCode())
        .isEqualTo(200);
    assertThat(answer.headers().firstValue("Vary").orElseThrow()).contains("Accept-Language");

    assertThat(
            server
                .update(
                    "INSERT DATA { GRAPH <https://w3id.org/demarche/graph/reference> {"
                        + " <https://w3id.org/demarche/id/actor/japan>"
                        + " <http://www.w3.org/2004/02/skos/core#altLabel> \"Zipangu\"@en } }")
                .statusCode())
        .isEqualTo(204);
    assertThat(server.get("/search?q=japan", "If-None-Match", tag).statusCode()).isEqualTo(200);
    assertThat(first(json("/search?q=zipangu")).getString("label")).isEqualTo("Japan");
  }

  @Test
  void the_page_groups_counts_and_marks() {
    String page = page("/search?q=export+control");

    assertThat(page)
        .contains("<h2 id=\"kind-measure\">Measures <small>")
        .contains("<mark>export</mark> <mark>controls</mark>")
        .contains("href=\"/id/measure/japan-export-controls\"")
        .contains("value=\"export control\"");
  }

  @Test
  void a_text_in_another_language_is_marked_as_such() {
    assertThat(page("/search?q=" + encoded("日韓"))).contains("lang=\"ja\"><mark>日韓</mark>");
  }

  @Test
  void where_nothing_is_found_similar_names_and_examples_are_shown() {
    JsonObject found = json("/search?q=xapab");

    assertThat(found.getNumber("total").intValue()).isZero();
    assertThat(found.get("like").getAsArray().get(0).getAsObject().getString("label"))
        .isEqualTo("Japan");
    assertThat(page("/search?q=xapab"))
        .contains("Nothing was found for “xapab”")
        .contains("Was one of these meant?")
        .contains("/search?q=GSOMIA");
  }

  @Test
  void without_a_text_there_is_a_form_with_examples() {
    assertThat(page("/search")).contains("name=\"q\"").contains("/search?q=GSOMIA");
    assertThat(json("/search").getNumber("total").intValue()).isZero();
    assertThat(json("/search/suggest").get("suggestions").getAsArray().size()).isZero();
  }

  @Test
  void what_is_being_typed_is_completed_in_any_language() {
    assertThat(suggested("mo")).startsWith("Moon Jae-in");
    assertThat(suggested("문ㅈ")).containsExactly("문재인");
    assertThat(suggested("日")).startsWith("日本");
    assertThat(suggested("j")).hasSize(8);
  }

  @Test
  void a_query_searches_by_text_query_in_all_graphs_and_in_one() {
    assertThat(csv("SELECT ?s { (?s ?score ?literal) text:query (rdfs:label \"일본\" 10) }"))
        .contains("https://w3id.org/demarche/id/actor/japan");
    assertThat(
            csv(
                "SELECT ?s { GRAPH graph:reference"
                    + " { ?s text:query (rdfs:label \"日本\" 5 \"lang:ja\") } }"))
        .contains("https://w3id.org/demarche/id/actor/japan");
    assertThat(csv("SELECT ?s { GRAPH graph:codes { ?s text:query (rdfs:label \"日本\" 5) } }"))
        .isEqualTo("s\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT * { ?s text:query "GSOMIA AND" }                          | can't read "GSOMIA AND"
          SELECT * { ?s text:query "한글 (" }                              | can't read "한글 ("
          SELECT * { ?s text:query "/(a+)+$/" }                            | regular expressions
          SELECT * { ?s text:query (rdfs:seeAlso "x") }                    | are not searched
          SELECT * { ?s rdfs:label ?l FILTER EXISTS { ?s text:query "(" } } | can't read "("
          """)
  void a_query_for_texts_that_cannot_be_read_is_the_clients_fault(String query, String told) {
    HttpResponse<String> response = server.query(PREFIXES + query);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.body()).contains(told).doesNotContain("org.apache");
  }

  @Test
  void the_service_tells_that_it_computes_text_query() {
    assertThat(server.get("/sparql", "Accept", "text/turtle").body())
        .contains("http://jena.apache.org/text#query");
  }

  private static Stream<String> texts(JsonArray array, String name) {
    return array.stream().map(JsonValue::getAsObject).map(object -> object.getString(name));
  }

  private static List<String> suggested(String text) {
    JsonArray suggestions =
        json("/search/suggest?q=" + encoded(text)).get("suggestions").getAsArray();
    return texts(suggestions, "text").toList();
  }

  private static JsonObject first(JsonObject found) {
    return found
        .get("groups")
        .getAsArray()
        .get(0)
        .getAsObject()
        .get("items")
        .getAsArray()
        .get(0)
        .getAsObject();
  }

  private static JsonObject json(String path, String... headers) {
    HttpResponse<String> response = server.get(path, headers);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    return JSON.parse(response.body());
  }

  private static String page(String path) {
    HttpResponse<String> response = server.get(path, "Accept", "text/html");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  private static String csv(String query) {
    HttpResponse<String> response = server.query(PREFIXES + query, "Accept", "text/csv");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }
}
