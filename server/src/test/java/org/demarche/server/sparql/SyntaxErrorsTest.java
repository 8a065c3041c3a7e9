package org.demarche.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SyntaxErrorsTest {
  @AutoClose private static final TestServer server = TestServer.start();

  @Test
  void are_told_with_line_and_column_as_text() {
    HttpResponse<String> response = server.query("SELECT *\n{ ?s ?p }");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    assertThat(response.body()).isEqualTo("Syntax error at line 2, column 9: Encountered \"}\".\n");
  }

  @Test
  void are_told_as_a_problem_where_that_is_preferred() {
    HttpResponse<String> response =
        server.query("SELECT *\n{ ?s ?p }", "Accept", "application/problem+json, text/plain;q=0.5");
    JsonObject json = JSON.parse(response.body());

    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json.getNumber("line").intValue()).isEqualTo(2);
    assertThat(json.getNumber("column").intValue()).isEqualTo(9);
    assertThat(json.getString("detail")).startsWith("Syntax error at line 2, column 9: ");
  }

  @Test
  void may_be_about_any_script() {
    HttpResponse<String> query = server.query("SELECT * { k:한글 ?p ?o }");
    HttpResponse<String> update = server.update("INSERT DATA { GRAPH j:日本 { <x:s> <x:p> 1 } }");

    assertThat(query.statusCode()).isEqualTo(400);
    assertThat(query.body())
        .isEqualTo("Syntax error at line 1, column 12: Unresolved prefixed name: k:한글\n");
    assertThat(update.statusCode()).isEqualTo(400);
    assertThat(update.body())
        .isEqualTo("Syntax error at line 1, column 21: Unresolved prefixed name: j:日本\n");
  }

  @Test
  void of_characters_are_told_too() {
    assertThat(server.query("SELECT * { ?s 한글 ?o }").body())
        .isEqualTo(
            "Syntax error at line 1, column 17: \"한글\" is no word of SPARQL, or lacks its end.\n");
    assertThat(server.query("SELECT * { ?s ?p \"日本\n\" }").body())
        .startsWith("Syntax error at line 1, column ")
        .contains("\"日本");
    assertThat(server.query("SELECT * { § }").body())
        .isEqualTo("Syntax error at line 1, column 12: \"§\" can't stand here.\n");
    assertThat(server.query("SELECT * { 😀 }").body())
        .isEqualTo(
            "Syntax error at line 1, column 12: What stands here is no character of SPARQL.\n");
  }

  @Test
  void without_a_place_are_told_without_one() {
    assertThat(server.query("SELECT (1 AS ?x) (2 AS ?x) {}").body())
        .isEqualTo("Syntax error: Duplicate variable in result projection '?x'\n");
  }

  @Test
  void do_not_repeat_a_long_query() {
    HttpResponse<String> response =
        server.post("/sparql", "application/sparql-query", "SELECT * { k:" + "한".repeat(50_000));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).hasSizeLessThan(600).endsWith("…\n");
  }

  @Test
  void of_depth_do_not_end_the_thread() {
    HttpResponse<String> query =
        server.post("/sparql", "application/sparql-query", "ASK " + "{".repeat(400_000));
    HttpResponse<String> update = server.update("DELETE {} WHERE " + "{".repeat(400_000));

    assertThat(query.statusCode()).isEqualTo(400);
    assertThat(query.body()).isEqualTo("Syntax error: it is nested too deeply to be read.\n");
    assertThat(update.statusCode()).isEqualTo(400);
  }
}
