package org.demarche.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.demarche.server.pages.Links;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a canned query, on the real op-ed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QueryPageTest {
  private static final TestServer SERVER =
      TestServer.start(
          Settings.defaults(), graph -> new Loader(graph).load(Manifest.onClassPath().sources()));

  @TempDir private Path folder;

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void a_field_offers_what_the_graph_has_for_a_required_value() {
    assertThat(page("/queries/agreement-history"))
        .contains("list=\"values-agreement\"")
        .contains(
            "<option value=\"agreement/gsomia-japan-south-korea\">GSOMIA between Japan and South"
                + " Korea</option>");
    assertThat(page("/queries/evidence")).contains("<option value=\"actor/japan\">Japan</option>");
  }

  @Test
  void a_field_offers_what_stands_in_the_column_of_its_name() {
    assertThat(page("/queries/grievances?against=actor/nobody"))
        .contains("<option value=\"actor/japan\">Japan</option>");
  }

  @Test
  void choices_and_days_have_fields_of_their_kind_and_keep_what_was_chosen() {
    assertThat(page("/queries/demands?status=demand-status/open&lang=ko"))
        .contains("<option value=\"open\" selected>open</option>")
        .contains("<option value=\"ko\" selected>한국어</option>");
    assertThat(page("/queries/op-eds")).containsPattern("name=\"from\" type=\"date\"");
  }

  @Test
  void a_thing_and_its_label_are_one_cell_that_leads_to_the_page_of_the_thing() {
    assertThat(page("/queries/grievances"))
        .contains("<a href=\"/id/actor/japan\">Japan</a>")
        .contains(">Holder</a>")
        .doesNotContain("holderLabel</");
  }

  @Test
  void passages_and_codes_lead_to_their_pages() {
    assertThat(page("/queries/conditions"))
        .contains("href=\"/id/statement/botto-2019-gsomia/F039\"")
        .contains("href=\"/id/passage/botto-2019-gsomia/P4\"");
    assertThat(page("/queries/statements?source=op-ed/botto-2019-gsomia"))
        .contains("<tr id=\"F039\">")
        .containsOnlyOnce("id=\"P4\"");
  }

  @Test
  void rows_are_sorted_by_a_link_in_the_heading() {
    String up = page("/queries/recommendations?sort=passage");
    String down = page("/queries/recommendations?sort=-passage");

    assertThat(up)
        .contains("aria-sort=\"ascending\"")
        .contains("href=\"/queries/recommendations?sort=-passage#result\"");
    assertThat(down).contains("aria-sort=\"descending\"");
    List<String> codes = codes(up);
    assertThat(codes).hasSizeGreaterThan(5).isNotEqualTo(codes(down));
    assertThat(codes(down).getLast()).isEqualTo(codes.getFirst());
  }

  @Test
  void the_picture_of_a_query_stands_above_its_table() {
    assertThat(page("/queries/grievances")).contains("class=\"picture network\"");
    assertThat(page("/queries/statements")).contains("class=\"picture bars\"");
    assertThat(page("/queries/agreement-history?agreement=agreement/gsomia-japan-south-korea"))
        .contains("class=\"picture timeline\"");
    assertThat(page("/queries/op-eds")).doesNotContain("<svg");
  }

  @Test
  void a_citation_names_the_commit_and_a_link_to_another_one_says_that_data_moved_on() {
    String page = page("/queries/grievances?against=actor/japan");

    assertThat(page)
        .contains("@misc{demarche-grievances-1,")
        .contains("title  = {{Who holds which grievance against whom (against = actor/japan)}}")
        .contains(
            "url    = {" + SERVER.url() + "/queries/grievances?against=actor/japan&amp;commit=1}")
        .containsPattern("The data are at commit 1 of \\d{4}-\\d{2}-\\d{2}\\.");
    assertThat(page("/queries/grievances?commit=1")).doesNotContain("have moved on");
    assertThat(page("/queries/grievances?commit=7"))
        .contains("made for commit 7 of the dataset; it is now at commit 1");
  }

  @Test
  void every_link_to_another_form_and_to_the_editor_has_the_values() {
    assertThat(page("/queries/grievances?against=actor/japan"))
        .contains("href=\"/queries/grievances?against=actor/japan&amp;format=tsv\"")
        .contains("href=\"/queries/grievances/query?against=actor/japan\"")
        .contains("href=\"/sparql?query=PREFIX");
  }

  @Test
  void lines_for_the_shell_and_for_python_fetch_the_rows() throws Exception {
    String page = page("/queries/grievances?against=actor/japan");
    List<String> code =
        Pattern.compile(
                "<pre[^>]*aria-label=\"(?:Shell|Python)\"><code>(.*?)</code>", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(found -> found.group(1).replace("&#34;", "\"").replace("&#39;", "'"))
            .map(text -> text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
            .toList();

    assertThat(code).hasSize(2);
    run("sh", "-c", code.getFirst());
    assertThat(Files.readString(folder.resolve("grievances.csv"))).contains("forced-labour");
    assertThat(run("/usr/bin/python3", "-c", code.getLast())).isEqualTo("1 rows\n");
  }

  @Test
  void nothing_ends_a_string_of_the_shell_or_of_a_language() throws Exception {
    String hostile = "a'; touch x \"$(touch y)`touch z`\\";

    assertThat(run("sh", "-c", "printf %s " + Snippet.shell(hostile))).isEqualTo(hostile);
    assertThat(run("/usr/bin/python3", "-c", "print(" + Snippet.quoted(hostile) + ", end='')"))
        .isEqualTo(hostile);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_hostile_value_stays_text_wherever_it_is_shown() {
    String value = TestServer.encoded("\"><script>alert(1)</script>");

    for (String parameter : List.of("thing", "sort", "commit", "format", "nothing")) {
      HttpResponse<String> answer =
          SERVER.get(
              "/queries/evidence?thing=actor/japan&" + parameter + "=" + value,
              "Accept",
              "text/html");
      assertThat(answer.body()).as(parameter).doesNotContain("<script>");
    }
  }

  @Test
  void an_address_that_a_value_could_turn_into_a_script_is_no_link() {
    assertThat(Links.of(org.apache.jena.graph.NodeFactory.createURI("javascript:alert(1)")))
        .isEmpty();
  }

  @Test
  void the_list_groups_queries_by_theme() {
    assertThat(page("/queries"))
        .contains("<h2 id=\"theme-agreements\">Agreements</h2>")
        .contains("<span class=\"tag\">agreements</span>");
  }

  private static List<String> codes(String page) {
    Matcher rows = Pattern.compile("<tr id=\"(F[0-9]+)\">").matcher(page);
    return rows.results().map(found -> found.group(1)).toList();
  }

  private static String page(String path) {
    return SERVER.get(path, "Accept", "text/html").body();
  }

  private String run(String... command) throws Exception {
    Path out = Files.createTempFile("snippet", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).as("%s", List.of(command)).isZero();
    String text = Files.readString(out);
    Files.delete(out);
    return text;
  }
}
