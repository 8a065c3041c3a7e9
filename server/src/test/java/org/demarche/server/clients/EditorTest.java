package org.demarche.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.atlas.json.JsonObject;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The editor, used in Chromium as people use it: the script does it all once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditorTest {
  private static final int STATES = 9;
  private static final int FIRST_LOAD = 200_000;

  @AutoClose
  private final TestServer server =
      TestServer.start(
          Settings.defaults(), graph -> new Loader(graph).load(Manifest.onClassPath().sources()));

  private JsonObject seen = new JsonObject();

  @BeforeAll
  void work() {
    seen = Chromium.run("editor.js", server.url());
  }

  @Test
  void a_query_is_run_and_its_rows_lead_to_pages_of_this_server() {
    assertThat(number("rows")).isEqualTo(100);
    assertThat(text("note")).matches("100 rows in \\d+\\.\\d\\d s");
    assertThat(text("link")).startsWith("/id/actor/");
  }

  @Test
  void the_address_is_that_of_the_query_and_opens_it_again() {
    assertThat(text("address")).startsWith(server.url() + "/sparql?query=PREFIX");
    assertThat(seen.getBoolean("reopened")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "moon, <https://w3id.org/demarche/id/actor/moon-jae-in>",
    "지소미아, <https://w3id.org/demarche/id/agreement/gsomia-japan-south-korea>",
    "日本, <https://w3id.org/demarche/id/actor/japan>",
    "행위자, ?s a dem:Actor",
    "held, ?s dem:heldBy",
    "id:actor/ja, id:actor\\/japan"
  })
  void names_in_three_languages_are_completed_to_terms(String typed, String term) {
    String completed = seen.getObj("completed").getString(typed);

    assertThat(completed).contains(term);
    if (term.contains("dem:")) {
      assertThat(completed).startsWith("PREFIX dem: <https://w3id.org/demarche/ontology#>\n");
    }
    if (term.startsWith("<") || term.startsWith("id:")) {
      String ask = completed.replace("dem:heldBy", "?p").replaceFirst("SELECT \\*", "ASK");
      assertThat(server.query(ask, "Accept", "text/csv").body()).contains("true");
    }
  }

  @Test
  void a_prefix_is_declared_as_soon_as_it_is_typed() {
    assertThat(text("declared"))
        .isEqualTo(
            "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\nSELECT * {\n  ?x skos:\n}");
  }

  @Test
  void an_example_is_put_in_and_run_and_what_stood_there_comes_back() {
    assertThat(text("example")).startsWith("# Who demands what of whom\n").contains("dem:Demand");
    assertThat(number("exampleRows")).isPositive();
    assertThat(text("undone")).isEqualTo(text("declared"));
  }

  @Test
  void an_error_is_marked_at_its_word_and_told() {
    assertThat(text("alert"))
        .isEqualTo(
            "The query has an error\n\nSyntax error at line 3, column 8: \"한글\" is no word of"
                + " SPARQL, or lacks its end.");
    assertThat(seen.getArray("signs").map(it -> it.getAsNumber().value().intValue()))
        .containsExactly(2);
    assertThat(Script.texts(seen, "marked")).containsExactly("한글");
  }

  @Test
  void what_SPARQL_1_2_adds_runs_without_a_mark() {
    assertThat(text("triple")).isEqualTo("<<( urn:a urn:b 1 )>>");
    assertThat(number("signsLeft")).isZero();
  }

  @Test
  void results_are_drawn_as_bars_against_time_and_as_a_network() {
    assertThat(number("bars")).isGreaterThan(5);
    assertThat(number("timeline")).isGreaterThan(20);
    assertThat(number("nodes")).isGreaterThan(5);
    assertThat(number("edges")).isGreaterThan(5);
    assertThat(text("noPicture")).startsWith("No picture suits these rows.");
    assertThat(text("raw")).startsWith("<https://w3id.org/demarche/id/");
  }

  @Test
  void the_keyboard_gets_out_of_the_editor() {
    assertThat(text("afterTab")).isEqualTo("run");
  }

  @Test
  void a_query_that_is_too_long_for_a_link_runs_and_has_none() {
    JsonObject query = seen.getObj("long");

    assertThat(query.getString("address")).isEqualTo(server.url() + "/sparql");
    assertThat(query.getString("answer")).contains("true");
    assertThat(query.getString("note")).startsWith("This query is too long for a link: ");
  }

  @Test
  void a_server_that_does_not_answer_is_told_in_plain_words_with_the_time_to_wait() {
    assertThat(Script.texts(seen, "told"))
        .containsExactly(
            "The server is busy\n\nAs many queries as this server takes run already. Try again in 5"
                + " seconds.",
            "Not answered\n\nThe time was up. Try again in 1 second.",
            "No answer\n\nThe server didn't answer, or broke off. The query may be right.");
  }

  @Test
  void the_way_back_leads_to_the_editor() {
    assertThat(text("back")).isEqualTo("ASK {}");
  }

  @Test
  void without_scripts_the_form_gives_the_result() {
    assertThat(text("unscripted")).contains("\"value\": \"1\"");
  }

  @Test
  void every_state_has_no_serious_fault_and_fits_any_width_in_light_and_dark() {
    assertThat(number("looks")).isEqualTo(STATES * 4);
    assertThat(Script.texts(seen, "faults")).isEmpty();
  }

  @Test
  void nothing_is_asked_of_another_host_and_the_console_stays_empty() {
    assertThat(Script.texts(seen, "elsewhere")).isEmpty();
    // The browser itself notes every request that fails, as some are made to.
    List<String> console =
        Script.texts(seen, "console")
            .filter(line -> !line.startsWith("error: Failed to load resource"))
            .toList();
    assertThat(console).isEmpty();
  }

  @Test
  void the_first_load_is_small() {
    assertThat(number("first")).isBetween(50_000, FIRST_LOAD);
  }

  private String text(String name) {
    return seen.getString(name);
  }

  private int number(String name) {
    return seen.getNumber(name).intValue();
  }
}
