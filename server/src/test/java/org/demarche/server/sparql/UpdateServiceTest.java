package org.demarche.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.server.TestServer.TOKEN;
import static org.demarche.server.TestServer.encoded;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.demarche.server.access.Token;
import org.demarche.server.running.Limits;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UpdateServiceTest {
  private static final String TYPE = "application/sparql-update";
  private static final String GRAPH = "<https://w3id.org/demarche/graph/op-ed/sample-2026-talks>";
  private static final String INSERT =
      """
      PREFIX id: <https://w3id.org/demarche/id/>
      INSERT DATA { GRAPH %s { id:actor\\/japan <http://www.w3.org/2004/02/skos/core#altLabel> "Nippon"@en } }
      """
          .formatted(GRAPH);
  private static final String INSERTED = "ASK { ?s ?p \"Nippon\"@en }";

  @AutoClose private final TestServer server = TestServer.start();

  @Test
  void a_change_with_the_token_is_made() {
    HttpResponse<String> response = server.update(INSERT);

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(ask(INSERTED)).isTrue();
    assertThat(server.graph().commit()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer wrong", "Bearer a-token-for-test", "Bearer a-token-for-tests2"})
  void another_token_changes_nothing(String authorization) {
    HttpResponse<String> response =
        server.post("/update", TYPE, INSERT, "Authorization", authorization);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer realm=\"demarche\", error=\"invalid_token\"");
    assertThat(response.body())
        .isEqualTo("The token in the Authorization header is not the token of this server.\n");
    assertThat(ask(INSERTED)).isFalse();
  }

  @Test
  void without_a_token_in_the_header_nothing_is_changed() {
    String expected =
        "Changes need the header \"Authorization: Bearer\" with the server's token.\n";
    HttpResponse<String> none = server.post("/update", TYPE, INSERT);
    HttpResponse<String> basic =
        server.post("/update", TYPE, INSERT, "Authorization", "Basic YTpi");
    HttpResponse<String> inUrl =
        server.post("/update?access_token=" + TOKEN + "&token=" + TOKEN, TYPE, INSERT);

    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"demarche\"");
    assertThat(none.body()).isEqualTo(expected);
    assertThat(basic.body()).isEqualTo(expected);
    assertThat(inUrl.body()).isEqualTo(expected);
    assertThat(ask(INSERTED)).isFalse();
  }

  @Test
  void a_server_without_a_token_only_reads() {
    try (TestServer reading = TestServer.start(Settings.defaults())) {
      HttpResponse<String> response = reading.update(INSERT);

      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(response.body())
          .isEqualTo(
              "This server only reads: it was started without a token, and accepts no changes over"
                  + " HTTP.\n");
    }
  }

  @Test
  void an_update_to_the_query_service_changes_nothing() {
    assertThat(
            server
                .post(
                    "/sparql",
                    "application/x-www-form-urlencoded",
                    encoded(Map.of("update", INSERT)))
                .statusCode())
        .isEqualTo(400);
    assertThat(server.post("/sparql", "application/sparql-query", INSERT).statusCode())
        .isEqualTo(400);
    assertThat(ask(INSERTED)).isFalse();
  }

  @Test
  void a_change_that_the_graph_refuses_is_told_with_its_findings_and_leaves_no_trace() {
    HttpResponse<String> response = server.update(INSERT + "; INSERT DATA { <x:s> <x:p> \"말\" }");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    assertThat(response.body())
        .contains("Triples in the unnamed default graph would be said by nobody.");
    assertThat(ask(INSERTED)).isFalse();
    assertThat(server.graph().commit()).isEqualTo(1);
  }

  @Test
  void after_a_refusal_the_next_change_is_made() {
    assertThat(server.update("INSERT DATA { <x:s> <x:p> 1 }").statusCode()).isEqualTo(422);

    assertThat(server.update(INSERT).statusCode()).isEqualTo(204);
  }

  @Test
  void a_part_that_cannot_be_read_keeps_the_whole_out() {
    HttpResponse<String> response =
        server.update(INSERT + "; INSERT DATA { GRAPH <x:g> { <x:s> } }");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).startsWith("Syntax error at line 3, column ");
    assertThat(ask(INSERTED)).isFalse();
  }

  @Test
  void a_request_without_an_update_is_told_how_to_give_one() {
    assertThat(server.update(" ").body())
        .isEqualTo(
            "There is no update. Give it as the field \"update\" of a form, or as the body with the"
                + " type application/sparql-update.\n");
  }

  @Test
  void a_body_over_the_limit_is_refused_before_it_is_sent() throws IOException {
    String response =
        RawClient.send(
            server.port(),
            "POST /update HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer " + TOKEN,
            "Content-Type: " + TYPE,
            "Content-Length: 10000001");

    assertThat(response)
        .startsWith("HTTP/1.1 413 ")
        .endsWith(
            "The body of the request is larger than the 10,000,000 bytes that /update reads.\n");
  }

  @Test
  void who_may_not_write_is_told_before_the_body_is_read() throws IOException {
    String response =
        RawClient.send(
            server.port(),
            "POST /update HTTP/1.1",
            "Host: localhost",
            "Content-Type: " + TYPE,
            "Content-Length: 9000000");

    assertThat(response).startsWith("HTTP/1.1 401 ").contains("WWW-Authenticate: Bearer");
  }

  @Test
  void an_update_that_takes_too_long_is_given_up() {
    Settings impatient =
        Settings.defaults()
            .withToken(new Token(TOKEN))
            .withLimits(Limits.defaults().withQueryTime(Duration.ofMillis(300)));
    try (TestServer hurried = TestServer.start(impatient)) {
      HttpResponse<String> response =
          hurried.update(
              "INSERT { GRAPH %s { ?a ?b 1 } } WHERE { %s FILTER (?s = ?z) }"
                  .formatted(
                      GRAPH, "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?s ?t ?u . ?z ?x ?y ."));

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(hurried.graph().commit()).isEqualTo(1);
      assertThat(hurried.update(INSERT).statusCode()).isEqualTo(204);
    }
  }

  private boolean ask(String query) {
    return server.query(query, "Accept", "text/csv").body().strip().endsWith("true");
  }
}
