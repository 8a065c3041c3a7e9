package org.demarche.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HomePageTest {
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
        .contains(server.url() + "/sparql");
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
        .contains("<td>&lt;script&gt;alert('회담')&lt;/script&gt;</td>")
        .contains("<td>Jane &lt;b&gt;Doe&lt;/b&gt;</td>")
        .contains("<td>The Daily &amp; Sons</td>")
        .doesNotContain("<script", "<b>");
  }

  @Test
  void its_links_lead_somewhere() {
    String page = server.get("/").body();

    // The canned queries have tests of their own.
    assertThat(Pattern.compile("href=\"(/[^\"]*)\"").matcher(page).results())
        .extracting(link -> link.group(1).replace("&amp;", "&"))
        .filteredOn(link -> !link.equals("/queries"))
        .hasSizeGreaterThan(5)
        .allSatisfy(link -> assertThat(server.get(link).statusCode()).isEqualTo(200));
  }

  @Test
  void its_example_is_answered_as_json_whatever_the_browser_accepts() {
    Matcher link = Pattern.compile("href=\"(/sparql[^\"]+)\"").matcher(server.get("/").body());

    assertThat(link.find()).isTrue();
    assertThat(
            server
                .get(link.group(1).replace("&amp;", "&"), "Accept", "text/html")
                .headers()
                .firstValue("Content-Type"))
        .contains("application/sparql-results+json");
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
