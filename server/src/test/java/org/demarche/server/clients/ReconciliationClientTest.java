package org.demarche.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A client that knows the manifest alone, and holds the answers against JSON Schemas. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReconciliationClientTest {
  private static final TestServer SERVER =
      TestServer.start(
          Settings.defaults(), graph -> new Loader(graph).load(Manifest.onClassPath().sources()));

  private static JsonObject found = new JsonObject();

  @BeforeAll
  static void ask() {
    Script.require(
        "This test needs Node.js 20 or newer and Ajv. Install Node.js (apt-get install nodejs npm),"
            + " then: npm --prefix server/src/test/npm ci",
        "node",
        "--eval",
        "if (parseInt(process.versions.node) < 20) process.exit(1);"
            + "require(process.cwd() + '/npm/node_modules/ajv')");
    found =
        Script.run(
            "node",
            "npm/reconcile.js",
            "resources/org/demarche/server/reconcile/schemas",
            SERVER.url());
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void every_answer_is_as_its_schema_says_and_may_be_read_from_any_site() {
    assertThat(Script.texts(found, "faults")).isEmpty();
    assertThat(Script.texts(found, "checked"))
        .containsExactly(
            "data-extension-response",
            "manifest",
            "reconciliation-result-batch",
            "suggest-entities-response",
            "suggest-properties-response",
            "suggest-types-response");
  }

  @Test
  void a_batch_in_the_url_is_answered_as_one_in_a_form() {
    assertThat(found.getBoolean("same")).isTrue();
  }

  @Test
  void properties_decide_between_candidates_and_find_them_by_themselves() {
    JsonObject results = found.getObj("found");

    assertThat(texts(results.get("q2")).getFirst()).isEqualTo("actor/moon-administration");
    assertThat(texts(results.get("q3"))).containsExactly("actor/moon-administration");
  }

  @Test
  void a_query_with_a_fault_gets_it_told_and_the_others_their_candidates() {
    JsonObject results = found.getObj("found");

    assertThat(results.getString("q5")).contains("query", "properties");
    assertThat(results.getString("q6")).contains("There is no type \"NoSuchType\"");
    assertThat(texts(results.get("q0"))).startsWith("actor/government-of-south-korea");
    assertThat(texts(results.get("q4"))).isEmpty();
  }

  @Test
  void fields_are_completed_in_any_language_and_by_identifier() {
    JsonObject suggested = found.getObj("suggested");

    assertThat(texts(suggested.get("entity Moon"))).startsWith("actor/moon-jae-in");
    assertThat(texts(suggested.get("entity 문"))).startsWith("actor/moon-jae-in");
    assertThat(texts(suggested.get("entity actor/japan"))).startsWith("actor/japan");
    assertThat(texts(suggested.get("entity zzz"))).isEmpty();
    assertThat(texts(suggested.get("property gov"))).contains("governmentOf");
    assertThat(texts(suggested.get("property author"))).startsWith("schema:author");
    assertThat(texts(suggested.get("type st"))).startsWith("State");
    assertThat(texts(suggested.get("type 국"))).contains("State");
  }

  @Test
  void the_properties_that_things_of_a_type_have_are_proposed() {
    assertThat(texts(found.get("proposed")))
        .contains("earliestBegin", "place", "actor")
        .doesNotContain("governmentOf", "schema:author", "sem:hasActor");
  }

  @Test
  void columns_are_filled_with_things_days_texts_and_numbers() {
    assertThat(value("actor/south-korea", "rdfs:label")).isEqualTo("[{\"str\":\"한국\"}]");
    assertThat(value("actor/government-of-south-korea", "governmentOf"))
        .isEqualTo("[{\"str\":\"South Korea\"}]");
    assertThat(value("event/gsomia-signed", "earliestBegin"))
        .isEqualTo("[{\"date\":\"2016-11-23T00:00:00Z\"}]");
    assertThat(value("op-ed/botto-2019-gsomia", "schema:author"))
        .isEqualTo("[{\"id\":\"actor/kathryn-botto\",\"name\":\"Kathryn Botto\"}]");
    assertThat(value("actor/south-korea", "noSuchProperty")).isEqualTo("[]");
    assertThat(value("actor/nobody", "rdfs:label")).isEqualTo("[]");
  }

  @Test
  void a_thing_is_shown_in_a_frame_of_any_site_and_leads_to_its_page() {
    JsonObject preview = found.getObj("preview");

    assertThat(preview.get("status").getAsNumber().value().intValue()).isEqualTo(200);
    assertThat(preview.getString("policy"))
        .contains("default-src 'none'", "frame-ancestors *")
        .doesNotContain("script");
    assertThat(preview.getString("text"))
        .contains("government of South Korea", ">government<", "<dd>South Korea</dd>");
    assertThat(found.getObj("view").get("status").getAsNumber().value().intValue()).isEqualTo(303);
    assertThat(found.getObj("view").getString("location"))
        .isEqualTo("/id/actor/government-of-south-korea");
  }

  private static String value(String thing, String property) {
    JsonObject rows = found.getObj("extended").getObj("rows");
    return rows.getObj(thing)
        .get(property)
        .toString()
        .replaceAll("\\s+(?=[\\[\\]{}:,\"])", "")
        .replaceAll("(?<=[\\[\\]{}:,])\\s+", "");
  }

  private static List<String> texts(JsonValue array) {
    return array.getAsArray().stream().map(value -> value.getAsString().value()).toList();
  }
}
