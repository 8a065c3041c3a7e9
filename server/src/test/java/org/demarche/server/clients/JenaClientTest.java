package org.demarche.server.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.rdfconnection.RDFConnectionRemote;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.http.QueryExecutionHTTP;
import org.apache.jena.sparql.exec.http.UpdateExecutionHTTP;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Jena's own clients: its remote connection, and its SERVICE, with the server on the other side.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JenaClientTest {
  private static final String GRAPH = "https://w3id.org/demarche/graph/op-ed/sample-2026-talks";
  private static final String JAPAN = "https://w3id.org/demarche/id/actor/japan";
  private static final String INSERT =
      "INSERT DATA { GRAPH <%s> { <%s> <http://www.w3.org/2004/02/skos/core#altLabel> \"Nippon\" } }"
          .formatted(GRAPH, JAPAN);
  private static final String INSERTED = "ASK { ?s ?p \"Nippon\" }";

  @AutoClose private final TestServer server = TestServer.start();

  @AutoClose
  private final RDFConnection connection =
      RDFConnectionRemote.newBuilder()
          .queryEndpoint(server.url() + "/sparql")
          .updateEndpoint(server.url() + "/update")
          .gspEndpoint(server.url() + "/data")
          .build();

  @Test
  void each_form_of_query_is_answered() {
    List<String> labels = new ArrayList<>();
    connection.querySelect(
        "SELECT ?label { <%s> <%s> ?label }".formatted(JAPAN, RDFS.label),
        row -> labels.add(row.getLiteral("label").getString()));

    assertThat(labels).containsExactlyInAnyOrder("Japan", "日本", "일본");
    assertThat(connection.queryAsk("ASK { <%s> ?p ?o }".formatted(JAPAN))).isTrue();
    assertThat(connection.queryConstruct("CONSTRUCT WHERE { ?s a ?type }").isEmpty()).isFalse();
    assertThat(
            connection.queryDescribe("DESCRIBE <%s>".formatted(JAPAN)).contains(null, RDFS.label))
        .isTrue();
  }

  @Test
  void a_graph_is_fetched_by_its_name_and_the_union_as_the_default() {
    Model named = connection.fetch(GRAPH);
    Model union = connection.fetch();

    assertThat(named.contains(named.createResource(JAPAN), RDF.type)).isTrue();
    assertThat(union.containsAll(named)).isTrue();
    assertThat(union.size()).isGreaterThan(named.size());
    assertThatThrownBy(() -> connection.fetch(GRAPH + "-none"))
        .isInstanceOfSatisfying(
            HttpException.class, failed -> assertThat(failed.getStatusCode()).isEqualTo(404));
  }

  @Test
  void an_update_needs_the_token() {
    assertThatThrownBy(() -> connection.update(INSERT))
        .isInstanceOfSatisfying(
            HttpException.class, failed -> assertThat(failed.getStatusCode()).isEqualTo(401));
    assertThat(connection.queryAsk(INSERTED)).isFalse();

    UpdateExecutionHTTP.service(server.url() + "/update")
        .httpHeader("Authorization", "Bearer " + TestServer.TOKEN)
        .update(INSERT)
        .execute();
    assertThat(connection.queryAsk(INSERTED)).isTrue();
  }

  @Test
  void a_fault_of_syntax_is_told_with_its_place() {
    try (QueryExecution execution =
        QueryExecutionHTTP.service(server.url() + "/sparql")
            .queryString("SELECT ?s { ?s ?p }")
            .build()) {
      assertThatThrownBy(execution::execSelect)
          .isInstanceOfSatisfying(
              QueryExceptionHTTP.class,
              failed -> {
                assertThat(failed.getStatusCode()).isEqualTo(400);
                assertThat(failed.getResponseBody()).contains("Syntax error at line 1, column 19");
              });
    }
  }

  @Test
  void a_service_clause_in_jena_joins_its_own_triples_with_those_of_the_server() {
    Model own = ModelFactory.createDefaultModel();
    own.createResource(JAPAN).addProperty(RDFS.seeAlso, "mine");
    String query =
        """
        SELECT ?mine ?label {
          ?who <%s> ?mine
          SERVICE <%s/sparql> { ?who <%s> ?label FILTER (lang(?label) = "ko") }
        }"""
            .formatted(RDFS.seeAlso, server.url(), RDFS.label);

    try (QueryExecution execution = QueryExecution.create(query, own)) {
      assertThat(ResultSetFormatter.toList(execution.execSelect()))
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.getLiteral("mine").getString()).isEqualTo("mine");
                assertThat(row.getLiteral("label").getString()).isEqualTo("일본");
              });
    }
  }
}
