package org.demarche.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.server.TestServer.TOKEN;
import static org.demarche.server.TestServer.encoded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * <a href="https://www.w3.org/TR/sparql11-http-rdf-update/">SPARQL 1.1 Graph Store HTTP
 * Protocol</a>, section by section, with the cases of the W3C's tests of it. What reading a graph
 * is like besides is in {@link GraphStoreServiceTest}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GraphStoreProtocolTest {
  private static final String GRAPHS = "https://w3id.org/demarche/graph/";
  private static final String SAMPLE = GRAPHS + "op-ed/sample-2026-talks";
  private static final String NEW = GRAPHS + "op-ed/new-2026-treaty";
  private static final String TURTLE = "text/turtle";
  private static final String PREFIXES =
      """
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX dem: <https://w3id.org/demarche/ontology#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      BASE <https://w3id.org/demarche/id/>
      """;

  /** A sound op-ed, from its fifth line. */
  private static final String OP_ED =
      PREFIXES
          + """
          <op-ed/new-2026-treaty> a dem:OpEd ; dcterms:title "A treaty"@en .
          <passage/new-2026-treaty/P1> a dem:Passage ; dem:paragraph "P1" .
          <statement/new-2026-treaty/F001> a dem:Statement ;
            dem:source <op-ed/new-2026-treaty> ; dem:passage <passage/new-2026-treaty/P1> ;
            dem:heldBy <actor/japan> ; dem:reportedBy <actor/japan> ; dem:about <actor/japan> .
          """;

  private static final String NIPPON = PREFIXES + "<actor/japan> skos:altLabel \"Nippon\"@en .";

  @AutoClose private static final TestServer server = TestServer.start();

  private long before;

  @BeforeEach
  void restore() {
    server.restore();
    before = server.graph().commit();
  }

  // Section 4: how graphs are identified.

  @Test
  void section_4_1_a_graph_without_a_url_of_its_own_is_not_written_by_one() {
    assertThat(write("PUT", "/data/op-ed/x", TURTLE, OP_ED).statusCode()).isEqualTo(404);
  }

  @Test
  void section_4_2_a_graph_is_named_by_its_encoded_iri_in_the_query_of_the_url() {
    assertThat(put(NEW, OP_ED).statusCode()).isEqualTo(201);

    assertThat(server.get(path(NEW)).statusCode()).isEqualTo(200);
    assertThat(ask("ASK { GRAPH <" + NEW + "> { ?s a ?class } }")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST", "DELETE", "GET"})
  void section_4_2_a_relative_graph_name_is_refused(String method) {
    HttpResponse<String> response = write(method, path("op-ed/x"), TURTLE, OP_ED);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo("\"op-ed/x\" is not an absolute IRI, so no graph has it.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST", "DELETE", "GET"})
  void section_4_2_both_or_none_of_default_and_graph_is_refused(String method) {
    for (String path : new String[] {"/data", "/data?default&graph=" + encoded(NEW)}) {
      HttpResponse<String> response = write(method, path, TURTLE, OP_ED);

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).startsWith("Say which graph: ");
    }
  }

  @Test
  void section_4_2_relative_iris_in_a_document_are_meant_against_the_graph() {
    String relative = OP_ED.replace("BASE <https://w3id.org/demarche/id/>", "BASE <../../id/>");

    assertThat(put(NEW, relative).statusCode()).isEqualTo(201);
    assertThat(ask("ASK { <https://w3id.org/demarche/id/op-ed/new-2026-treaty> ?p ?o }")).isTrue();
  }

  // Section 5.1: status codes.

  @Test
  void section_5_1_a_document_in_another_syntax_than_its_type_says_is_a_bad_request() {
    HttpResponse<String> response = write("PUT", path(NEW), "application/rdf+xml", OP_ED);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).startsWith("body:1:1: ");
    assertThat(exists(NEW)).isFalse();
  }

  @Test
  void section_5_1_a_document_that_cannot_be_read_is_told_with_line_and_column() {
    String broken = OP_ED + "<actor/japan> skos:altLabel \"日本\n";
    HttpResponse<String> text = put(NEW, broken);
    HttpResponse<String> problem =
        write("PUT", path(NEW), TURTLE, broken, "Accept", "application/problem+json");
    JsonObject json = JSON.parse(problem.body());

    assertThat(text.statusCode()).isEqualTo(400);
    assertThat(text.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    assertThat(text.body()).startsWith("body:11:1: Broken token (newline in string).");
    assertThat(json.getNumber("line").intValue()).isEqualTo(11);
    assertThat(json.getNumber("column").intValue()).isEqualTo(1);
    assertThat(exists(NEW)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/trig",
        "application/n-quads",
        "multipart/form-data; boundary=x",
        "text/plain",
        "application/json",
        "text/turtle; charset=euc-kr",
        "nonsense",
      })
  void section_5_1_a_type_that_is_not_read_is_refused_with_those_that_are(String type) {
    HttpResponse<String> response = write("POST", path(SAMPLE), type, NIPPON);

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.headers().firstValue("Accept"))
        .contains("text/turtle, application/n-triples, application/ld+json, application/rdf+xml");
    assertThat(response.body())
        .endsWith(
            "/data reads a body of the type text/turtle, application/n-triples,"
                + " application/ld+json, application/rdf+xml; in UTF-8.\n");
  }

  @Test
  void section_5_1_syntaxes_that_name_graphs_are_refused_with_the_reason() {
    assertThat(write("PUT", path(NEW), "application/trig", OP_ED).body())
        .startsWith(
            "application/trig names graphs itself, and here the URL says which graph it is. ");
  }

  @Test
  void section_5_1_a_compressed_body_is_refused() {
    HttpResponse<String> response =
        write("PUT", path(NEW), TURTLE, OP_ED, "Content-Encoding", "gzip");

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.headers().firstValue("Accept-Encoding")).contains("identity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST", "DELETE"})
  void section_5_1_writing_needs_the_token(String method) {
    HttpResponse<String> none =
        server.send(method, path(SAMPLE), BodyPublishers.ofString(NIPPON), "Content-Type", TURTLE);
    HttpResponse<String> wrong =
        server.send(
            method,
            path(SAMPLE),
            BodyPublishers.ofString(NIPPON),
            "Content-Type",
            TURTLE,
            "Authorization",
            "Bearer wrong");

    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"demarche\"");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  @Test
  void section_5_1_a_server_without_a_token_writes_for_nobody() {
    try (TestServer reading = TestServer.start(Settings.defaults())) {
      for (String method : new String[] {"PUT", "POST", "DELETE"}) {
        HttpResponse<String> response =
            reading.send(
                method,
                path(SAMPLE),
                BodyPublishers.ofString(NIPPON),
                "Content-Type",
                TURTLE,
                "Authorization",
                "Bearer " + TOKEN);

        assertThat(response.statusCode()).isEqualTo(403);
      }
      assertThat(reading.graph().commit()).isEqualTo(1);
    }
  }

  @Test
  void section_5_1_another_method_is_refused_with_those_that_are_answered() {
    HttpResponse<String> response = write("PATCH", path(SAMPLE), TURTLE, NIPPON);

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow"))
        .contains("GET, HEAD, PUT, POST, DELETE, OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST", "DELETE"})
  void section_5_1_graphs_that_only_commits_write_are_refused(String method) {
    HttpResponse<String> inferred = write(method, path(GRAPHS + "inferred"), TURTLE, NIPPON);
    HttpResponse<String> provenance = write(method, path(GRAPHS + "provenance"), TURTLE, NIPPON);

    assertThat(inferred.statusCode()).isEqualTo(403);
    assertThat(inferred.body())
        .isEqualTo(
            "graph:inferred: This graph holds what follows from the others, and every commit"
                + " computes it anew. Write what a source says into the graph of that source.\n");
    assertThat(write(method, path(GRAPHS + "description"), TURTLE, NIPPON).statusCode())
        .isEqualTo(403);
    assertThat(provenance.statusCode()).isEqualTo(403);
    assertThat(provenance.body()).startsWith("graph:provenance: This graph holds what was loaded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST", "DELETE"})
  void section_5_1_the_default_graph_is_all_graphs_and_is_not_written_as_one(String method) {
    for (String path : new String[] {"/data?default", path("urn:x-arq:DefaultGraph")}) {
      HttpResponse<String> response = write(method, path, TURTLE, NIPPON);

      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(response.body())
          .isEqualTo(
              "What a query sees that names no graph is all named graphs together, and can't be"
                  + " written as one. Name the graph of the source: ?graph= with its IRI.\n");
    }
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.org/한글", "urn:x-arq:UnionGraph", GRAPHS + "op-ed/a/b"})
  void section_5_1_a_graph_that_is_not_the_datasets_is_not_created(String graph) {
    for (String method : new String[] {"PUT", "POST"}) {
      HttpResponse<String> response = write(method, path(graph), TURTLE, OP_ED);

      assertThat(response.statusCode()).isEqualTo(422);
      assertThat(response.body())
          .contains("This graph isn't one of the dataset's. Write what an op-ed says into <");
    }
    assertThat(write("DELETE", path(graph), TURTLE, "").statusCode()).isEqualTo(404);
  }

  @Test
  void section_5_1_a_document_that_the_graph_refuses_is_told_with_all_findings_and_their_places() {
    HttpResponse<String> response =
        put(
            NEW,
            OP_ED
                + "<actor/japan> dem:hedlBy <actor/japan> .\n"
                + "<actor/nobody> dcterms:title \"Said by nobody\" .\n");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body().lines())
        .anySatisfy(line -> assertThat(line).startsWith("body:10:").contains("dem:hedlBy"))
        .anySatisfy(line -> assertThat(line).startsWith("body:11:").contains("id:actor/nobody"));
    assertThat(exists(NEW)).isFalse();
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  @Test
  void section_5_1_a_triple_term_is_refused_as_findings_are() {
    HttpResponse<String> response =
        put(NEW, OP_ED + "<actor/japan> dem:about <<( <actor/japan> dem:about 1 )>> .");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).startsWith("body:10:");
    assertThat(exists(NEW)).isFalse();
  }

  // Section 5.3: PUT.

  @Test
  void section_5_3_put_creates_a_graph_and_says_so() {
    HttpResponse<String> response = put(NEW, OP_ED);

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("Location")).isEmpty();
    assertThat(response.body()).isEmpty();
    assertThat(graph(NEW)).matches(model -> model.isIsomorphicWith(turtle(OP_ED)));
    assertThat(server.graph().commit()).isEqualTo(before + 1);
  }

  @Test
  void section_5_3_put_replaces_a_graph_that_was_there() {
    put(NEW, OP_ED);
    String shorter = OP_ED.replace("dcterms:title \"A treaty\"@en", "dcterms:title \"Treaty\"@en");

    HttpResponse<String> response = put(NEW, shorter);

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(graph(NEW)).matches(model -> model.isIsomorphicWith(turtle(shorter)));
    assertThat(put(NEW, shorter).statusCode()).isEqualTo(204);
    assertThat(server.graph().commit()).isEqualTo(before + 2);
  }

  @Test
  void section_5_3_put_of_an_empty_document_leaves_no_graph() {
    put(NEW, OP_ED);

    assertThat(put(NEW, "# nothing").statusCode()).isEqualTo(204);
    assertThat(exists(NEW)).isFalse();
    assertThat(put(NEW, "").statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle,           TURTLE",
    "'Text/Turtle; charset=\"UTF-8\"', TURTLE",
    "application/n-triples, N-TRIPLES",
    "application/rdf+xml,   RDF/XML",
    "application/ld+json,   JSON-LD",
    "'application/ld+json; profile=\"http://www.w3.org/ns/json-ld#compacted\"', JSON-LD",
  })
  void section_5_3_put_reads_each_syntax(String type, String syntax) {
    Model model = turtle(OP_ED);
    String document = RDFWriter.source(model).lang(RDFLanguages.nameToLang(syntax)).asString();

    assertThat(write("PUT", path(NEW), type, document).statusCode()).isEqualTo(201);
    assertThat(graph(NEW)).matches(stored -> stored.isIsomorphicWith(model));
  }

  @Test
  void section_5_3_blank_nodes_stay_as_they_hang_together() {
    String document =
        OP_ED + "<statement/new-2026-treaty/F001> dem:about [ skos:altLabel \"x\" ] .";

    assertThat(put(NEW, document).statusCode()).isEqualTo(201);
    assertThat(graph(NEW)).matches(model -> model.isIsomorphicWith(turtle(document)));
  }

  @Test
  void section_5_3_what_follows_is_inferred_and_goes_with_its_reason() {
    String inferred = "ASK { GRAPH <" + GRAPHS + "inferred> { ?s a dem:Extra } }";
    String ontology = GRAPHS + "ontology";
    HttpResponse<String> response =
        write(
            "POST",
            path(ontology),
            TURTLE,
            PREFIXES
                + "dem:Extra a <http://www.w3.org/2002/07/owl#Class> . dem:OpEd"
                + " <http://www.w3.org/2000/01/rdf-schema#subClassOf> dem:Extra .");

    assertThat(response.body()).isEmpty();
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(ask(PREFIXES + inferred)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE r [ <!ENTITY e SYSTEM \"$\"> ]>",
        "<!DOCTYPE r SYSTEM \"$\" [ <!ENTITY e \"x\"> ]>",
        "<!DOCTYPE r [ <!ENTITY % p SYSTEM \"$\"> %p; <!ENTITY e \"x\"> ]>",
      })
  void section_5_3_xml_reaches_nothing_outside(String type, @TempDir Path folder) {
    String xml =
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                 xmlns:dcterms="http://purl.org/dc/terms/">
          <rdf:Description rdf:about="https://w3id.org/demarche/id/op-ed/sample-2026-talks">
            <dcterms:title>&e;</dcterms:title>
          </rdf:Description>
        </rdf:RDF>""";
    try (Listener listener = new Listener()) {
      for (String outside : new String[] {listener.url(), secret(folder)}) {
        HttpResponse<String> response =
            write("POST", path(SAMPLE), "application/rdf+xml", type.replace("$", outside) + xml);

        assertThat(response.statusCode()).isIn(204, 400, 422);
        assertThat(response.body()).doesNotContain("a secret");
        assertThat(server.get(path(SAMPLE)).body()).doesNotContain("a secret");
      }
      assertThat(listener.visitors()).isZero();
    }
  }

  @Test
  void section_5_3_json_ld_fetches_no_context(@TempDir Path folder) {
    try (Listener listener = new Listener()) {
      for (String outside : new String[] {listener.url(), secret(folder)}) {
        HttpResponse<String> response =
            write(
                "PUT",
                path(NEW),
                "application/ld+json",
                "{ \"@context\": \"" + outside + "\", \"@id\": \"http://a\", \"p\": 1 }");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
            .startsWith("The context <")
            .endsWith(
                "> isn't fetched. Write the context itself into the document, under"
                    + " \"@context\".\n");
      }
      assertThat(listener.visitors()).isZero();
    }
  }

  @Test
  void section_5_3_depth_does_not_end_the_thread() {
    for (String type : new String[] {TURTLE, "application/ld+json"}) {
      String open =
          type.equals(TURTLE) ? "<x:s> <x:p> " + "(".repeat(200_000) : "[".repeat(200_000);

      assertThat(write("PUT", path(NEW), type, open).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void section_5_3_a_body_over_the_limit_is_refused_before_it_is_sent() throws IOException {
    String response =
        RawClient.send(
            server.port(),
            "PUT " + path(NEW) + " HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer " + TOKEN,
            "Content-Type: text/turtle",
            "Content-Length: 50000001");

    assertThat(response)
        .startsWith("HTTP/1.1 413 ")
        .endsWith(
            "The body of the request is larger than the 50,000,000 bytes that /data reads.\n");
  }

  @Test
  void section_5_3_who_may_not_write_is_told_before_the_body_is_sent() throws IOException {
    String response =
        RawClient.send(
            server.port(),
            "PUT " + path(NEW) + " HTTP/1.1",
            "Host: localhost",
            "Content-Type: text/turtle",
            "Content-Length: 40000000");

    assertThat(response).startsWith("HTTP/1.1 401 ");
  }

  // Section 5.4: DELETE.

  @Test
  void section_5_4_delete_removes_a_graph() {
    put(NEW, OP_ED);

    HttpResponse<String> response = write("DELETE", path(NEW), TURTLE, "");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(server.get(path(NEW)).statusCode()).isEqualTo(404);
    assertThat(exists(SAMPLE)).isTrue();
    assertThat(server.graph().commit()).isEqualTo(before + 2);
  }

  @Test
  void section_5_4_delete_of_a_graph_that_is_not_there_is_told() {
    HttpResponse<String> response = write("DELETE", path(NEW), TURTLE, "");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).startsWith("There is no graph <" + NEW + ">.");
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  @Test
  void section_5_4_delete_of_what_others_need_is_refused() {
    HttpResponse<String> response = write("DELETE", path(GRAPHS + "ontology"), TURTLE, "");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(exists(GRAPHS + "ontology")).isTrue();
  }

  // Section 5.5: POST.

  @Test
  void section_5_5_post_merges_into_a_graph_that_is_there() {
    long size = graph(SAMPLE).size();

    HttpResponse<String> response = write("POST", path(SAMPLE), TURTLE, NIPPON);

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(graph(SAMPLE).size()).isEqualTo(size + 1);
    assertThat(ask("ASK { GRAPH <" + SAMPLE + "> { ?s ?p \"Nippon\"@en } }")).isTrue();
  }

  @Test
  void section_5_5_post_creates_a_graph_that_was_not_there() {
    HttpResponse<String> response = write("POST", path(NEW), TURTLE, OP_ED);

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("Location")).isEmpty();
    assertThat(graph(NEW)).matches(model -> model.isIsomorphicWith(turtle(OP_ED)));
  }

  @Test
  void section_5_5_post_of_nothing_changes_nothing() {
    assertThat(write("POST", path(SAMPLE), TURTLE, "").statusCode()).isEqualTo(204);
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  @Test
  void section_5_5_post_of_the_same_again_changes_nothing_more() {
    write("POST", path(SAMPLE), TURTLE, NIPPON);

    assertThat(write("POST", path(SAMPLE), TURTLE, NIPPON).statusCode()).isEqualTo(204);
    assertThat(server.graph().commit()).isEqualTo(before + 1);
  }

  @Test
  void section_5_5_a_form_is_no_document() {
    assertThat(
            write("POST", "/data", "application/x-www-form-urlencoded", "graph=" + encoded(NEW))
                .statusCode())
        .isEqualTo(415);
  }

  // Section 5.6: HEAD.

  @Test
  void section_5_6_head_is_get_without_the_body() {
    HttpResponse<String> head = server.send("HEAD", path(SAMPLE), BodyPublishers.noBody());
    HttpResponse<String> get = server.get(path(SAMPLE));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Type"))
        .isEqualTo(get.headers().firstValue("Content-Type"));
    assertThat(server.send("HEAD", path(NEW), BodyPublishers.noBody()).statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> put(String graph, String turtle) {
    return write("PUT", path(graph), TURTLE, turtle);
  }

  private static HttpResponse<String> write(
      String method, String path, String type, String body, String... headers) {
    String[] all = new String[headers.length + 4];
    System.arraycopy(headers, 0, all, 4, headers.length);
    all[0] = "Content-Type";
    all[1] = type;
    all[2] = "Authorization";
    all[3] = "Bearer " + TOKEN;
    return server.send(method, path, BodyPublishers.ofString(body, StandardCharsets.UTF_8), all);
  }

  private static Model graph(String graph) {
    return turtle(server.get(path(graph)).body());
  }

  private static boolean exists(String graph) {
    return server.send("HEAD", path(graph), BodyPublishers.noBody()).statusCode() == 200;
  }

  private static boolean ask(String query) {
    return server.query(query, "Accept", "text/csv").body().strip().endsWith("true");
  }

  private static String secret(Path folder) {
    try {
      return Files.writeString(folder.resolve("secret.jsonld"), "a secret").toUri().toString();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Model turtle(String turtle) {
    return RDFParser.fromString(turtle, Lang.TURTLE).toModel();
  }

  private static String path(String graph) {
    return "/data?graph=" + encoded(graph);
  }
}
