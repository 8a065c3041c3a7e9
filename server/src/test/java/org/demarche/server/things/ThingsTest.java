package org.demarche.server.things;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ThingsTest {
  private static final String ID = "https://w3id.org/demarche/id/";
  private static final String JAPAN = "/id/actor/japan";
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

  @AutoClose
  private static final TestServer SERVER =
      TestServer.start(
          Settings.defaults(), graph -> new Loader(graph).load(Manifest.onClassPath().sources()));

  @ParameterizedTest
  @CsvSource({
    "text/turtle, text/turtle;charset=utf-8, ttl",
    "application/ld+json, application/ld+json, jsonld",
    "application/n-triples, application/n-triples, nt",
    "application/rdf+xml, application/rdf+xml, rdf",
    "'text/html,*/*;q=0.8', text/html;charset=utf-8, html",
    "*/*, text/turtle;charset=utf-8, ttl"
  })
  void one_iri_has_a_form_for_everybody_and_says_where_that_form_is(
      String accept, String type, String format) {
    HttpResponse<String> answer = SERVER.get(JAPAN, "Accept", accept);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo(type);
    assertThat(header(answer, "Content-Location")).isEqualTo(JAPAN + "?format=" + format);
    assertThat(header(answer, "Vary")).startsWith("Accept");
    assertThat(header(answer, "Link")).contains("<" + ID + "actor/japan>; rel=\"canonical\"");
    assertThat(SERVER.get(JAPAN + "?format=" + format).headers().firstValue("Content-Type"))
        .contains(type);
  }

  @Test
  void who_coded_an_op_ed_is_told_on_its_page_in_the_list_and_on_the_page_of_the_coder() {
    String opEd = SERVER.get("/id/op-ed/botto-2019-gsomia", "Accept", BROWSER).body();
    String coder = SERVER.get("/id/coder/demarche-project", "Accept", BROWSER).body();

    assertThat(Jsoup.parse(opEd).select("section").text())
        .contains("Who coded it", "The Demarche project", "2026-11-24", "0.1.0");
    assertThat(Jsoup.parse(coder).select("section").text())
        .contains("What was coded", "2026-11-24");
    assertThat(SERVER.get("/id/coding/botto-2019-gsomia", "Accept", BROWSER).statusCode())
        .isEqualTo(200);
    assertThat(SERVER.get("/op-eds").body())
        .contains("\"label\" : \"The Demarche project\"", "\"codedOn\" : \"2026-11-24\"");
  }

  @Test
  void what_is_not_offered_is_told_with_what_is() {
    HttpResponse<String> answer = SERVER.get(JAPAN, "Accept", "image/png");

    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.body()).contains("text/turtle", "application/ld+json", "text/html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/id/actor/atlantis",
        "/id/actor/",
        "/codes/none",
        "/graph/none",
        "/id/x/%3Cscript%3E"
      })
  void what_the_graph_does_not_know_is_not_found(String path) {
    HttpResponse<String> answer = SERVER.get(path, "Accept", BROWSER);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("The graph says nothing of").doesNotContain("<script>");
  }

  @Test
  void a_head_request_has_the_headers_alone() {
    HttpResponse<String> head = SERVER.send("HEAD", JAPAN, BodyPublishers.noBody());

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "ETag")).isEqualTo(header(SERVER.get(JAPAN), "ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/turtle", "application/ld+json", BROWSER})
  void whoever_has_the_answer_is_told_so(String accept) {
    String tag = header(SERVER.get(JAPAN, "Accept", accept), "ETag");
    HttpResponse<String> again = SERVER.get(JAPAN, "Accept", accept, "If-None-Match", tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(SERVER.get(JAPAN, "Accept", "application/n-triples"), "ETag"))
        .isNotEqualTo(tag);
  }

  @Test
  void data_have_what_points_to_a_thing_and_the_labels_of_all_that_they_name() {
    Graph graph = turtle(JAPAN);
    Node japan = NodeFactory.createURI(ID + "actor/japan");
    Node government = NodeFactory.createURI(ID + "actor/government-of-japan");

    assertThat(graph.contains(government, Dem.governmentOf, japan)).isTrue();
    assertThat(graph.contains(government, RDFS.Nodes.label, Node.ANY)).isTrue();
    assertThat(graph.contains(Node.ANY, Node.ANY, NodeFactory.createURI(SERVER.url() + JAPAN)))
        .isFalse();
  }

  @Test
  void a_long_description_comes_in_pages_that_are_together_the_whole() {
    try (TestServer server =
        TestServer.start(
            Settings.defaults(),
            graph -> {
              new Loader(graph).load(Manifest.onClassPath().sources());
              graph.commit(
                  change -> {
                    for (int i = 0; i < 1203; i++) {
                      change
                          .dataset()
                          .add(
                              Graphs.REFERENCE,
                              NodeFactory.createURI(ID + "actor/japan"),
                              SKOS.altLabel.asNode(),
                              NodeFactory.createLiteralLang("name " + i, "en"));
                    }
                  });
            })) {
      Graph whole = GraphFactory.createDefaultGraph();
      List<String> hints = new ArrayList<>();
      Optional<String> next = Optional.of(JAPAN);
      int pages = 0;
      while (next.isPresent()) {
        HttpResponse<String> answer = server.get(next.get(), "Accept", "text/turtle");
        RDFParser.fromString(answer.body(), Lang.TURTLE).parse(whole);
        answer.headers().firstValue("Demarche-Hint").ifPresent(hints::add);
        next = NEXT.matcher(header(answer, "Link")).results().map(it -> it.group(1)).findFirst();
        pages++;
      }
      assertThat(pages).isEqualTo(6);
      assertThat(hints)
          .hasSize(5)
          .startsWith(
              "Facts 1 to 250; the next page has more.",
              "Facts 251 to 500; the next page has more.");
      assertThat(
              whole
                  .find(NodeFactory.createURI(ID + "actor/japan"), SKOS.altLabel.asNode(), Node.ANY)
                  .toList())
          .hasSize(1203);
      assertThat(
              whole.contains(
                  Node.ANY,
                  NodeFactory.createURI("http://www.w3.org/1999/xhtml/vocab#next"),
                  NodeFactory.createURI(ID + "actor/japan?page=6")))
          .isTrue();
      assertThat(Jsoup.parse(server.get(JAPAN, "Accept", BROWSER).body()).select("main").text())
          .contains("Facts 1 to 250; there are more.", "More facts");
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 400", "-1, 400", "two, 400", "99, 404"})
  void a_page_that_does_not_exist_is_told(String page, int status) {
    HttpResponse<String> answer = SERVER.get(JAPAN + "?page=" + page, "Accept", "text/turtle");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body())
        .contains(status == 400 ? "expected is a number from 1" : "no page 99");
  }

  @Test
  void the_page_of_an_actor_answers_what_one_asks_of_an_actor() {
    assertThat(headings("/id/actor/government-of-south-korea"))
        .contains(
            "What is said here",
            "Offices over time",
            "Grievances it holds",
            "Grievances held against it",
            "Demands it makes",
            "Demands made of it",
            "What is recommended to it",
            "What is said of it",
            "Its network");
    assertThat(links("/id/actor/government-of-south-korea"))
        .contains(
            "/id/actor/moon-jae-in",
            "/id/demand/lift-export-controls",
            "/queries/demands?by=actor/government-of-south-korea");
  }

  @Test
  void the_page_of_an_agreement_tells_its_status_by_source_and_where_sources_differ() {
    String path = "/id/agreement/gsomia-japan-south-korea";

    assertThat(headings(path))
        .contains(
            "Parties, and who else took part",
            "Its status over time, by source",
            "Conditions on it",
            "Events that regard it",
            "Where sources differ");
    assertThat(page(path).select("svg.timeline title")).isNotEmpty();
    assertThat(section(path, "status-of")).contains("reference", "Kathryn Botto");
    assertThat(section(path, "parties")).contains("Obama administration negotiator");
  }

  @Test
  void the_page_of_an_event_leads_back_to_causes_and_on_to_consequences() {
    String path = "/id/event/gsomia-withdrawal-postponed";

    assertThat(section(path, "causes")).contains("US pressure on South Korea to keep GSOMIA");
    assertThat(section(path, "consequences"))
        .contains("the opening for Japan that South Korea's two steps have made");
    assertThat(section(path, "carried-by"))
        .contains("The Moon administration decided to put off South Korea's withdrawal");
  }

  @Test
  void the_page_of_an_op_ed_maps_its_paragraphs_and_has_none_of_its_text() {
    String path = "/id/op-ed/botto-2019-gsomia";
    Document page = page(path);

    assertThat(page.select(".paragraphs > li > a.paragraph").eachText())
        .startsWith("H", "S", "P1", "P2")
        .hasSize(23);
    assertThat(page.select(".paragraphs a.badge")).hasSize(151);
    assertThat(page.select("a.badge[href$=/F039]").attr("title"))
        .isEqualTo(
            "F039, condition, reported of government of South Korea: A longer life of GSOMIA depends"
                + " on Japan lifting its export controls");
    assertThat(page.select("a.badge[href$=/F039]").hasClass("reported")).isTrue();
    assertThat(links(path))
        .contains("/queries/statements?format=csv&source=op-ed/botto-2019-gsomia")
        .anyMatch(link -> link.startsWith("/data?format=trig"));
    assertThat(section(path, "reuse"))
        .contains(
            "Kathryn Botto. “Japan must accept South Korea's olive branch over GSOMIA security pact.”");
  }

  @Test
  void the_page_of_a_statement_tells_who_holds_it_and_who_only_reports() {
    String reported = page("/id/statement/botto-2019-gsomia/F039").select(".claim").text();
    String own = page("/id/statement/botto-2019-gsomia/F106").select(".claim").text();

    assertThat(reported)
        .contains(
            "Reported position: held by government of South Korea, reported by Kathryn Botto, in"
                + " paragraph 4 of Kathryn Botto on GSOMIA, November 2019.");
    assertThat(own)
        .contains("Own position of Kathryn Botto", "must", "to government of the United States");
  }

  @Test
  void what_is_denied_is_never_shown_as_if_it_were_said() {
    Document map = page("/id/op-ed/botto-2019-gsomia");
    List<String> denied = map.select("a.badge.denied").eachAttr("href");

    assertThat(page("/id/statement/botto-2019-gsomia/F126").select("h1").text())
        .endsWith("(denied)");
    assertThat(section("/id/passage/botto-2019-gsomia/P16", "statements-in-passage"))
        .contains("once Japan had imposed export controls (denied)");
    assertThat(denied).isNotEmpty();
    assertThat(denied)
        .allSatisfy(
            path ->
                assertThat(page(path).select(".proposition").text())
                    .startsWith("It is denied that"));
  }

  @Test
  void names_are_given_in_the_language_of_the_reader_and_tagged() {
    assertThat(page("/id/actor/moon-jae-in?lang=ko").select("h1[lang=ko]").text()).isEqualTo("문재인");
    assertThat(
            Jsoup.parse(
                    SERVER
                        .get(
                            "/id/actor/moon-jae-in",
                            "Accept",
                            BROWSER,
                            "Accept-Language",
                            "ja,en;q=0.5")
                        .body())
                .select("h1")
                .attr("lang"))
        .isEqualTo("ja");
    assertThat(page("/id/actor/moon-jae-in").select(".names [lang=ko]").text()).contains("문재인");
  }

  @Test
  void facts_tell_which_source_says_so() {
    Document page = page("/id/actor/government-of-south-korea");

    assertThat(page.select("#facts ~ p").text()).startsWith("According to reference");
    assertThat(page.select(".source").eachText()).contains("entailed");
  }

  private static Document page(String path) {
    return Jsoup.parse(SERVER.get(path, "Accept", BROWSER).body(), SERVER.url());
  }

  private static List<String> headings(String path) {
    return page(path).select("h2").eachText();
  }

  private static List<String> links(String path) {
    return page(path).select("main a").eachAttr("href");
  }

  private static String section(String path, String id) {
    Element section = page(path).selectFirst("section[aria-labelledby=" + id + "]");
    return section == null ? "" : section.text();
  }

  private static Graph turtle(String path) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(SERVER.get(path, "Accept", "text/turtle").body(), Lang.TURTLE)
        .parse(graph);
    return graph;
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
