package org.demarche.server.things;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.ontology.Graphs;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that would be more than names, wherever names are shown. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileNamesTest {
  private static final String ID = "https://w3id.org/demarche/id/";
  private static final Node OP_ED = NodeFactory.createURI(ID + "op-ed/botto-2019-gsomia");
  private static final Node OP_ED_GRAPH = Graphs.opEd("botto-2019-gsomia");

  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("government-of-south-korea", "<script>alert(1)</script><img src=x onerror=alert(2)>");
    NAMES.put("government-of-japan", "</title></script><svg onload=alert(3)>");
    NAMES.put("south-korean-public", "\" onmouseover=\"alert(4)\" x='");
    NAMES.put("trump-administration", "'; } alert(5); //");
    NAMES.put("obama-administration", "{{7*7}} ${7*7} <%= 7*7 %> @if(true)");
    NAMES.put("japan", "abc \u202E\u2066 gnorw \u200F\u061C def");
    NAMES.put("south-korea", "👩‍👩‍👧‍👦 🇰🇷🇯🇵 e\u0301\u0323 \uD83D\uDE00");
    NAMES.put("moon-administration", "]]> --> <!-- &amp; &#x3C;b&#x3E;");
    NAMES.put("kathryn-botto", "a\tb  c\u00A0d");
    NAMES.put("government-of-the-united-states", "x".repeat(10_000));
  }

  @AutoClose
  private static final TestServer SERVER =
      TestServer.start(Settings.defaults(), HostileNamesTest::load);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/queries",
        "/queries/demands",
        "/queries/actor-network",
        "/queries/timeline",
        "/queries/op-eds",
        "/queries/statements",
        "/queries/recommendations?sort=holder",
        "/id/agreement/gsomia-japan-south-korea",
        "/id/condition/gsomia-continuation",
        "/id/op-ed/botto-2019-gsomia",
        "/id/passage/botto-2019-gsomia/P4",
        "/id/statement/botto-2019-gsomia/F039",
        "/graph/op-ed/botto-2019-gsomia"
      })
  void pages_hold_no_element_and_no_script_that_a_name_brings(String path) {
    assertHarmless(path);
  }

  static Stream<Arguments> names() {
    return NAMES.entrySet().stream().map(it -> Arguments.of(it.getKey(), it.getValue()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_name_is_shown_as_text_in_every_page_and_form(String actor, String name) {
    String path = "/id/actor/" + actor;
    Document page = assertHarmless(path);

    assertThat(plain(page.select("h1").text())).isEqualTo(plain(name));
    assertThat(page.title()).isEqualTo(plain(name) + " · Demarche");
    for (Lang form : List.of(Lang.TURTLE, Lang.JSONLD, Lang.NTRIPLES, Lang.RDFXML)) {
      String body = SERVER.get(path, "Accept", form.getContentType().getContentTypeStr()).body();
      Graph graph = GraphFactory.createDefaultGraph();
      RDFParser.fromString(body, form).parse(graph);
      assertThat(
              graph.contains(
                  NodeFactory.createURI(ID + "actor/" + actor),
                  RDFS.Nodes.label,
                  NodeFactory.createLiteralLang(name, "en")))
          .as(form.getName())
          .isTrue();
    }
  }

  private static Document assertHarmless(String path) {
    HttpResponse<String> answer = SERVER.get(path, "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(200);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("script:not([src]), img, [onload], [onerror], [onmouseover], main b"))
        .isEmpty();
    return page;
  }

  private static void load(KnowledgeGraph graph) {
    new Loader(graph).load(Manifest.onClassPath().sources());
    graph.commit(
        change -> {
          DatasetGraph dataset = change.dataset();
          NAMES.forEach(
              (actor, name) ->
                  rename(
                      dataset,
                      dataset.contains(
                              Graphs.REFERENCE,
                              NodeFactory.createURI(ID + "actor/" + actor),
                              RDFS.Nodes.label,
                              Node.ANY)
                          ? Graphs.REFERENCE
                          : OP_ED_GRAPH,
                      NodeFactory.createURI(ID + "actor/" + actor),
                      RDFS.Nodes.label,
                      NodeFactory.createLiteralLang(name, "en")));
          String script = NAMES.get("government-of-south-korea");
          rename(
              dataset,
              OP_ED_GRAPH,
              OP_ED,
              DCTerms.title.asNode(),
              NodeFactory.createLiteralString(script + "x".repeat(300)));
          rename(
              dataset,
              OP_ED_GRAPH,
              NodeFactory.createURI(ID + "statement/botto-2019-gsomia/F039"),
              RDFS.Nodes.label,
              NodeFactory.createLiteralLang(script, "en"));
        });
  }

  private static void rename(
      DatasetGraph dataset, Node graph, Node thing, Node property, Node name) {
    dataset.deleteAny(graph, thing, property, Node.ANY);
    dataset.add(graph, thing, property, name);
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\u00A0]+", " ").strip();
  }
}
