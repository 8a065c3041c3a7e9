package org.demarche.server.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.demarche.server.access.Token;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HomePageTest {
  /** What comes with the program, to be read only. */
  @AutoClose private static final TestServer BUNDLED = bundled();

  @AutoClose private final TestServer server = TestServer.start();

  @Test
  void tells_what_is_in_the_graph() {
    String page = server.get("/").body();

    assertThat(page)
        .contains("<dt>Op-eds</dt><dd>1</dd>")
        .contains("<dt>Statements</dt><dd>2</dd>")
        .contains("<dt>Actors</dt><dd>3</dd>")
        .contains("<dt>Agreements</dt><dd>1</dd>")
        .contains("<code>https://w3id.org/demarche/graph/op-ed/sample-2026-talks</code>")
        .contains("<code id=\"endpoint\">" + server.url() + "/sparql</code>");
  }

  @Test
  void tells_the_commit_and_counts_again_after_the_next() {
    assertThat(server.get("/").body()).contains("<dt>Commit</dt><dd>1</dd>");

    assertThat(server.update(TWO_MORE_ACTORS).statusCode()).isEqualTo(204);

    assertThat(server.get("/").body())
        .contains("<dt>Commit</dt><dd>2</dd>")
        .contains("<dt>Actors</dt><dd>5</dd>");
  }

  @Test
  void shows_markup_in_the_graph_as_text() {
    String page = server.get("/").body();

    assertThat(page)
        .contains(
            "<a href=\"/id/op-ed/sample-2026-talks\">&lt;script&gt;alert('회담')&lt;/script&gt;</a>")
        .contains("<td>Jane &lt;b&gt;Doe&lt;/b&gt;</td>")
        .contains("<td>The Daily &amp; Sons</td>")
        .doesNotContain("<script>", "<b>");
  }

  @Test
  void its_links_lead_somewhere() {
    String page = server.get("/").body();

    // Some paths have tests of their own.
    assertThat(links(page))
        .filteredOn(link -> !link.matches("/queries|/sparql|/search|/"))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            link ->
                assertThat(server.get(link, "Accept", "text/html, */*;q=0.1").statusCode())
                    .as(link)
                    .isEqualTo(200));
  }

  @Test
  void five_questions_of_a_researcher_have_answers() {
    String page = BUNDLED.get("/").body();
    String asked = page.substring(page.indexOf("id=\"questions\""), page.indexOf("class=\"all\""));

    assertThat(links(asked))
        .hasSize(5)
        .allSatisfy(link -> assertThat(csv(BUNDLED, link).lines()).as(link).hasSizeGreaterThan(1));
  }

  @Test
  void every_question_has_answers_in_what_comes_with_the_program() {
    assertThat(Question.all())
        .hasSizeGreaterThan(5)
        .allSatisfy(
            question ->
                assertThat(csv(BUNDLED, question.href()).lines())
                    .as(question.words())
                    .hasSizeGreaterThan(1));
  }

  @Test
  void a_graph_without_the_things_that_a_question_is_about_is_asked_others() {
    String page = server.get("/").body();

    assertThat(page).doesNotContain("GSOMIA").contains("/queries/predictions");
    assertThat(found("<li><a href=\"/queries/[^\"]*\">([^<]*)</a>", page)).hasSize(5);
  }

  @Test
  void draws_the_latest_events_and_draws_again_after_the_next_commit() {
    try (TestServer bundled = bundled()) {
      String before = picture(bundled);

      assertThat(bundled.update(LATER_EVENT).statusCode()).isEqualTo(204);

      assertThat(before).contains("<title>").doesNotContain("A meeting in 2031");
      assertThat(picture(bundled)).contains("A meeting in 2031");
    }
  }

  @Test
  void a_page_of_many_op_eds_shows_the_first_and_stays_small() {
    try (TestServer many = TestServer.start()) {
      HttpResponse<String> update = many.update(opEds(299));
      assertThat(update.statusCode()).as(update.body()).isEqualTo(204);

      String page = many.get("/").body();

      assertThat(page)
          .contains("<dt>Op-eds</dt><dd>300</dd>")
          .contains("the first 20 of 300 by title", "The 30 largest of ");
      assertThat(found("<td><a href=\"(/id/op-ed/[^\"]+)\"", page)).hasSize(20);
      assertThat(page.length()).isLessThan(60_000);
    }
  }

  @Test
  void the_page_and_all_it_loads_weigh_less_than_150_kilobytes() {
    String page = BUNDLED.get("/").body();

    assertThat(
            found("(?:href|src)=\"(/assets/[^\"]+)\"", page).stream()
                    .mapToInt(asset -> BUNDLED.get(asset).body().length())
                    .sum()
                + page.length())
        .isBetween(20_000, 150_000);
  }

  @Test
  void an_empty_graph_has_a_page_too() {
    try (TestServer empty = TestServer.start(Settings.defaults(), _ -> {})) {
      assertThat(empty.get("/").body())
          .contains("<dt>Op-eds</dt><dd>0</dd>", "No op-ed has been loaded yet.");
    }
  }

  @Test
  void what_is_copied_is_on_the_page_and_the_buttons_wait_for_the_script() {
    String page = server.get("/").body();

    assertThat(found("data-copy=\"([^\"]+)\"", page))
        .hasSize(4)
        .allSatisfy(id -> assertThat(page).containsOnlyOnce(" id=\"" + id + "\""));
    assertThat(found("(<button[^>]*data-copy[^>]*>)", page)).allMatch(it -> it.contains(" hidden"));
    assertThat(page).containsPattern("<script src=\"/assets/copy\\.[0-9a-f]{12}\\.js\" defer>");
  }

  @Test
  void loads_nothing_from_elsewhere_and_its_style_sheet_may_be_kept_for_ever() {
    String page = server.get("/").body();
    Matcher loaded =
        Pattern.compile("<(?:link|img|script)[^>]+?(?:href|src)=\"([^\"]+)\"").matcher(page);

    assertThat(loaded.results().map(found -> found.group(1)))
        .allMatch(url -> url.startsWith("/assets/") || url.equals("data:,"));
    Matcher sheet = Pattern.compile("/assets/demarche\\.[0-9a-f]{12}\\.css").matcher(page);
    assertThat(sheet.find()).isTrue();
    HttpResponse<String> css = server.get(sheet.group());
    assertThat(css.headers().firstValue("Content-Type")).contains("text/css;charset=utf-8");
    assertThat(css.headers().firstValue("Cache-Control"))
        .contains("public, max-age=31536000, immutable");
    assertThat(css.body()).contains("prefers-color-scheme: dark").doesNotContain("http");
  }

  @Test
  void an_asset_that_does_not_exist_is_named() {
    assertThat(server.get("/assets/demarche.000000000000.css", "Accept", "text/plain").body())
        .isEqualTo("There is no asset \"demarche.000000000000.css\".\n");
  }

  private static TestServer bundled() {
    return TestServer.start(
        Settings.defaults().withToken(new Token(TestServer.TOKEN)),
        graph -> new Loader(graph).load(Manifest.onClassPath().sources()));
  }

  private static String picture(TestServer server) {
    String page = server.get("/").body();
    return page.substring(page.indexOf("<svg"), page.indexOf("</svg>"));
  }

  private static List<String> links(String page) {
    return found("href=\"(/[^\"]*)\"", page).stream().map(it -> it.replace("&amp;", "&")).toList();
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(it -> it.group(1)).toList();
  }

  private static String csv(TestServer server, String link) {
    return server.get(link + (link.contains("?") ? "&" : "?") + "format=csv").body();
  }

  private static String opEds(int number) {
    return """
        PREFIX dem: <https://w3id.org/demarche/ontology#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        BASE <https://w3id.org/demarche/id/>
        INSERT DATA {
        """
        + IntStream.range(0, number)
            .mapToObj(i -> OP_ED.replace("{slug}", "many-" + i))
            .collect(Collectors.joining())
        + "}";
  }

  private static final String OP_ED =
      """
      GRAPH <https://w3id.org/demarche/graph/op-ed/{slug}> {
        <op-ed/{slug}> a dem:OpEd ; dcterms:title "The title of {slug}"@en .
        <passage/{slug}/P1> a dem:Passage ; dem:paragraph "P1" .
        <statement/{slug}/F001> a dem:Statement ;
          dem:source <op-ed/{slug}> ; dem:passage <passage/{slug}/P1> ;
          dem:heldBy <actor/japan> ; dem:reportedBy <actor/japan> ; dem:about <actor/japan> .
      }
      """;

  private static final String LATER_EVENT =
      """
      PREFIX dem: <https://w3id.org/demarche/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      INSERT DATA { GRAPH <https://w3id.org/demarche/graph/reference> {
        <https://w3id.org/demarche/id/event/meeting-in-2031> a dem:SpeechAct ;
          rdfs:label "A meeting in 2031"@en ;
          dem:actor <https://w3id.org/demarche/id/actor/japan> ;
          dem:certainty <https://w3id.org/demarche/codes/certainty/hedged> ;
          dem:edtf "2031-05-01" ;
          dem:earliestBegin "2031-05-01"^^xsd:date ; dem:latestBegin "2031-05-01"^^xsd:date ;
          dem:earliestEnd "2031-05-01"^^xsd:date ; dem:latestEnd "2031-05-01"^^xsd:date .
      } }
      """;

  private static final String TWO_MORE_ACTORS =
      """
      PREFIX dem: <https://w3id.org/demarche/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      INSERT DATA { GRAPH <https://w3id.org/demarche/graph/op-ed/sample-2026-talks> {
        <https://w3id.org/demarche/id/statement/sample-2026-talks/F001> dem:about
          <https://w3id.org/demarche/id/actor/china>, <https://w3id.org/demarche/id/actor/reuters> .
        <https://w3id.org/demarche/id/actor/china> a dem:Actor, dem:State ; rdfs:label "China"@en .
        <https://w3id.org/demarche/id/actor/reuters> a dem:Actor, dem:MediaOutlet ;
          rdfs:label "Reuters"@en .
      } }
      """;
}
