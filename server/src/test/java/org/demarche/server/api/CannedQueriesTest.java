package org.demarche.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.junit.jupiter.api.io.TempDir;
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
                + " holder. Without holder there are 4 rows: /queries/grievances");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "recommendations?addressee=actor/japan&holder=actor/japan | Nothing has actor/japan as holder."
            + " | Without addressee | /queries/recommendations",
        "statements?kind=prediction&holder=actor/china | Nothing has actor/china as holder."
            + " | Without holder | /queries/statements?kind=prediction",
        "demands?status=withdrawn&lang=ko | Nothing in the graph fits all of these values together."
            + " | Without status | /queries/demands?lang=ko",
        "evidence?thing=actor/atlantis | The graph knows no <https://w3id.org/demarche/id/actor/atlantis>"
            + " | An example | /queries/evidence?thing="
      })
  void an_empty_answer_says_which_value_has_none_and_what_to_ask_instead(
      String asked, String why, String instead, String where) throws Exception {
    String hint =
        get("/queries/" + asked, "text/csv").headers().firstValue("Demarche-Hint").orElseThrow();

    assertThat(hint).contains(why, instead, where);
    String nearest = hint.substring(hint.lastIndexOf("/queries/"));
    assertThat(get(nearest, "text/csv").body().lines().count()).isGreaterThan(1);
  }

  @Test
  void pages_together_are_the_whole_and_each_names_the_next() throws Exception {
    List<String> whole =
        get("/queries/statements?kind=prediction", "text/csv").body().lines().toList();
    List<String> together = new ArrayList<>();
    Optional<String> next = Optional.of("/queries/statements?kind=prediction&limit=4");
    while (next.isPresent()) {
      HttpResponse<String> page = get(next.get(), "text/csv");
      List<String> lines = page.body().lines().toList();
      assertThat(lines).hasSizeBetween(2, 5);
      together.addAll(together.isEmpty() ? lines : lines.subList(1, lines.size()));
      next = linked(page, "next");
      assertThat(linked(page, "first")).hasValue("/queries/statements?kind=prediction&limit=4");
    }

    assertThat(together).containsExactlyElementsOf(whole);
    assertThat(whole.size()).isGreaterThan(9);
  }

  @Test
  void a_query_of_ones_own_joins_the_others(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("persons.rq"),
        """
        #+ summary: Who is a person
        #+ description: One row per person.
        #+ parameters:
        #+   label: The name of the person
        #+ picture: table
        #+ example: label=Moon%20Jae-in
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?person ?name {
          ?person a <https://w3id.org/demarche/ontology#Person> ; rdfs:label ?name
          FILTER (STR(?name) = COALESCE(?__label, STR(?name)))
        } ORDER BY ?person ?name
        """);
    Settings own = Settings.defaults().withPort(0).withQueries(folder);
    try (DemarcheServer server = DemarcheServer.start(GRAPH, own)) {
      String url = server.url() + "/queries/persons?format=csv&label=Moon%20Jae-in";

      assertThat(CLIENT.send(request(URI.create(url), "*/*"), BodyHandlers.ofString()).body())
          .isEqualTo(
              "person,name\r\nhttps://w3id.org/demarche/id/actor/moon-jae-in,Moon Jae-in\r\n");
    }
    Files.writeString(folder.resolve("broken.rq"), "SELECT {");
    Files.writeString(folder.resolve("demands.rq"), Files.readString(folder.resolve("persons.rq")));
    assertThatThrownBy(() -> DemarcheServer.start(GRAPH, own))
        .hasMessageContainingAll("broken.rq", "demands.rq", "line 1");
  }

  private static Optional<String> linked(HttpResponse<?> page, String relation) {
    return page.headers().allValues("Link").stream()
        .flatMap(header -> Arrays.stream(header.split(", ", -1)))
        .filter(link -> link.endsWith("; rel=\"" + relation + "\""))
        .map(link -> link.substring(1, link.indexOf('>')))
        .findFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, is no limit",
    "limit=ten, is no limit",
    "after=x, goes with",
    "limit=3&after=%21, is not what a page of this query has given",
    "limit=3&after=eA, is not what a page of this query has given",
    "commit=last, is no number of a commit"
  })
  void a_page_that_cannot_be_is_refused_with_what_would_be_right(String page, String told)
      throws Exception {
    HttpResponse<String> answer = get("/queries/statements?" + page, "text/csv");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(told);
  }

  @Test
  void an_answer_says_which_commit_it_is_of_and_when_that_is_not_the_one_cited() throws Exception {
    HttpResponse<String> now = get("/queries/op-eds", "text/csv");
    String commit = now.headers().firstValue("Demarche-Commit").orElseThrow();

    assertThat(Long.parseLong(commit)).isEqualTo(GRAPH.commit());
    assertThat(
            get("/queries/op-eds?commit=" + commit, "text/csv")
                .headers()
                .firstValue("Demarche-Hint"))
        .isEmpty();
    assertThat(get("/queries/op-eds?commit=0", "text/csv").headers().firstValue("Demarche-Hint"))
        .hasValue("The data have moved on from commit 0 to " + commit + ".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ko-KR,ko;q=0.9,en;q=0.5 | ko | 일본",
        "fr,ja;q=0.4 | ja | 日本",
        "fr | (none) | Japan",
        "not a header; q=x | (none) | Japan"
      })
  void labels_come_in_the_language_of_the_browser(String header, String language, String label)
      throws Exception {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(SERVER.url() + "/queries/grievances?format=csv"))
                .header("Accept-Language", header)
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.body()).contains(label);
    assertThat(answer.headers().firstValue("Content-Language").orElse("(none)"))
        .isEqualTo(language);
    assertThat(answer.headers().firstValue("Vary").orElseThrow()).contains("Accept-Language");
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
