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
  void it_alone_runs_scripts_and_only_those_of_this_server() {
    assertThat(policy("/api"))
        .contains("default-src 'none'; script-src 'self'; style-src 'self';")
        .contains("connect-src 'self';", "frame-ancestors 'none'; base-uri 'none'")
        .doesNotContain("unsafe", "http", "*");
    assertThat(policy("/queries")).startsWith("default-src 'none'").doesNotContain("script-src");
    assertThat(policy("/openapi.json")).doesNotContain("script-src");
  }

  @Test
  void its_files_may_be_kept_for_ever_as_their_names_tell_their_content() {
    List<String> files =
        named(server.get("/api").body()).stream().filter(it -> it.startsWith("/api/")).toList();

    assertThat(files)
        .hasSize(4)
        .allMatch(file -> file.matches("/api/[a-z-]+\\.[0-9a-f]{12}\\.(css|js)"))
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

  @Test
  void a_file_that_it_lacks_is_named() {
    assertThat(server.get("/api/swagger-ui.js", "Accept", "text/plain").body())
        .isEqualTo("The page /api has no file \"swagger-ui.js\".\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/queries"})
  void pages_lead_to_it(String path) {
    assertThat(server.get(path, "Accept", "text/html").body()).contains("<a href=\"/api\">API</a>");
  }

  private static List<String> named(String page) {
    return NAMED.matcher(page).results().map(found -> found.group(1)).distinct().toList();
  }

  private static String policy(String path) {
    return server.get(path).headers().firstValue("Content-Security-Policy").orElse("(none)");
  }
}
