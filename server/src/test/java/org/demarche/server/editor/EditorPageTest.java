package org.demarche.server.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.server.TestServer.encoded;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.demarche.queries.Catalogue;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EditorPageTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";
  private static final String ASK = "/sparql?query=" + encoded("ASK { ?s ?p ?o }");

  @AutoClose private static final TestServer server = TestServer.start();

  @ParameterizedTest
  @ValueSource(strings = {BROWSER, "text/html", "text/html, */*;q=0.1"})
  void a_browser_gets_the_editor_with_and_without_a_query(String accept) {
    for (String path : new String[] {"/sparql", ASK}) {
      HttpResponse<String> page = server.get(path, "Accept", accept);

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(type(page)).isEqualTo("text/html;charset=utf-8");
      assertThat(page.body())
          .contains("<form id=\"editor\"", "<textarea id=\"query\" name=\"query\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/sparql-results+json",
        "application/json",
        "application/sparql-results+json, text/html;q=0.9",
        "application/sparql-results+json, text/html",
        "text/html;q=0.5, */*"
      })
  void a_program_gets_its_result(String accept) {
    HttpResponse<String> result = server.get(ASK, "Accept", accept);

    assertThat(type(result)).endsWith("json");
    assertThat(result.body()).contains("\"boolean\"");
  }

  @Test
  void a_program_that_says_nothing_gets_its_result_or_the_description() {
    assertThat(server.get(ASK).body()).contains("\"boolean\"");
    assertThat(type(server.get("/sparql"))).startsWith("text/turtle");
  }

  @Test
  void format_overrides_what_the_browser_likes() {
    assertThat(type(server.get(ASK + "&format=csv", "Accept", BROWSER))).startsWith("text/csv");
    assertThat(type(server.get(ASK + "&format=html"))).startsWith("text/html");
    assertThat(server.get(ASK + "&format=docx", "Accept", BROWSER).statusCode()).isEqualTo(406);
  }

  @Test
  void head_is_answered_as_get_is_and_a_known_page_not_again() {
    HttpResponse<String> head =
        server.send("HEAD", ASK, BodyPublishers.noBody(), "Accept", BROWSER);
    String tag = head.headers().firstValue("ETag").orElseThrow();

    assertThat(type(head)).startsWith("text/html");
    assertThat(head.body()).isEmpty();
    assertThat(server.get(ASK, "Accept", BROWSER, "If-None-Match", tag).statusCode())
        .isEqualTo(304);
    assertThat(server.get(ASK).headers().firstValue("ETag")).get().isNotEqualTo(tag);
  }

  @Test
  void the_query_stands_in_the_page_as_text() {
    String query = "SELECT * { ?s ?p \"</textarea><script>alert('회담')</script>\" }";

    String page = server.get("/sparql?query=" + encoded(query), "Accept", BROWSER).body();

    assertThat(page)
        .contains("&lt;/textarea&gt;&lt;script&gt;alert('회담')&lt;/script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void without_a_query_the_form_holds_one_that_runs() {
    String page = server.get("/sparql", "Accept", BROWSER).body();
    String query =
        Pattern.compile("<textarea[^>]*>(.*?)</textarea>", Pattern.DOTALL)
            .matcher(page)
            .results()
            .findFirst()
            .orElseThrow()
            .group(1)
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");

    assertThat(server.query(query, "Accept", "text/csv").body()).startsWith("holder,claim,passage");
  }

  @Test
  void every_canned_query_is_an_example_with_its_text() {
    String page = server.get("/sparql", "Accept", BROWSER).body();

    Catalogue.bundled()
        .all()
        .forEach(
            query -> {
              String text =
                  Pattern.compile("data-text=\"(/queries/" + query.name() + "/query[^\"]*)\"")
                      .matcher(page)
                      .results()
                      .findFirst()
                      .orElseThrow(() -> new AssertionError(query.name() + " is no example"))
                      .group(1)
                      .replace("&amp;", "&");
              assertThat(server.get(text).statusCode()).as(text).isEqualTo(200);
            });
  }

  @Test
  void all_that_the_page_loads_comes_from_this_server_and_may_be_kept_for_ever() {
    String page = server.get("/sparql", "Accept", BROWSER).body();

    assertThat(
            Pattern.compile("(?:src|href|data-[a-z]+)=\"(/assets/[^\"]+)\"")
                .matcher(page)
                .results())
        .extracting(match -> match.group(1))
        .hasSizeGreaterThanOrEqualTo(9)
        .allSatisfy(
            file -> {
              HttpResponse<String> asset = server.get(file);
              assertThat(asset.statusCode()).as(file).isEqualTo(200);
              assertThat(asset.headers().firstValue("Cache-Control"))
                  .get()
                  .asString()
                  .contains("immutable");
            });
    assertThat(page).doesNotContain("<style", " style=", " onclick=", "src=\"http");
    assertThat(Pattern.compile("<script(?! src=\"/assets/)").matcher(page).find()).isFalse();
  }

  private static String type(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }
}
