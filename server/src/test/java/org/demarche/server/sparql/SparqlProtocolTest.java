package org.demarche.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.server.TestServer.TOKEN;
import static org.demarche.server.TestServer.encoded;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1 Protocol</a>, section by section,
 * with the cases of the W3C's tests of it. What the protocol doesn't speak of, such as limits, is
 * in {@link ProtocolTest}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SparqlProtocolTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String QUERY = "application/sparql-query";
  private static final String UPDATE = "application/sparql-update";
  private static final String SAMPLE = "https://w3id.org/demarche/graph/op-ed/sample-2026-talks";
  private static final String ONTOLOGY = "https://w3id.org/demarche/graph/ontology";
  private static final String OP_ED = "https://w3id.org/demarche/id/op-ed/sample-2026-talks";
  private static final String PREFIXES =
      """
      PREFIX dem: <https://w3id.org/demarche/ontology#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      """;
  private static final String LABELS =
      """
      SELECT ?label {
        <https://w3id.org/demarche/id/actor/japan>
          <http://www.w3.org/2000/01/rdf-schema#label> ?label
      } ORDER BY lang(?label)""";
  private static final String ONE_TRIPLE = "CONSTRUCT { <x:s> <x:p> \"일본\" } WHERE {}";

  @AutoClose private static final TestServer server = TestServer.start();

  private long before;

  @BeforeEach
  void restore() {
    server.restore();
    before = server.graph().commit();
  }

  // Section 2.1: the query operation.

  @ParameterizedTest
  @CsvSource({
    "PUT,    /sparql, 'GET, HEAD, POST, OPTIONS', '/sparql answers GET, HEAD, POST, not PUT.'",
    "QUERY,  /sparql, 'GET, HEAD, POST, OPTIONS', '/sparql answers GET, HEAD, POST, not QUERY.'",
    "DELETE, /sparql, 'GET, HEAD, POST, OPTIONS', '/sparql answers GET, HEAD, POST, not DELETE.'",
    "GET,    /update, 'POST, OPTIONS',            '/update answers POST, not GET.'",
    "PUT,    /update, 'POST, OPTIONS',            '/update answers POST, not PUT.'",
    "PATCH,  /update, 'POST, OPTIONS',            '/update answers POST, not PATCH.'",
    "PATCH,  /data,   'GET, HEAD, PUT, POST, DELETE, OPTIONS', '/data answers GET, HEAD, PUT, POST, DELETE, not PATCH.'",
  })
  void section_2_1_and_2_2_another_method_is_refused_with_those_that_are_answered(
      String method, String path, String allow, String text) {
    HttpResponse<String> response =
        server.send(method, path + "?query=ASK%7B%7D&update=CLEAR+ALL", BodyPublishers.noBody());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains(allow);
    assertThat(response.body()).isEqualTo(text + "\n");
  }

  @Test
  void section_2_1_a_query_is_given_once() {
    String expected = "The parameter \"query\" is given more than once. Give it once.\n";

    assertThat(server.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D").body()).isEqualTo(expected);
    assertThat(server.post("/sparql?query=ASK%7B%7D", FORM, "query=ASK%7B%7D").body())
        .isEqualTo(expected);
    assertThat(server.post("/sparql?query=ASK%7B%7D", "application/sparql-query", "ASK {}").body())
        .isEqualTo(expected);
    assertThat(server.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D").statusCode()).isEqualTo(400);
  }

  // Section 2.1.1: query via GET.

  @Test
  void section_2_1_1_query_by_get_has_it_encoded_in_the_url() {
    HttpResponse<String> response = server.get("/sparql?query=" + encoded(LABELS));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("Japan", "日本", "일본");
  }

  @Test
  void section_2_1_1_a_plus_is_a_space_and_percent_2b_a_plus() {
    assertThat(server.get("/sparql?format=csv&query=SELECT+%281%2B1+AS+%3Fx%29+%7B%7D").body())
        .isEqualTo("x\r\n2\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "/sparql?query=%zz,  %zz",
    "/sparql?query=ASK%, %",
    "/sparql?query=%7,   %7",
  })
  void section_2_1_1_and_2_1_2_bad_percent_encoding_is_shown(String path, String wrong) {
    // java.net.http wouldn't send these, so they come as a form.
    HttpResponse<String> response =
        server.post("/sparql", FORM, path.substring(path.indexOf('?') + 1));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo(
            "A parameter is not well encoded: \""
                + wrong
                + "\" is no percent sign with two hexadecimal digits. A literal percent sign is"
                + " written %25.\n");
  }

  // Section 2.1.2: query via URL-encoded POST.

  @Test
  void section_2_1_2_query_by_url_encoded_post_has_all_parameters_in_the_body() {
    String body =
        encoded(Map.of("query", "ASK { ?s a ?class }", "default-graph-uri", ONTOLOGY))
            + "&format=csv";

    assertThat(server.post("/sparql", FORM, body).body()).endsWith("true\r\n");
    assertThat(server.post("/sparql", FORM, body.replace("ontology", "none")).body())
        .endsWith("false\r\n");
  }

  @Test
  void section_2_1_2_parameters_may_also_stand_in_the_url() {
    assertThat(
            server
                .post(
                    "/sparql?default-graph-uri=" + encoded(SAMPLE),
                    FORM,
                    encoded(Map.of("query", "ASK {}")))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void
      section_2_1_2_and_2_1_3_a_body_without_a_type_is_refused_but_a_post_of_the_url_alone_is_not() {
    assertThat(
            server.send("POST", "/sparql", BodyPublishers.ofString("query=ASK%7B%7D")).statusCode())
        .isEqualTo(415);
    assertThat(server.send("POST", "/sparql", BodyPublishers.ofString("ASK {}")).statusCode())
        .isEqualTo(415);
    assertThat(server.send("POST", "/sparql?query=ASK%7B%7D", BodyPublishers.noBody()).statusCode())
        .isEqualTo(200);
  }

  // Section 2.1.3: query via POST directly.

  @Test
  void section_2_1_3_query_by_direct_post_asks_the_same_as_a_form_and_the_url() {
    String inUrl = server.query(LABELS).body();

    assertThat(
            server
                .post(
                    "/sparql",
                    "application/x-www-form-urlencoded",
                    encoded(Map.of("query", LABELS)))
                .body())
        .isEqualTo(inUrl);
    assertThat(server.post("/sparql", "application/sparql-query; charset=UTF-8", LABELS).body())
        .isEqualTo(inUrl);
  }

  @Test
  void section_2_1_3_query_by_direct_post_has_its_other_parameters_in_the_url() {
    assertThat(
            server
                .post(
                    "/sparql?format=csv&default-graph-uri=" + encoded(SAMPLE),
                    QUERY,
                    "SELECT (COUNT(*) AS ?n) { ?s a <http://www.w3.org/2002/07/owl#Class> }")
                .body())
        .isEqualTo("n\r\n0\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/sparql-update",
        "multipart/form-data; boundary=x",
        "application/sparql-query; charset=utf-16",
        "nonsense"
      })
  void section_2_1_3_a_body_of_another_type_is_refused_with_those_that_are_read(String type) {
    HttpResponse<String> response = server.post("/sparql", type, "ASK {}");

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.body())
        .isEqualTo(
            "/sparql reads a body of the type application/sparql-query, or a form"
                + " (application/x-www-form-urlencoded) with the field \"query\"; in UTF-8, and not"
                + " compressed.\n");
  }

  @Test
  void section_2_1_3_what_is_not_utf_8_is_refused_and_not_replaced() {
    String expected = "The request is not valid UTF-8. Send it in that encoding.\n";

    assertThat(server.get("/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%22%ff%22%7D").body())
        .isEqualTo(expected);
    assertThat(
            server
                .send(
                    "POST",
                    "/sparql",
                    BodyPublishers.ofByteArray(
                        "ASK { ?s ?p \"é\" }".getBytes(StandardCharsets.ISO_8859_1)),
                    "Content-Type",
                    "application/sparql-query")
                .body())
        .isEqualTo(expected);
  }

  // Section 2.1.4: specifying an RDF dataset.

  @ParameterizedTest
  @ValueSource(strings = {"GET", "form", "direct"})
  void section_2_1_4_default_graphs_of_the_request_are_merged(String how) {
    String both = "ASK { <%s> a ?opEd . dem:OpEd a ?class }".formatted(OP_ED);

    assertThat(asked(how, both, "default-graph-uri", SAMPLE, "default-graph-uri", ONTOLOGY))
        .isTrue();
    assertThat(asked(how, both, "default-graph-uri", SAMPLE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "form", "direct"})
  void section_2_1_4_named_graphs_of_the_request_are_all_there_are(String how) {
    String both = "ASK { GRAPH ?g { <%s> a ?opEd } GRAPH ?h { dem:OpEd a ?class } }";

    assertThat(
            asked(
                how, both.formatted(OP_ED), "named-graph-uri", SAMPLE, "named-graph-uri", ONTOLOGY))
        .isTrue();
    assertThat(asked(how, both.formatted(OP_ED), "named-graph-uri", SAMPLE)).isFalse();
    assertThat(asked(how, "ASK { ?s ?p ?o }", "named-graph-uri", SAMPLE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "form", "direct"})
  void section_2_1_4_a_full_dataset_has_default_and_named_graphs(String how) {
    String query = "ASK { <%s> a ?opEd GRAPH ?g { dem:OpEd a ?class } }".formatted(OP_ED);

    assertThat(asked(how, query, "default-graph-uri", SAMPLE, "named-graph-uri", ONTOLOGY))
        .isTrue();
    assertThat(asked(how, query, "default-graph-uri", ONTOLOGY, "named-graph-uri", SAMPLE))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "form", "direct"})
  void section_2_1_4_the_dataset_of_the_request_replaces_that_of_the_query(String how) {
    String query = "ASK FROM <x:none> FROM NAMED <x:none> { <%s> a ?opEd }".formatted(OP_ED);

    assertThat(asked(how, query)).isFalse();
    assertThat(asked(how, query, "default-graph-uri", SAMPLE)).isTrue();
    assertThat(
            asked(
                how,
                "ASK FROM <%s> { <%s> a ?opEd }".formatted(SAMPLE, OP_ED),
                "default-graph-uri",
                ONTOLOGY))
        .isFalse();
  }

  @Test
  void section_2_1_4_an_empty_graph_name_counts_as_none() {
    assertThat(asked("GET", "ASK { ?s ?p ?o }", "default-graph-uri", "")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"default-graph-uri", "named-graph-uri"})
  void section_2_1_4_a_graph_name_that_is_no_absolute_iri_is_refused(String parameter) {
    HttpResponse<String> response =
        server.get("/sparql?query=ASK%7B%7D&" + parameter + "=" + encoded("a 그래프"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo("\"a 그래프\" is not an absolute IRI, so no graph has it.\n");
  }

  // Section 2.1.5: accepted response formats.

  @ParameterizedTest
  @CsvSource({
    "application/sparql-results+json, json, application/sparql-results+json",
    "application/json,                json, application/json",
    "application/sparql-results+xml,  xml,  application/sparql-results+xml",
    "text/csv,                        csv,  text/csv;charset=utf-8",
    "text/tab-separated-values,       tsv,  text/tab-separated-values;charset=utf-8",
    "'text/csv;q=0.4, text/tab-separated-values;q=0.6', tsv, text/tab-separated-values;charset=utf-8",
    "*/*,                             json, application/sparql-results+json",
  })
  void section_2_1_5_a_select_is_answered_in_the_form_that_accept_asks_for(
      String accept, String format, String contentType) {
    HttpResponse<String> byAccept = server.query(LABELS, "Accept", accept);
    HttpResponse<String> byFormat =
        server.get("/sparql?format=" + format + "&query=" + encoded(LABELS), "Accept", "image/png");

    assertThat(byAccept.statusCode()).isEqualTo(200);
    assertThat(byAccept.headers().firstValue("Content-Type")).contains(contentType);
    assertThat(byAccept.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
    assertThat(byAccept.body()).contains("Japan", "日本", "일본").isEqualTo(byFormat.body());
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle,           ttl,    text/turtle;charset=utf-8",
    "application/n-triples, nt,     application/n-triples",
    "application/ld+json,   jsonld, application/ld+json",
    "application/rdf+xml,   rdf,    application/rdf+xml",
    "application/trig,      trig,   application/trig",
    "application/n-quads,   nq,     application/n-quads",
    "*/*,                   ttl,    text/turtle;charset=utf-8",
  })
  void section_2_1_5_a_construct_is_answered_in_the_form_that_accept_asks_for(
      String accept, String format, String contentType) {
    HttpResponse<String> byAccept = server.query(ONE_TRIPLE, "Accept", accept);
    HttpResponse<String> byFormat =
        server.get("/sparql?format=" + format + "&query=" + encoded(ONE_TRIPLE));

    assertThat(byAccept.statusCode()).isEqualTo(200);
    assertThat(byAccept.headers().firstValue("Content-Type")).contains(contentType);
    assertThat(byFormat.body()).isEqualTo(byAccept.body());
    Lang language = RDFLanguages.contentTypeToLang(contentType.split(";", 2)[0]);
    DatasetGraph read = DatasetGraphFactory.create();
    RDFParser.fromString(byAccept.body(), language).parse(read);
    assertThat(read.find().next().getObject().getLiteralLexicalForm()).isEqualTo("일본");
  }

  @Test
  void section_2_1_5_a_form_that_is_not_offered_is_refused_with_those_that_are() {
    HttpResponse<String> response = server.query("ASK {}", "Accept", "image/png");

    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(response.body())
        .isEqualTo(
            "None of the media types in the Accept header is offered here. Offered:"
                + " application/sparql-results+json (format=json), application/json,"
                + " application/sparql-results+xml (format=xml), application/xml, text/csv"
                + " (format=csv), text/tab-separated-values (format=tsv).\n");
  }

  // Section 2.1.6: success responses.

  @ParameterizedTest
  @CsvSource({
    "application/sparql-results+json, '\"boolean\" : true'",
    "application/sparql-results+xml,  <boolean>true</boolean>",
    "text/csv,                        true",
    "text/tab-separated-values,       true",
  })
  void section_2_1_6_an_ask_is_answered_in_each_form(String accept, String expected) {
    assertThat(server.query("ASK {}", "Accept", accept).body()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT * {},                                   application/sparql-results+json",
    "ASK {},                                        application/sparql-results+json",
    "DESCRIBE <x:s>,                                text/turtle;charset=utf-8",
    "CONSTRUCT { <x:s> <x:p> <x:o> } WHERE {},      text/turtle;charset=utf-8",
  })
  void section_2_1_6_each_kind_of_query_has_a_type_of_its_own(String query, String type) {
    HttpResponse<String> response = server.query(query);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains(type);
  }

  @Test
  void section_2_1_6_no_rows_and_no_triples_are_success() {
    assertThat(server.query("SELECT * { <x:no> <x:no> <x:no> }").statusCode()).isEqualTo(200);
    assertThat(server.query("CONSTRUCT WHERE { <x:no> <x:no> ?o }").statusCode()).isEqualTo(200);
  }

  // Section 2.1.7: failure responses.

  @Test
  void section_2_1_7_what_is_not_the_language_is_a_bad_request() {
    for (HttpResponse<String> response :
        List.of(
            server.query("ASK {"),
            server.post("/sparql", FORM, encoded(Map.of("query", "ASK {"))),
            server.post("/sparql", QUERY, "ASK {"))) {
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).startsWith("Syntax error at line 1, column ");
    }
  }

  @Test
  void section_2_1_7_an_update_is_no_query() {
    assertThat(server.get("/sparql?update=" + encoded("CLEAR NAMED")).statusCode()).isEqualTo(400);
    assertThat(server.query("CLEAR NAMED").statusCode()).isEqualTo(400);
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  @Test
  void section_2_1_7_a_failure_is_told_to_people_or_programs_as_accept_says() {
    assertThat(server.query("ASK {").headers().firstValue("Content-Type"))
        .contains("text/plain;charset=utf-8");
    assertThat(
            server
                .query("ASK {", "Accept", "application/sparql-results+json")
                .headers()
                .firstValue("Content-Type"))
        .contains("text/plain;charset=utf-8");
    assertThat(
            server
                .query("ASK {", "Accept", "application/json")
                .headers()
                .firstValue("Content-Type"))
        .contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "0", "", "NaN", "1e3", "10,20", "１０"})
  void section_2_1_7_a_time_out_that_is_no_number_of_seconds_is_refused(String timeout) {
    HttpResponse<String> response =
        server.get("/sparql?query=ASK%7B%7D&timeout=" + encoded(timeout));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo("\"" + timeout + "\" is no time-out. Give seconds, such as timeout=10.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "0.5", "100000"})
  void section_2_1_7_a_time_out_in_seconds_is_taken(String timeout) {
    assertThat(server.get("/sparql?query=ASK%7B%7D&timeout=" + timeout).statusCode())
        .isEqualTo(200);
  }

  // Section 2.2: the update operation.

  @Test
  void section_2_2_an_update_is_given_once() {
    HttpResponse<String> response =
        write(
            "/update",
            FORM,
            encoded(Map.of("update", insert("one")))
                + "&"
                + encoded(Map.of("update", "CLEAR ALL")));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo("The parameter \"update\" is given more than once. Give it once.\n");
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  @Test
  void section_2_2_an_update_in_the_url_changes_nothing_by_get() {
    assertThat(server.get("/update?update=" + encoded(insert("get"))).statusCode()).isEqualTo(405);
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  @Test
  void section_2_2_the_base_of_the_update_resolves_its_iris() {
    String update =
        "BASE <https://w3id.org/demarche/> INSERT DATA { GRAPH <graph/op-ed/sample-2026-talks> {"
            + " <id/actor/japan> <http://www.w3.org/2004/02/skos/core#altLabel> \"base\" } }";

    assertThat(write("/update", UPDATE, update).statusCode()).isEqualTo(204);
    assertThat(inserted("base")).isTrue();
  }

  // Section 2.2.1: update via URL-encoded POST.

  @Test
  void section_2_2_1_update_by_url_encoded_post_is_made() {
    HttpResponse<String> response =
        write("/update", FORM, encoded(Map.of("update", insert("form"))));

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(inserted("form")).isTrue();
  }

  // Section 2.2.2: update via POST directly.

  @Test
  void section_2_2_2_update_by_direct_post_is_made() {
    assertThat(write("/update", UPDATE, insert("direct")).statusCode()).isEqualTo(204);
    assertThat(write("/update", UPDATE + "; charset=utf-8", insert("직접")).statusCode())
        .isEqualTo(204);
    assertThat(inserted("direct")).isTrue();
    assertThat(inserted("직접")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/sparql-query",
        "application/sparql-update; charset=utf-16"
      })
  void section_2_2_2_a_body_of_another_type_is_refused(String type) {
    assertThat(write("/update", type, insert("type")).statusCode()).isEqualTo(415);
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  @Test
  void section_2_2_1_and_2_2_2_a_body_without_a_type_is_refused() {
    for (String body : new String[] {insert("x"), encoded(Map.of("update", insert("x")))}) {
      assertThat(
              server
                  .send(
                      "POST",
                      "/update",
                      BodyPublishers.ofString(body),
                      "Authorization",
                      "Bearer " + TOKEN)
                  .statusCode())
          .isEqualTo(415);
    }
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  @Test
  void section_2_2_2_what_is_not_utf_8_is_refused() {
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)) {
      assertThat(
              server
                  .send(
                      "POST",
                      "/update",
                      BodyPublishers.ofString(insert("é"), charset),
                      "Content-Type",
                      UPDATE,
                      "Authorization",
                      "Bearer " + TOKEN)
                  .statusCode())
          .isEqualTo(400);
    }
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  // Section 2.2.3: specifying an RDF dataset.

  @ParameterizedTest
  @ValueSource(strings = {"form", "direct"})
  void section_2_2_3_using_graph_uri_is_the_default_graph_of_where(String how) {
    updated(how, "?s a dem:OpEd", "using-graph-uri", SAMPLE);
    assertThat(inserted("found")).isTrue();
    server.restore();
    updated(how, "?s a dem:OpEd", "using-graph-uri", ONTOLOGY);
    assertThat(inserted("found")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"form", "direct"})
  void section_2_2_3_several_using_graph_uris_are_merged(String how) {
    String where = "?s a dem:OpEd . dem:OpEd a ?class";

    updated(how, where, "using-graph-uri", SAMPLE);
    assertThat(inserted("found")).isFalse();
    updated(how, where, "using-graph-uri", SAMPLE, "using-graph-uri", ONTOLOGY);
    assertThat(inserted("found")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"form", "direct"})
  void section_2_2_3_using_named_graph_uri_names_the_graphs_of_where(String how) {
    String where = "GRAPH ?g { ?s a dem:OpEd }";

    updated(how, where, "using-named-graph-uri", ONTOLOGY);
    assertThat(inserted("found")).isFalse();
    updated(how, where, "using-named-graph-uri", SAMPLE);
    assertThat(inserted("found")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"form", "direct"})
  void section_2_2_3_a_full_dataset_has_both(String how) {
    String where = "?s a dem:OpEd GRAPH ?g { dem:OpEd a ?class }";

    updated(how, where, "using-graph-uri", ONTOLOGY, "using-named-graph-uri", SAMPLE);
    assertThat(inserted("found")).isFalse();
    updated(how, where, "using-graph-uri", SAMPLE, "using-named-graph-uri", ONTOLOGY);
    assertThat(inserted("found")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"USING <x:h>", "USING NAMED <x:h>", "WITH <x:h>"})
  void section_2_2_3_a_dataset_in_the_request_and_in_the_update_clash(String clause) {
    String template = "DELETE { GRAPH <%s> { ?s ?p ?o } }".formatted(SAMPLE);
    String update =
        clause.startsWith("WITH")
            ? clause + " " + template + " WHERE { ?s ?p ?o }"
            : template + " " + clause + " WHERE { ?s ?p ?o }";
    for (String parameter : new String[] {"using-graph-uri", "using-named-graph-uri"}) {
      HttpResponse<String> response = write("/update?" + parameter + "=x:g", UPDATE, update);

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body())
          .isEqualTo(
              "The request names its dataset by using-graph-uri or using-named-graph-uri, and the"
                  + " update by USING or WITH. Use one of the two.\n");
    }
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  @Test
  void section_2_2_3_a_graph_name_that_is_no_absolute_iri_is_refused() {
    assertThat(write("/update?using-graph-uri=op-ed%2Fx", UPDATE, insert("x")).body())
        .isEqualTo("\"op-ed/x\" is not an absolute IRI, so no graph has it.\n");
  }

  // Section 2.2.4: success responses.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CLEAR SILENT GRAPH <x:none>",
        "DROP SILENT GRAPH <https://w3id.org/demarche/graph/op-ed/none>",
        "DROP SILENT GRAPH <x:none>",
        "DELETE DATA { GRAPH <https://w3id.org/demarche/graph/op-ed/none> { <x:s> <x:p> 1 } }",
        "DELETE WHERE { GRAPH ?g { <x:no> ?p ?o } }",
      })
  void section_2_2_4_what_changes_nothing_is_success(String update) {
    HttpResponse<String> response = write("/update", UPDATE, update);

    assertThat(response.body()).isEmpty();
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  // Section 2.2.5: failure responses.

  @Test
  void section_2_2_5_what_is_not_the_language_is_a_bad_request() {
    for (String update : List.of("INSERT DATA {", "ASK {}", "CREATE GRAPH")) {
      HttpResponse<String> response = write("/update", UPDATE, update);

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).startsWith("Syntax error at line 1, column ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CLEAR GRAPH <https://w3id.org/demarche/graph/op-ed/none>",
        "DROP GRAPH <x:없음>",
        "COPY <x:없음> TO <https://w3id.org/demarche/graph/op-ed/x>",
        "MOVE <x:없음> TO <https://w3id.org/demarche/graph/op-ed/x>",
        "ADD <x:없음> TO <https://w3id.org/demarche/graph/op-ed/x>",
        "CREATE GRAPH <https://w3id.org/demarche/graph/op-ed/sample-2026-talks>",
        "LOAD <http://127.0.0.1:9/日本>",
        "LOAD SILENT <file:///etc/passwd>",
        "LOAD <http://127.0.0.1:9/x> INTO GRAPH <https://w3id.org/demarche/graph/reference>",
        "CLEAR DEFAULT ; INSERT DATA { <x:한글> <x:p> 1 }",
        "CREATE GRAPH <x:日本>",
        "INSERT DATA { GRAPH <x:日本> { <x:s> <x:p> 1 } }",
        "INSERT { GRAPH ?g { ?s ?p 1 } } WHERE { BIND (<x:日本> AS ?g) ?s ?p ?o }",
      })
  void section_2_2_5_what_cannot_be_done_is_told_and_is_never_a_fault_of_the_server(String update) {
    HttpResponse<String> response = write("/update", UPDATE, update);

    assertThat(response.statusCode()).as(response.body()).isIn(204, 400, 403, 404, 422);
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  @Test
  void section_2_2_5_a_graph_that_is_not_there_is_named() {
    assertThat(write("/update", UPDATE, "CLEAR GRAPH <x:없음>").body())
        .isEqualTo("No such graph: x:없음\n");
  }

  @Test
  void section_2_2_5_load_is_refused_by_name() {
    HttpResponse<String> response = write("/update", UPDATE, "LOAD SILENT <http://a.example/日本>");

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body())
        .isEqualTo(
            "LOAD <http://a.example/日本> is refused: an update over HTTP fetches no files and no"
                + " documents. Send the triples themselves with INSERT DATA.\n");
  }

  // The syntax of SPARQL 1.2.

  @Test
  void syntax_is_that_of_sparql_1_2_and_not_of_jena() {
    assertThat(server.query("SELECT * { << ?s ?p ?o >> ?q ?r }").statusCode()).isEqualTo(200);
    assertThat(server.query("VERSION \"1.2\" SELECT * { ?r ?p <<( ?s ?q ?o )>> }").statusCode())
        .isEqualTo(200);
    assertThat(
            server.query("SELECT (LANGDIR(\"가\"@ko--ltr) AS ?x) {}", "Accept", "text/csv").body())
        .isEqualTo("x\r\nltr\r\n");
    assertThat(
            server
                .query("SELECT (SUBJECT(<<( <x:s> <x:p> 1 )>>) AS ?x) {}", "Accept", "text/csv")
                .body())
        .isEqualTo("x\r\nx:s\r\n");
    assertThat(write("/update", UPDATE, "VERSION \"1.2\" " + insert("1.2")).statusCode())
        .isEqualTo(204);
    assertThat(server.query("JSON { 'a' : ?s } WHERE { ?s ?p ?o }").statusCode()).isEqualTo(400);
    assertThat(server.query("SELECT * { LET (?x := 1) }").statusCode()).isEqualTo(400);
  }

  /** Asks by GET, a form or a direct body, with parameters as names and values in turn. */
  private static boolean asked(String how, String query, String... parameters) {
    String others = "format=csv" + parameters(parameters);
    String whole = PREFIXES + query;
    HttpResponse<String> response =
        switch (how) {
          case "GET" -> server.get("/sparql?query=" + encoded(whole) + "&" + others);
          case "form" -> server.post("/sparql", FORM, others + "&query=" + encoded(whole));
          default -> server.post("/sparql?" + others, QUERY, whole);
        };
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body().strip().endsWith("true");
  }

  /** Inserts the label "found" where the pattern matches, by a form or a direct body. */
  private static void updated(String how, String where, String... parameters) {
    String others = parameters(parameters);
    String update = PREFIXES + "INSERT { %s } WHERE { %s }".formatted(triple("found"), where);
    HttpResponse<String> response =
        how.equals("form")
            ? write("/update", FORM, "update=" + encoded(update) + others)
            : write("/update?" + others.substring(1), UPDATE, update);
    assertThat(response.body()).isEmpty();
    assertThat(response.statusCode()).isEqualTo(204);
  }

  private static String parameters(String... namesAndValues) {
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      encoded
          .append('&')
          .append(namesAndValues[i])
          .append('=')
          .append(encoded(namesAndValues[i + 1]));
    }
    return encoded.toString();
  }

  private static String insert(String label) {
    return PREFIXES + "INSERT DATA { " + triple(label) + " }";
  }

  private static String triple(String label) {
    return "GRAPH <%s> { <https://w3id.org/demarche/id/actor/japan> skos:altLabel \"%s\" }"
        .formatted(SAMPLE, label);
  }

  private static boolean inserted(String label) {
    return asked("GET", "ASK { " + triple(label) + " }");
  }

  private static HttpResponse<String> write(String path, String type, String body) {
    return server.post(path, type, body, "Authorization", "Bearer " + TOKEN);
  }
}
