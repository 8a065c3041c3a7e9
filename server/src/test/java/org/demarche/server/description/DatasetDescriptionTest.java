package org.demarche.server.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.server.TestServer.encoded;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.ontology.Graphs;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.demarche.server.access.Token;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Wish;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatasetDescriptionTest {
  private static final String PATH = "/.well-known/void";
  private static final String PREFIXES =
      """
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX dem: <https://w3id.org/demarche/ontology#>
      PREFIX foaf: <http://xmlns.com/foaf/0.1/>
      PREFIX id: <https://w3id.org/demarche/id/>
      PREFIX schema: <http://schema.org/>
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX void: <http://rdfs.org/ns/void#>
      """;

  @AutoClose
  private static final TestServer server =
      TestServer.start(
          Settings.defaults().withToken(new Token(TestServer.TOKEN)), BundledData::loadInto);

  @ParameterizedTest
  @CsvSource({
    "text/turtle, ttl",
    "application/ld+json, jsonld",
    "application/n-triples, nt",
    "application/rdf+xml, rdf",
  })
  void it_is_returned_in_each_serialization(String type, String format) {
    HttpResponse<String> byAccept = server.get(PATH, "Accept", type);

    assertThat(byAccept.statusCode()).isEqualTo(200);
    assertThat(byAccept.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    assertThat(byAccept.headers().firstValue("Vary").orElseThrow()).contains("Accept");
    assertThat(server.get(PATH + "?format=" + format).body()).isEqualTo(byAccept.body());
    assertThat(BundledData.parse(byAccept.body(), type).size())
        .isEqualTo(description(server).size());
  }

  @Test
  void turtle_is_what_whoever_has_no_preference_gets() {
    assertThat(server.get(PATH).headers().firstValue("Content-Type"))
        .contains("text/turtle;charset=utf-8");
  }

  @Test
  void head_and_forms_that_are_not_offered() {
    assertThat(server.send("HEAD", PATH, BodyPublishers.noBody()).statusCode()).isEqualTo(200);
    assertThat(server.send("HEAD", PATH, BodyPublishers.noBody()).body()).isEmpty();
    assertThat(server.get(PATH, "Accept", "text/html").statusCode()).isEqualTo(406);
  }

  @Test
  void it_holds_what_the_dataset_says_of_itself() {
    Graph served = description(server);
    Graph stored =
        BundledData.parse(
            server.get("/data?graph=" + encoded(Graphs.DESCRIPTION.getURI())).body(),
            "text/turtle");

    assertThat(stored.size()).isPositive();
    assertThat(stored.stream()).allMatch(served::contains);
  }

  @Test
  void who_made_it_and_under_which_licence_is_told() {
    assertThat(
            ask(
                """
                id:dataset\\/demarche a void:Dataset , dcat:Dataset ;
                  dcterms:title "Demarche"@en ;
                  dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;
                  dcterms:creator "The Demarche project" ;
                  dcterms:modified ?modified ;
                  dem:commit 1 ;
                  void:uriSpace "https://w3id.org/demarche/id/" ;
                  void:vocabulary <https://w3id.org/demarche/ontology#> ;
                  void:exampleResource ?example .
                """))
        .isTrue();
  }

  @Test
  void the_links_to_wikidata_are_as_many_as_there_are() {
    String links =
        server
            .query(
                "SELECT (COUNT(*) AS ?n) { ?s <http://www.w3.org/2004/02/skos/core#exactMatch> ?o"
                    + " FILTER STRSTARTS(STR(?o), 'http://www.wikidata.org/entity/') }",
                "Accept",
                "text/csv")
            .body()
            .lines()
            .toList()
            .getLast();

    assertThat(links).isNotEqualTo("0");
    assertThat(
            ask(
                """
                id:dataset\\/demarche void:subset ?links .
                ?links a void:Linkset ; void:linkPredicate skos:exactMatch ; void:triples %s ;
                  void:subjectsTarget id:dataset\\/demarche ; void:objectsTarget ?wikidata .
                ?wikidata void:uriSpace "http://www.wikidata.org/entity/" .
                """
                    .formatted(links)))
        .isTrue();
  }

  @Test
  void every_address_in_it_is_answered() {
    List<String> addresses =
        values(
            "?x void:dataDump|void:sparqlEndpoint|dcat:accessURL|dcat:downloadURL|dcat:endpointURL"
                + "|dcat:endpointDescription|schema:target ?value");

    assertThat(addresses)
        .hasSizeGreaterThan(9)
        .allSatisfy(
            address -> {
              assertThat(address).startsWith(server.url() + "/");
              URI uri = URI.create(address);
              String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
              assertThat(server.get(uri.getRawPath() + query).statusCode()).isEqualTo(200);
            });
  }

  @Test
  void the_service_serves_the_dataset() {
    assertThat(
            ask(
                """
                id:dataset\\/demarche dcat:distribution [ dcat:accessService ?service ] .
                ?service a dcat:DataService ; dcat:servesDataset id:dataset\\/demarche ;
                  dcat:endpointURL <%1$s/sparql> .
                <%1$s/.well-known/void> a void:DatasetDescription ;
                  foaf:primaryTopic id:dataset\\/demarche .
                """
                    .formatted(server.url())))
        .isTrue();
  }

  @Test
  void the_canned_queries_are_examples_for_this_endpoint() {
    assertThat(
            values(
                "?x a sh:SPARQLExecutable ; sh:select ?value ; schema:target <"
                    + server.url()
                    + "/sparql>"))
        .hasSizeGreaterThan(9);
  }

  @Test
  void a_graph_without_any_commit_is_described_too() {
    try (TestServer empty = TestServer.start(Settings.defaults(), graph -> {})) {
      assertThat(empty.get(PATH).statusCode()).isEqualTo(200);
      assertThat(empty.get(PATH).body()).contains("void:Dataset");
    }
  }

  @Test
  void it_is_read_once_for_each_commit() {
    try (KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION)) {
      Known.Reader reader = new Known.Reader(graph);
      Known first = reader.latest();
      assertThat(reader.latest()).isSameAs(first);

      BundledData.loadInto(graph);
      assertThat(reader.latest()).isNotSameAs(first).isSameAs(reader.latest());
      assertThat(reader.latest().commit()).isEqualTo(1);
    }
  }

  @Test
  void it_is_written_once_for_each_commit_address_and_form() {
    Copies copies = new Copies();
    AtomicInteger writings = new AtomicInteger();
    Supplier<Graph> content =
        () -> {
          writings.incrementAndGet();
          return Terms.graph();
        };
    Offer<RDFFormat> turtle = Forms.choose(new Wish(Optional.of("ttl"), Optional.empty()));
    Offer<RDFFormat> triples = Forms.choose(new Wish(Optional.of("nt"), Optional.empty()));
    Address here = new Address("http://127.0.0.1:3330");

    copies.get(1, here, turtle, content);
    copies.get(1, here, turtle, content);
    assertThat(writings).hasValue(1);

    copies.get(1, here, triples, content);
    copies.get(1, new Address("http://kg.example.org"), turtle, content);
    assertThat(writings).hasValue(3);

    copies.get(2, here, turtle, content);
    assertThat(writings).hasValue(4);
  }

  private static boolean ask(String pattern) {
    try (QueryExec execution =
        QueryExec.graph(description(server)).query(PREFIXES + "ASK { " + pattern + " }").build()) {
      return execution.ask();
    }
  }

  private static List<String> values(String pattern) {
    try (QueryExec execution =
        QueryExec.graph(description(server))
            .query(PREFIXES + "SELECT DISTINCT ?value { " + pattern + " }")
            .build()) {
      return execution.select().stream()
          .map(row -> row.get("value"))
          .map(value -> value.isLiteral() ? value.getLiteralLexicalForm() : value.toString())
          .toList();
    }
  }

  private static Graph description(TestServer of) {
    return BundledData.parse(of.get(PATH).body(), "text/turtle");
  }
}
