package org.demarche.server.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.graph.Snapshot;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OntologyPageTest {
  private static final Pattern ENTRY = Pattern.compile("<(?:div|section)[^>]* id=\"([^\"]+)\"");

  @AutoClose
  private static final TestServer server =
      TestServer.start(
          Settings.defaults(), graph -> new Loader(graph).load(Manifest.onClassPath().sources()));

  private static final Graph ONTOLOGY = graph(Graphs.ONTOLOGY);
  private static final Graph CODES = graph(Graphs.CODES);

  @Test
  void every_term_stands_where_the_fragment_of_its_iri_leads_with_label_and_definition() {
    Map<String, String> entries = entries();

    assertThat(terms())
        .hasSizeGreaterThan(200)
        .allSatisfy(
            term ->
                assertThat(entries.get(localName(term)))
                    .contains(term.getURI())
                    .contains(texts(ONTOLOGY, term)));
  }

  @Test
  void every_class_is_in_the_diagram_and_in_the_list_beside_it() {
    String page = page();
    String diagram = between(page, "<svg", "</svg>");
    String list = between(page, "The same as a list", "</details>");

    assertThat(diagram)
        .contains("role=\"group\"", "<title id=\"tree-title\">", "<desc id=\"tree-description\">");
    assertThat(terms().stream().filter(term -> is(term, OWL.Class.asNode())))
        .hasSizeGreaterThan(40)
        .map(term -> "href=\"#" + localName(term) + "\"")
        .allSatisfy(
            link -> {
              assertThat(diagram).containsOnlyOnce(link);
              assertThat(list).containsOnlyOnce(link);
            });
  }

  @Test
  void every_code_is_in_the_manual_with_its_notation_and_how_to_choose_it() {
    Map<String, String> entries = entries();
    List<Node> codes = typed(CODES, SKOS.Concept.asNode());

    assertThat(codes)
        .hasSizeGreaterThan(90)
        .allSatisfy(
            code ->
                assertThat(entries.get(anchor(code)))
                    .contains(code.getURI())
                    .contains(texts(CODES, code)));
    assertThat(typed(CODES, SKOS.ConceptScheme.asNode()))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            scheme -> assertThat(entries.get(anchor(scheme))).contains(texts(CODES, scheme)));
    assertThat(page()).contains("href=\"/codes/polarity/denied\"");
  }

  @Test
  void terms_tell_how_they_stand_to_others() {
    Map<String, String> entries = entries();

    assertThat(entries.get("Recommendation"))
        .contains("Subclass of Statement")
        .contains("Whatever has kind kind/recommendation")
        .contains("Properties addressee");
    assertThat(entries.get("Deadline")).contains("Subclass of Situation");
    assertThat(entries.get("Treaty")).contains("Never also Arrangement");
    assertThat(entries.get("allyOf"))
        .contains("Stands on State")
        .contains("Leads to State")
        .contains("Is symmetric: holds both ways, irreflexive: never of a thing itself");
    assertThat(entries.get("accepts")).contains("Subproperty of relatesTo");
    assertThat(entries.get("polarity")).contains("Codes polarity");
    assertThat(entries.get("codes-polarity")).contains("Taken by polarity");
    assertThat(entries.get("Actor")).contains("subclass of prov:Agent");
  }

  @Test
  void labels_in_other_languages_say_so() {
    assertThat(page())
        .contains("<span lang=\"ko\">행위자</span>")
        .contains("<span lang=\"ja\">行為主体</span>");
  }

  @Test
  void names_of_terms_and_codes_in_notes_lead_to_them() {
    assertThat(page())
        .contains("<a href=\"#addressee\">dem:addressee</a>")
        .contains("<a href=\"#codes-agreement-status\">code:agreement-status</a>");
  }

  @Test
  void every_link_within_the_page_lands_and_no_place_has_two_names() {
    String page = page();
    List<String> places = found("\\sid=\"([^\"]+)\"", page);

    assertThat(places).doesNotHaveDuplicates();
    assertThat(found("href=\"#([^\"]+)\"", page)).hasSizeGreaterThan(1000).isSubsetOf(places);
  }

  @Test
  void tells_version_licence_and_how_to_cite() {
    assertThat(plain(page()))
        .contains("Version 0.1.0")
        .contains("https://creativecommons.org/licenses/by/4.0/")
        .contains("Version 0.1.0. 2026-11-24. https://w3id.org/demarche/ontology");
  }

  @Test
  void the_page_stays_small_enough_to_load_at_once() {
    assertThat(page().length()).isLessThan(400_000);
  }

  @ParameterizedTest
  @CsvSource({
    "ttl, text/turtle",
    "jsonld, application/ld+json",
    "nt, application/n-triples",
    "rdf, application/rdf+xml"
  })
  void each_form_of_rdf_is_the_graph_as_it_is_stored(String format, String mediaType) {
    HttpResponse<String> byFormat = server.get("/ontology?format=" + format, "Accept", "text/html");
    HttpResponse<String> byAccept = server.get("/ontology", "Accept", mediaType);

    assertThat(header(byFormat, "Content-Type")).startsWith(mediaType);
    assertThat(parsed(byFormat.body(), RDFLanguages.contentTypeToLang(mediaType)))
        .matches(ONTOLOGY::isIsomorphicWith);
    assertThat(byAccept.body()).isEqualTo(byFormat.body());
    assertThat(header(byAccept, "Content-Location")).isEqualTo("/ontology?format=" + format);
    assertThat(header(byAccept, "Vary")).contains("Accept");
  }

  @Test
  void a_browser_gets_the_page_and_whoever_says_nothing_gets_turtle() {
    String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    assertThat(header(server.get("/ontology", "Accept", browser), "Content-Type"))
        .isEqualTo("text/html;charset=utf-8");
    assertThat(header(server.get("/ontology"), "Content-Type"))
        .isEqualTo("text/turtle;charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "ttl", "jsonld", "nt", "rdf"})
  void head_and_what_the_client_has_already_need_no_body(String format) {
    String path = "/ontology?format=" + format;
    HttpResponse<String> head = server.send("HEAD", path, BodyPublishers.noBody());
    HttpResponse<String> known = server.get(path, "If-None-Match", header(head, "ETag"));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(known.statusCode()).isEqualTo(304);
    assertThat(known.body()).isEmpty();
    assertThat(header(known, "Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void the_iri_of_the_version_leads_there_too_and_that_of_another_to_a_hint() {
    HttpResponse<String> same = server.get("/ontology/0.1.0", "Accept", "text/turtle");
    HttpResponse<String> other = server.get("/ontology/9.9", "Accept", "text/turtle");

    assertThat(same.statusCode()).isEqualTo(200);
    assertThat(same.body()).isEqualTo(server.get("/ontology", "Accept", "text/turtle").body());
    assertThat(other.statusCode()).isEqualTo(404);
    assertThat(other.body()).contains("The version it has is at /ontology.");
  }

  @Test
  void what_is_not_offered_is_refused_with_what_is() {
    HttpResponse<String> refused = server.get("/ontology", "Accept", "image/png");

    assertThat(refused.statusCode()).isEqualTo(406);
    assertThat(refused.body()).contains("text/turtle (format=ttl)", "text/html (format=html)");
    assertThat(server.get("/ontology?format=docx").statusCode()).isEqualTo(406);
  }

  @Test
  void a_class_that_an_update_adds_is_on_the_page_and_markup_in_it_is_text() {
    try (TestServer changing = TestServer.start()) {
      String before = changing.get("/ontology?format=html").body();

      HttpResponse<String> update = changing.update(HOSTILE_CLASS);

      assertThat(update.statusCode()).as(update.body()).isEqualTo(204);
      String after = changing.get("/ontology?format=html").body();
      assertThat(before).doesNotContain("id=\"Embargo\"");
      assertThat(after)
          .contains("id=\"Embargo\"", "href=\"#Embargo\"")
          .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
          .contains("lang=\"ko\">&lt;b&gt;금수&lt;/b&gt;")
          .contains("&lt;img src=x&gt; forbids trade")
          .doesNotContain("<script>alert", "<img", "<b>", "href=\"javascript:");
      assertThat(changing.get("/ontology").body()).contains("dem:Embargo");
    }
  }

  @Test
  void classes_in_a_circle_are_drawn_all_the_same() {
    try (TestServer changing = TestServer.start()) {
      assertThat(changing.update(CIRCLE).statusCode()).isEqualTo(204);

      assertThat(between(changing.get("/ontology?format=html").body(), "<svg", "</svg>"))
          .contains("href=\"#Chicken\"", "href=\"#Egg\"");
    }
  }

  @Test
  void a_graph_without_terms_has_a_page_too() {
    try (TestServer empty = TestServer.start(Settings.defaults(), _ -> {})) {
      assertThat(empty.get("/ontology?format=html").body())
          .contains("No term has been loaded yet.");
    }
  }

  private static String page() {
    return server.get("/ontology?format=html").body();
  }

  /** What stands in the entry of each term and code, without markup, by its place. */
  private static Map<String, String> entries() {
    String page = page();
    Map<String, String> entries = new LinkedHashMap<>();
    List<MatchResult> places = ENTRY.matcher(page).results().toList();
    for (int i = 0; i < places.size(); i++) {
      int end = i + 1 < places.size() ? places.get(i + 1).start() : page.length();
      entries.put(places.get(i).group(1), plain(page.substring(places.get(i).end() + 1, end)));
    }
    return entries;
  }

  private static String plain(String html) {
    return html.replaceAll("</(dt|dd|p|h\\d)>", " ")
        .replaceAll("<[^>]+>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ");
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start);
    assertThat(from).as(start).isNotNegative();
    return text.substring(from, text.indexOf(end, from));
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(it -> it.group(1)).toList();
  }

  private static Set<Node> terms() {
    return ONTOLOGY.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
        .map(Triple::getSubject)
        .filter(term -> term.isURI() && term.getURI().startsWith(Namespaces.DEM))
        .collect(Collectors.toSet());
  }

  private static boolean is(Node term, Node type) {
    return ONTOLOGY.contains(term, RDF.Nodes.type, type);
  }

  private static List<Node> typed(Graph graph, Node type) {
    return graph.stream(Node.ANY, RDF.Nodes.type, type).map(Triple::getSubject).toList();
  }

  /** What people read of a term or code: at least a label and a definition. */
  private static String[] texts(Graph graph, Node subject) {
    assertThat(graph.contains(subject, RDFS.label.asNode(), Node.ANY)).isTrue();
    assertThat(graph.contains(subject, SKOS.definition.asNode(), Node.ANY)).isTrue();
    return Stream.of(RDFS.label, SKOS.definition, SKOS.scopeNote, SKOS.example, SKOS.notation)
        .flatMap(property -> graph.stream(subject, property.asNode(), Node.ANY))
        .map(triple -> triple.getObject().getLiteralLexicalForm().replaceAll("\\s+", " "))
        .toArray(String[]::new);
  }

  private static String localName(Node term) {
    return term.getURI().substring(Namespaces.DEM.length());
  }

  private static String anchor(Node code) {
    return "codes-" + code.getURI().substring(Namespaces.CODE.length()).replace('/', '-');
  }

  private static Graph graph(Node name) {
    try (Snapshot snapshot = server.graph().snapshot()) {
      Graph copy = GraphFactory.createDefaultGraph();
      GraphUtil.addInto(copy, snapshot.dataset().getGraph(name));
      return copy;
    }
  }

  private static Graph parsed(String text, Lang language) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text, language).parse(graph);
    return graph;
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("(none)");
  }

  private static final String HOSTILE_CLASS =
      """
      PREFIX dem: <https://w3id.org/demarche/ontology#>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      INSERT DATA { GRAPH <https://w3id.org/demarche/graph/ontology> {
        skos:definition a owl:AnnotationProperty .
        skos:closeMatch a owl:ObjectProperty .
        dem:Embargo a owl:Class ;
          rdfs:subClassOf dem:Statement ;
          skos:closeMatch <javascript:alert(1)> ;
          rdfs:label "<script>alert(1)</script>"@en , "<b>금수</b>"@ko ;
          skos:definition "<img src=x> forbids trade"@en .
      } }
      """;

  private static final String CIRCLE =
      """
      PREFIX dem: <https://w3id.org/demarche/ontology#>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      INSERT DATA { GRAPH <https://w3id.org/demarche/graph/ontology> {
        dem:Chicken a owl:Class ; rdfs:subClassOf dem:Egg .
        dem:Egg a owl:Class ; rdfs:subClassOf dem:Chicken .
      } }
      """;
}
