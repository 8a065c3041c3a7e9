package org.demarche.server.description;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.server.DemarcheServer;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.demarche.server.access.Token;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SPARQL 1.1 Service Description, by the numbers of its sections. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServiceDescriptionTest {
  private static final int LIMIT = 20_000;
  private static final String PREFIXES =
      """
      PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
      PREFIX void: <http://rdfs.org/ns/void#>
      PREFIX id: <https://w3id.org/demarche/id/>
      """;

  private static final Map<String, String> FORMATS =
      Map.of(
          "SPARQL_Results_JSON", "application/sparql-results+json",
          "SPARQL_Results_XML", "application/sparql-results+xml",
          "SPARQL_Results_CSV", "text/csv",
          "SPARQL_Results_TSV", "text/tab-separated-values",
          "Turtle", "text/turtle",
          "N-Triples", "application/n-triples",
          "JSON-LD", "application/ld+json",
          "RDF_XML", "application/rdf+xml",
          "TriG", "application/trig",
          "N-Quads", "application/n-quads");

  @AutoClose
  private static final TestServer server =
      TestServer.start(
          Settings.defaults().withToken(new Token(TestServer.TOKEN)), BundledData::loadInto);

  @Nested
  class Section_2_accessing_a_service_description {
    @ParameterizedTest
    @CsvSource({
      "text/turtle, ttl",
      "application/ld+json, jsonld",
      "application/n-triples, nt",
      "application/rdf+xml, rdf",
    })
    void it_is_returned_by_get_without_a_query_in_each_serialization_and_stays_small(
        String type, String format) {
      HttpResponse<String> byAccept = server.get("/sparql", "Accept", type);
      HttpResponse<String> byFormat = server.get("/sparql?format=" + format, "Accept", "image/png");

      assertThat(byAccept.statusCode()).isEqualTo(200);
      assertThat(byAccept.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
      assertThat(byAccept.headers().firstValue("Vary").orElseThrow()).contains("Accept");
      assertThat(byAccept.body().getBytes(UTF_8).length).isLessThan(LIMIT);
      assertThat(byFormat.body()).isEqualTo(byAccept.body());
      assertThat(BundledData.parse(byAccept.body(), type).isIsomorphicWith(description(server)))
          .isTrue();
    }

    @Test
    void whoever_has_no_preference_gets_turtle() {
      for (HttpResponse<String> response :
          List.of(server.get("/sparql"), server.get("/sparql", "Accept", "*/*"))) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
            .contains("text/turtle;charset=utf-8");
      }
    }

    @Test
    void head_tells_the_type_and_the_length() {
      HttpResponse<String> head =
          server.send("HEAD", "/sparql", BodyPublishers.noBody(), "Accept", "application/ld+json");

      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.headers().firstValue("Content-Type")).contains("application/ld+json");
      assertThat(head.body()).isEmpty();
    }

    @Test
    void a_form_that_is_not_offered_is_refused_with_those_that_are() {
      HttpResponse<String> response = server.get("/sparql", "Accept", "image/png");

      assertThat(response.statusCode()).isEqualTo(406);
      assertThat(response.body())
          .endsWith(
              "Offered: text/turtle (format=ttl), application/ld+json (format=jsonld),"
                  + " application/n-triples (format=nt), application/rdf+xml (format=rdf).\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/sparql-results+json"})
    void whoever_wants_a_result_is_told_that_the_query_is_missing(String accept) {
      HttpResponse<String> response = server.get("/sparql", "Accept", accept);

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("There is no query.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sparql?query=", "/sparql?query=&format=ttl"})
    void an_empty_query_is_no_wish_for_a_description(String path) {
      assertThat(server.get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void a_post_is_no_wish_for_a_description() {
      assertThat(server.post("/sparql", "application/x-www-form-urlencoded", "").statusCode())
          .isEqualTo(400);
    }
  }

  @Nested
  class Section_3_the_vocabulary {
    @Test
    void endpoint_is_where_the_client_asked() {
      assertThat(values(server, "?x sd:supportedLanguage sd:SPARQL11Query ; sd:endpoint ?value"))
          .containsExactly(server.url() + "/sparql");
    }

    @Test
    void update_is_a_service_of_its_own_at_its_own_endpoint() {
      assertThat(values(server, "?x sd:supportedLanguage sd:SPARQL11Update ; sd:endpoint ?value"))
          .containsExactly(server.url() + "/update");
    }

    @Test
    void without_a_token_there_is_no_word_of_updates() {
      try (TestServer closed = TestServer.start(Settings.defaults())) {
        assertThat(closed.get("/sparql").body()).doesNotContain("Update", "/update");
        assertThat(values(closed, "?value a sd:Service")).hasSize(1);
      }
    }

    @Test
    void features_are_those_of_the_settings() {
      assertThat(values(server, "?s sd:feature ?value"))
          .containsExactly("http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph");
      try (TestServer federated =
          TestServer.start(
              Settings.defaults()
                  .withAllowedServices(List.of("https://query.wikidata.org/sparql")))) {
        assertThat(values(federated, "?s sd:feature ?value"))
            .containsExactly(
                "http://www.w3.org/ns/sparql-service-description#BasicFederatedQuery",
                "http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph");
      }
    }

    @Test
    void a_plain_default_graph_is_told_to_be_empty() {
      try (KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.PLAIN);
          DemarcheServer plain = DemarcheServer.start(graph, Settings.defaults().withPort(0))) {
        Graph described = read(plain.url());

        assertThat(values(described, "?s sd:feature ?value")).isEmpty();
        assertThat(values(described, "?s sd:defaultGraph/void:triples ?value"))
            .containsExactly("0");
      }
    }

    @Test
    void result_formats_are_exactly_those_in_which_results_are_written() {
      Set<String> told =
          values(server, "?s sd:resultFormat ?value").stream()
              .map(iri -> iri.replace("http://www.w3.org/ns/formats/", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> written = new TreeSet<>();
      FORMATS.forEach(
          (name, type) -> {
            for (String query : List.of("ASK {}", "CONSTRUCT WHERE { ?s <x:p> ?o }")) {
              HttpResponse<String> response = server.query(query, "Accept", type);
              if (response.statusCode() == 200) {
                assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(type);
                written.add(name);
              }
            }
          });

      assertThat(told).isEqualTo(written);
    }

    @Test
    void extension_functions_are_those_that_the_service_knows_and_sparql_has_no_name_for() {
      Set<String> functions = values(server, "?s sd:extensionFunction ?value");

      assertThat(functions).hasSizeGreaterThan(40).allMatch(ServiceDescriptionTest::isKnown);
      assertThat(isKnown("http://www.w3.org/2005/xpath-functions#none")).isFalse();
      assertThat(isKnown("http://jena.apache.org/ARQ/function#sha1sum")).isFalse();
      assertThat(functions)
          .noneMatch(function -> function.endsWith("#matches") || function.endsWith("#error"))
          .contains("http://www.w3.org/2005/xpath-functions/math#pow");
    }

    @Test
    void property_features_are_computed() {
      for (String property : values(server, "?s sd:propertyFeature ?value")) {
        String values =
            switch (property.replaceFirst(".*#", "")) {
              case "index" -> "(?a ?b)";
              case "length" -> "?a";
              case "query" -> "\"a text\"";
              default -> "7";
            };
        assertThat(
                server
                    .query(
                        "ASK { BIND (<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> AS ?list)"
                            + " OPTIONAL { ?list <%s> %s } }".formatted(property, values),
                        "Accept",
                        "text/csv")
                    .body())
            .as(property)
            .contains("true");
      }
      assertThat(values(server, "?s sd:propertyFeature ?value"))
          .containsExactly(
              "http://jena.apache.org/ARQ/list#index",
              "http://jena.apache.org/ARQ/list#length",
              "http://jena.apache.org/ARQ/list#member",
              "http://jena.apache.org/text#query");
    }

    @Test
    void entailment_is_simple_over_what_is_written_and_inferred() {
      assertThat(values(server, "?s sd:defaultEntailmentRegime ?value"))
          .containsExactly("http://www.w3.org/ns/entailment/Simple");
    }

    @Test
    void named_graphs_are_exactly_those_of_the_dataset_with_the_triples_they_have() {
      String counted =
          server
              .query(
                  "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
                  "Accept",
                  "text/csv")
              .body();

      assertThat(
              values(
                  server,
                  "?s sd:defaultDataset/sd:namedGraph ?n . ?n a sd:NamedGraph ; sd:name ?name ;"
                      + " sd:graph ?g . ?g a sd:Graph ; void:triples ?triples"
                      + " BIND (CONCAT(STR(?name), ',', STR(?triples)) AS ?value)"))
          .hasSize(9)
          .containsExactlyInAnyOrderElementsOf(counted.lines().skip(1).toList());
    }

    @Test
    void the_default_graph_has_the_triples_that_a_query_counts() {
      assertThat(values(server, "?s sd:defaultDataset/sd:defaultGraph/void:triples ?value"))
          .containsExactly(
              server
                  .query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "Accept", "text/csv")
                  .body()
                  .lines()
                  .toList()
                  .getLast());
    }
  }

  @Nested
  class Section_4_conformance {
    @Test
    void exactly_one_service_has_the_address_that_was_asked() {
      assertThat(values(server, "?value a sd:Service ; sd:endpoint <" + server.url() + "/sparql>"))
          .hasSize(1);
    }

    @Test
    void every_class_and_property_of_the_namespace_is_one_of_the_vocabulary() {
      Set<String> vocabulary =
          Set.of(
              "Service",
              "Dataset",
              "Graph",
              "NamedGraph",
              "endpoint",
              "feature",
              "defaultEntailmentRegime",
              "supportedLanguage",
              "propertyFeature",
              "extensionFunction",
              "resultFormat",
              "defaultDataset",
              "defaultGraph",
              "namedGraph",
              "name",
              "graph",
              "SPARQL11Query",
              "SPARQL11Update",
              "UnionDefaultGraph");
      String namespace = "http://www.w3.org/ns/sparql-service-description#";

      assertThat(
              description(server).stream()
                  .flatMap(triple -> List.of(triple.getPredicate(), triple.getObject()).stream())
                  .filter(node -> node.isURI() && node.getURI().startsWith(namespace))
                  .map(node -> node.getURI().substring(namespace.length()))
                  .collect(Collectors.toSet()))
          .isEqualTo(vocabulary);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kg.example.org", "kg.example.org:8080", "graph_server:3330", "[::1]:80"})
  void the_address_is_that_of_the_host_header(String host) throws IOException {
    assertThat(rawGet(host)).contains("<http://" + host + "/sparql>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a>b", "a b", "a\"b", "<x:s>", "a/b", "%3E"})
  void a_host_that_is_none_is_refused(String host) throws IOException {
    assertThat(rawGet(host)).startsWith("HTTP/1.1 400").doesNotContain("sd:Service");
  }

  @Test
  void a_graph_without_any_commit_is_described_too() {
    try (TestServer empty = TestServer.start(Settings.defaults(), graph -> {})) {
      assertThat(values(empty, "?s sd:endpoint ?value")).hasSize(1);
    }
  }

  @Test
  void a_commit_shows_in_the_next_answer() {
    try (TestServer changing = TestServer.start()) {
      String triples = "?s sd:defaultGraph/void:triples ?value";
      Set<String> before = values(changing, triples);
      assertThat(
              changing
                  .update(
                      """
                      INSERT DATA { GRAPH <https://w3id.org/demarche/graph/reference> {
                        <https://w3id.org/demarche/id/actor/japan>
                          <http://www.w3.org/2000/01/rdf-schema#comment> "An archipelago"@en } }
                      """)
                  .statusCode())
          .isEqualTo(204);

      assertThat(values(changing, triples)).isNotEqualTo(before);
    }
  }

  private static boolean isKnown(String function) {
    List<String> arguments =
        List.of(
            "'1'",
            "'1', '1'",
            "1",
            "1, 1",
            "'abc', 1",
            "",
            "'2019-11-22'",
            "'12:00:00'",
            "'2019'",
            "'2019-11-22T00:00:00'",
            "'2019-11-22T00:00:00Z'",
            "'P1D'",
            "'P1Y'",
            "'--11-22'",
            "'--11'",
            "'---22'",
            "'2019-11'",
            "1e0",
            "'a', 'b', 'c'",
            "1, 1, 1",
            "'abc', 1, 1",
            "NOW()",
            "<x:s>",
            "xsd:date('2019-11-22')",
            "xsd:time('12:00:00')",
            "'P1D'^^xsd:dayTimeDuration",
            "'P1Y'^^xsd:yearMonthDuration",
            "NOW(), 'PT1H'^^xsd:dayTimeDuration",
            "xsd:date('2019-11-22'), 'PT1H'^^xsd:dayTimeDuration",
            "xsd:time('12:00:00'), 'PT1H'^^xsd:dayTimeDuration",
            "xsd:date('2019-11-22'), xsd:time('12:00:00')",
            "1234.5, '#.0'",
            "<http://www.w3.org/2005/xpath-functions#abs>, 1");
    return arguments.stream()
        .map(
            values ->
                server.query(
                    "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT (<%s>(%s) AS ?x) {}"
                        .formatted(function, values),
                    "Accept",
                    "application/sparql-results+json"))
        .anyMatch(
            response -> response.statusCode() == 200 && response.body().contains("\"value\""));
  }

  private static Graph description(TestServer of) {
    return BundledData.parse(of.get("/sparql").body(), "text/turtle");
  }

  private static Graph read(String url) {
    return RDFParser.source(url + "/sparql").toGraph();
  }

  private static Set<String> values(TestServer of, String pattern) {
    return values(description(of), pattern);
  }

  private static Set<String> values(Graph described, String pattern) {
    try (QueryExec execution =
        QueryExec.graph(described).query(PREFIXES + "SELECT ?value { " + pattern + " }").build()) {
      return execution.select().stream()
          .map(row -> row.get("value"))
          .map(value -> value.isLiteral() ? value.getLiteralLexicalForm() : value.toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** By a socket: Java's client writes the Host header itself. */
  private static String rawGet(String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      out.write(
          ("GET /sparql HTTP/1.1\r\nHost: "
                  + host
                  + "\r\nAccept: application/n-triples\r\n"
                  + "Connection: close\r\n\r\n")
              .getBytes(UTF_8));
      out.flush();
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
