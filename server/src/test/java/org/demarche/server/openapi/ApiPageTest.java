package org.demarche.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ApiPageTest {
  private static final Pattern NAMED = Pattern.compile("(?:href|src|data-document)=\"(/[^\"]+)\"");

  @AutoClose private static final TestServer server = TestServer.start();

  @Test
  void all_that_it_names_is_served_here() {
    assertThat(named(server.get("/api").body()))
        .contains("/openapi.json")
        .hasSizeGreaterThan(6)
        .allSatisfy(path -> assertThat(server.get(path).statusCode()).as(path).isEqualTo(200));
  }

  @Test
  void it_names_nothing_elsewhere_and_holds_no_script_of_its_own() {
    assertThat(server.get("/api").body())
        .doesNotContain("http:", "https:", " style=", "<style")
        .doesNotContainPattern("<script(?! src=)")
        .doesNotContainPattern(" on[a-z]+=");
  }

  @Test
  void its_files_may_be_kept_for_ever_as_their_names_tell_their_content() {
    List<String> files =
        named(server.get("/api").body()).stream().filter(it -> it.startsWith("/assets/")).toList();

    assertThat(files)
        .hasSizeGreaterThan(4)
        .allMatch(file -> file.matches("/assets/[a-z-]+\\.[0-9a-f]{12}\\.(css|js)"))
        .allSatisfy(
            file -> {
              HttpResponse<String> answer = server.get(file);
              assertThat(answer.headers().firstValue("Cache-Control"))
                  .contains("public, max-age=31536000, immutable");
              assertThat(answer.headers().firstValue("Content-Type"))
                  .contains(
                      file.endsWith(".css")
                          ? "text/css;charset=utf-8"
                          : "text/javascript;charset=utf-8");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/queries"})
  void pages_lead_to_it(String path) {
    assertThat(server.get(path, "Accept", "text/html").body()).contains("<a href=\"/api\">API</a>");
  }

  private static List<String> named(String page) {
    return NAMED.matcher(page).results().map(found -> found.group(1)).distinct().toList();
  }
}
