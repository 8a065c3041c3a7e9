package org.demarche.server.things;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.demarche.graph.Snapshot;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.demarche.server.pages.Labels;
import org.demarche.server.pages.Links;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every IRI of Demarche that stands in the store, looked up as a browser and as programs do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DereferencingTest {
  private static final String BASE = "https://w3id.org/demarche/";

  @AutoClose
  private final TestServer server =
      TestServer.start(
          Settings.defaults(), graph -> new Loader(graph).load(Manifest.onClassPath().sources()));

  @Test
  void every_iri_in_the_store_leads_to_a_page_and_to_data_that_say_the_same() {
    Set<String> iris = iris();
    List<String> faults = new ArrayList<>();

    iris.forEach(iri -> faults.addAll(faults(iri)));

    assertThat(iris).hasSizeGreaterThan(1500);
    assertThat(faults).isEmpty();
  }

  private Set<String> iris() {
    Set<String> iris = new TreeSet<>();
    try (Snapshot snapshot = server.graph().snapshot()) {
      snapshot
          .dataset()
          .find()
          .forEachRemaining(
              quad ->
                  Stream.of(
                          quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
                      .filter(node -> node.isURI() && node.getURI().startsWith(BASE))
                      .map(Node::getURI)
                      // The ontology's terms are one document, which has a test of its own.
                      .filter(iri -> !iri.startsWith(BASE + "ontology"))
                      .forEach(iris::add));
    }
    return iris;
  }

  private List<String> faults(String iri) {
    List<String> faults = new ArrayList<>();
    Graph union = GraphFactory.createDefaultGraph();
    String path = Links.of(NodeFactory.createURI(iri)).orElseThrow();
    String next = path;
    Set<String> shown = new LinkedHashSet<>();
    Set<String> linked = new LinkedHashSet<>();
    while (!next.isEmpty()) {
      HttpResponse<String> turtle = server.get(next, "Accept", "text/turtle");
      HttpResponse<String> json = server.get(next, "Accept", "application/ld+json");
      HttpResponse<String> html = server.get(next, "Accept", "text/html,*/*;q=0.8");
      if (turtle.statusCode() != 200 || json.statusCode() != 200 || html.statusCode() != 200) {
        return List.of(
            "%s: %d, %d, %d"
                .formatted(next, turtle.statusCode(), json.statusCode(), html.statusCode()));
      }
      Graph one = graph(turtle.body(), Lang.TURTLE);
      if (!one.isIsomorphicWith(graph(json.body(), Lang.JSONLD))) {
        faults.add(next + ": Turtle and JSON-LD differ");
      }
      Document document = Jsoup.parse(html.body());
      document.select("main dd, main h1, main .names").stream()
          .map(Element::wholeText)
          .forEach(shown::add);
      shown.add(document.select("main").text());
      document.select("main a[href]").forEach(link -> linked.add(link.attr("href")));
      one.find().forEachRemaining(union::add);
      next = document.select("a[rel=next]").attr("href");
      if (next.isEmpty() == turtle.headers().firstValue("Link").orElse("").contains("\"next\"")) {
        faults.add(path + ": page and data don't agree on whether there is a next page");
        return faults;
      }
    }
    String text = String.join("\n", shown);
    try (Snapshot snapshot = server.graph().snapshot()) {
      union
          .find()
          .forEachRemaining(
              triple -> {
                Node subject = triple.getSubject();
                Node object = triple.getObject();
                if (subject.isURI() && subject.getURI().equals(iri)) {
                  missing(object, text, linked, snapshot.dataset())
                      .forEach(it -> faults.add(path + " doesn't show " + it));
                } else if (object.isURI() && object.getURI().equals(iri)) {
                  missing(subject, text, linked, snapshot.dataset())
                      .forEach(it -> faults.add(path + " doesn't show " + it));
                }
              });
    }
    return faults;
  }

  /** What a page has to show of a term: a literal's text, or a link by its label. */
  private static List<String> missing(
      Node term, String text, Set<String> linked, DatasetGraph dataset) {
    if (term.isLiteral()) {
      String wanted = plain(term.getLiteralLexicalForm());
      return plain(text).contains(wanted) ? List.of() : List.of(wanted);
    }
    if (!term.isURI()) {
      return List.of();
    }
    return Stream.concat(
            Links.of(term).stream().filter(link -> !linked.contains(link)),
            Stream.of(new Labels(dataset, List.of()).of(term).text())
                .filter(label -> !plain(text).contains(plain(label))))
        .collect(Collectors.toList());
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static Graph graph(String text, Lang language) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text, language).parse(graph);
    return graph;
  }
}
