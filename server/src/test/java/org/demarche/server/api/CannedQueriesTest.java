package org.demarche.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.server.DemarcheServer;
import org.demarche.server.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The canned queries over HTTP, on the real op-ed. */
class CannedQueriesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final KnowledgeGraph GRAPH = KnowledgeGraph.inMemory(DefaultGraph.UNION);
  private static final DemarcheServer SERVER = server();

  private static DemarcheServer server() {
    return DemarcheServer.start(GRAPH, Settings.defaults().withPort(0));
  }

  @BeforeAll
  static void load() {
    new Loader(GRAPH).load(Manifest.onClassPath().sources());
  }

  @AfterAll
  static void stop() {
    SERVER.close();
    GRAPH.close();
  }

  @Test
  void the_list_tells_programs_what_there_is_to_ask() throws Exception {
    HttpResponse<String> list = get("/queries", "application/json");

    assertThat(list.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(JSON.parse(list.body()).get("queries").getAsArray().stream())
        .extracting(query -> query.getAsObject().getString("name"))
        .contains(
            "op-eds",
            "statements",
            "recommendations",
            "grievances",
            "demands",
            "conditions",
            "agreement-parties",
            "agreement-history",
            "evidence");
  }

  @Test
  void the_list_is_a_page_for_people() throws Exception {
    assertThat(get("/queries", "text/html").body())
        .contains("<a href=\"/queries/demands\">Who demands what of whom</a>");
  }

  @ParameterizedTest
  @CsvSource({
    "csv, text/csv;charset=utf-8",
    "tsv, text/tab-separated-values;charset=utf-8",
    "json, application/sparql-results+json",
    "xml, application/sparql-results+xml",
    "html, text/html;charset=utf-8"
  })
  void a_result_comes_in_the_format_asked_for(String format, String mediaType) throws Exception {
    HttpResponse<String> answer = get("/queries/demands?status=met&format=" + format, "*/*");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
        .isEqualToIgnoringCase(mediaType);
    assertThat(answer.body()).contains("us-involvement", "F124", "P16");
  }

  @Test
  void a_result_is_read_by_a_client_of_sparql_results() throws Exception {
    URI address = URI.create(SERVER.url() + "/queries/recommendations");
    try (var stream = CLIENT.send(request(address, "*/*"), BodyHandlers.ofInputStream()).body()) {
      assertThat(ResultSetMgr.read(stream, ResultSetLang.RS_JSON)).toIterable().hasSize(13);
    }
  }

  @Test
  void a_head_request_is_answered_without_a_body() throws Exception {
    HttpRequest head =
        HttpRequest.newBuilder(URI.create(SERVER.url() + "/queries/grievances"))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();

    HttpResponse<String> answer = CLIENT.send(head, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void the_text_of_a_query_has_the_terms_in_place_and_runs_elsewhere() throws Exception {
    HttpResponse<String> text =
        get("/queries/evidence/query?thing=grievance/us-favours-japan", "*/*");

    assertThat(text.headers().firstValue("Content-Type"))
        .hasValue("application/sparql-query;charset=utf-8");
    assertThat(text.body()).contains("<https://w3id.org/demarche/id/grievance/us-favours-japan>");
    assertThat(QueryFactory.create(text.body()).isSelectType()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/queries/evidence | The parameter thing is missing: expected is an IRI",
        "/queries/evidence?thing=a%20b | The parameter thing can't be \"a b\": expected is an IRI",
        "/queries/demands?status=opened | The parameter status can't be \"opened\": expected is one"
            + " of open, met, refused, withdrawn",
        "/queries/demands?status=open&status=met | The parameter status is given 2 times",
        "/queries/demands?colour=red | demands has no parameter colour: it has by, lang, of, status",
        "/queries/op-eds?from=2019-02-30 | The parameter from can't be \"2019-02-30\": expected is a"
            + " date"
      })
  void a_wrong_parameter_is_named_with_what_was_expected(String address, String told)
      throws Exception {
    HttpResponse<String> answer = get(address, "text/csv");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body().replace("\\\"", "\"")).contains(told).contains("An example: ");
  }

  @Test
  void an_unknown_query_is_answered_with_the_names_there_are() throws Exception {
    HttpResponse<String> answer = get("/queries/demand", "application/json");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains("There is no canned query")
        .contains("demands, disagreements, evaluations, evidence");
  }

  @Test
  void an_unknown_entity_gives_an_empty_result_and_a_hint() throws Exception {
    HttpResponse<String> answer = get("/queries/grievances?holder=actor/atlantis", "text/csv");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines()).hasSize(1);
    assertThat(answer.headers().firstValue("Demarche-Hint"))
        .hasValue(
            "The graph knows no <https://w3id.org/demarche/id/actor/atlantis>, which was given as"
                + " holder.");
  }

  @Test
  void a_form_without_values_is_shown_and_not_blamed() throws Exception {
    HttpResponse<String> page = get("/queries/evidence", "text/html");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("name=\"thing\"").doesNotContain("role=\"alert\"");
  }

  @Test
  void a_form_with_a_wrong_value_keeps_it_and_says_what_is_wrong() throws Exception {
    HttpResponse<String> page = get("/queries/evidence?thing=%22%3E%3Cscript%3E", "text/html");

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("role=\"alert\"").doesNotContain("<script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ko", "ja"})
  void labels_come_in_the_language_asked_for_and_in_english_where_there_is_none(String language)
      throws Exception {
    String body =
        get(
                "/queries/agreement-parties?agreement=agreement/gsomia-japan-south-korea&lang="
                    + language,
                "text/csv")
            .body();

    assertThat(body).contains(language.equals("ko") ? "일본" : "日本").contains("Obama administration");
  }

  @Test
  void a_format_that_is_not_offered_is_answered_with_those_that_are() throws Exception {
    HttpResponse<String> answer = get("/queries/demands?format=pdf", "*/*");

    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.body()).contains("There is no format", "text/csv (format=csv)");
  }

  private static HttpResponse<String> get(String address, String accept)
      throws IOException, InterruptedException {
    return CLIENT.send(
        request(URI.create(SERVER.url() + address), accept), BodyHandlers.ofString());
  }

  private static HttpRequest request(URI address, String accept) {
    return HttpRequest.newBuilder(address).header("Accept", accept).build();
  }
}
