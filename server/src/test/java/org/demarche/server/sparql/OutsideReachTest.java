package org.demarche.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing in a query or an update makes the server ask another server, or read a file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutsideReachTest {
  @AutoClose private static final TestServer server = TestServer.start();
  @AutoClose private static final Listener listener = new Listener();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <$> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <$> { ?s ?p ?o } }",
        "SELECT * { { SELECT * { SERVICE SILENT <$> { ?s ?p ?o } } } }",
        "SELECT * { ?a ?b ?c OPTIONAL { SERVICE SILENT <$> { ?s ?p ?o } } }",
        "SELECT * { { ?a ?b ?c } UNION { SERVICE SILENT <$> { ?s ?p ?o } } }",
        "SELECT * { ?a ?b ?c MINUS { GRAPH ?g { SERVICE SILENT <$> { ?s ?p ?o } } } }",
        "SELECT * { ?a ?b ?c FILTER EXISTS { SERVICE SILENT <$> { ?s ?p ?o } } }",
        "SELECT * { ?a ?b ?c FILTER (1 = 2 || !(NOT EXISTS { SERVICE <$> { ?s ?p ?o } })) }",
        "SELECT * { BIND (EXISTS { SERVICE SILENT <$> { ?s ?p ?o } } AS ?x) }",
        "SELECT (EXISTS { SERVICE SILENT <$> { ?s ?p ?o } } AS ?x) { }",
        "SELECT (SUM(IF(EXISTS { SERVICE SILENT <$> { ?s ?p ?o } }, 1, 0)) AS ?x) { ?a ?b ?c }",
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c } GROUP BY (EXISTS { SERVICE <$> { ?s ?p ?o } })",
        "SELECT ?a { ?a ?b ?c } GROUP BY ?a HAVING (EXISTS { SERVICE <$> { ?s ?p ?o } })",
        "SELECT * { ?a ?b ?c } ORDER BY (EXISTS { SERVICE SILENT <$> { ?s ?p ?o } })",
        "SELECT * { SERVICE <$> { SERVICE <http://inner.example/> { ?s ?p ?o } } }",
        "SELECT * { FILTER EXISTS { { SELECT * { FILTER EXISTS { SERVICE <$> { } } } } } }",
        "ASK { SERVICE SILENT <$> { ?s ?p ?o } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE SILENT <$> { ?s ?p ?o } }",
        "DESCRIBE ?s { SERVICE SILENT <$> { ?s ?p ?o } }",
      })
  void a_service_clause_is_refused_wherever_it_stands(String query) {
    HttpResponse<String> response = server.query(query.replace("$", listener.url()));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body())
        .matches(
            "SERVICE would ask (127\\.0\\.0\\.1|inner\\.example), and the operator of this server has"
                + " not allowed queries to ask it\\. The operator allows it with --allow-service"
                + " http://\\S+\n");
    assertThat(listener.visitors()).isZero();
  }

  @Test
  void a_service_that_a_variable_names_is_refused() {
    HttpResponse<String> response =
        server.query(
            "SELECT * { VALUES ?x { <%s> } SERVICE SILENT ?x { ?s ?p ?o } }"
                .formatted(listener.url()));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body())
        .isEqualTo(
            "SERVICE ?x would ask whatever server the variable names. Name the endpoint: SERVICE"
                + " <IRI>.\n");
    assertThat(listener.visitors()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT { GRAPH <x:g> { ?s ?p ?o } } WHERE { SERVICE <$> { ?s ?p ?o } }",
        "INSERT { GRAPH <x:g> { ?s ?p ?o } } WHERE { SERVICE SILENT <$> { ?s ?p ?o } }",
        "INSERT { GRAPH <x:g> { ?s ?p ?o } } WHERE { VALUES ?x { <$> } SERVICE ?x { ?s ?p ?o } }",
        "DELETE { GRAPH <x:g> { ?a ?b ?c } } WHERE { ?a ?b ?c FILTER EXISTS { SERVICE <$> { } } }",
        "CLEAR SILENT ALL ; INSERT { } WHERE { { SELECT * { SERVICE SILENT <$> { ?s ?p ?o } } } }",
      })
  void a_service_clause_in_an_update_is_refused(String update) {
    long before = server.graph().commit();

    HttpResponse<String> response = server.update(update.replace("$", listener.url()));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("SERVICE");
    assertThat(listener.visitors()).isZero();
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOAD <$>",
        "LOAD SILENT <$>",
        "LOAD <$> INTO GRAPH <x:g>",
        "LOAD SILENT <file:///etc/hosts> INTO GRAPH <x:g>",
        "CREATE SILENT GRAPH <x:g> ; LOAD <$>"
      })
  void load_is_refused_by_name(String update) {
    HttpResponse<String> response = server.update(update.replace("$", listener.url()));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body())
        .matches(
            "LOAD <[^>]+> is refused: an update over HTTP fetches no files and no documents\\. Send"
                + " the triples themselves with INSERT DATA\\.\n");
    assertThat(listener.visitors()).isZero();
  }

  @Test
  void from_a_file_or_a_document_is_the_name_of_a_graph(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("x.ttl"), "<x:s> <x:p> <x:o> .");

    for (String name : new String[] {file.toUri().toString(), listener.url()}) {
      String query =
          "SELECT * FROM <%1$s> FROM NAMED <%1$s> { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
              .formatted(name);
      String protocol =
          "/sparql?format=csv&default-graph-uri=%1$s&named-graph-uri=%1$s&query=%2$s"
              .formatted(
                  TestServer.encoded(name),
                  TestServer.encoded("SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"));

      assertThat(server.query(query, "Accept", "text/csv").body().lines()).hasSize(1);
      assertThat(server.get(protocol).body().lines()).hasSize(1);
      assertThat(server.get("/data?graph=" + TestServer.encoded(name)).statusCode()).isEqualTo(404);
    }
    assertThat(listener.visitors()).isZero();
  }

  @Test
  void xml_within_a_literal_fetches_no_entities() {
    String literal =
        "\"<!DOCTYPE x [<!ENTITY e SYSTEM '%1$s'><!ENTITY %% p SYSTEM '%1$s'>%%p;]><x>&e;</x>\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral>"
            .formatted(listener.url());

    server.query("SELECT * { BIND (%s AS ?x) FILTER (?x = ?x) }".formatted(literal));
    server.query(
        "CONSTRUCT { <x:s> <x:p> %s } WHERE {}".formatted(literal),
        "Accept",
        "application/rdf+xml");
    server.update(
        "INSERT DATA { GRAPH <https://w3id.org/demarche/graph/op-ed/x> { <x:s> <x:p> %s } }"
            .formatted(literal));

    assertThat(listener.visitors()).isZero();
  }
}
