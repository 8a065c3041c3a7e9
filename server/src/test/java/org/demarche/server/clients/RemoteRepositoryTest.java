package org.demarche.server.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.demarche.server.TestServer;
import org.eclipse.rdf4j.http.protocol.UnauthorizedException;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.query.UpdateExecutionException;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** RDF4J's repository over a remote endpoint. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RemoteRepositoryTest {
  private static final String JAPAN = "https://w3id.org/demarche/id/actor/japan";
  private static final String INSERT =
      """
      INSERT DATA {
        GRAPH <https://w3id.org/demarche/graph/op-ed/sample-2026-talks> {
          <%s> <http://www.w3.org/2004/02/skos/core#altLabel> "Nippon"@en
        }
      }"""
          .formatted(JAPAN);

  @AutoClose private final TestServer server = TestServer.start();

  @AutoClose("shutDown")
  private final SPARQLRepository repository =
      new SPARQLRepository(server.url() + "/sparql", server.url() + "/update");

  @AutoClose private final RepositoryConnection connection = repository.getConnection();

  @Test
  void select_gives_rows_with_languages() {
    List<String> labels;
    try (var rows =
        connection
            .prepareTupleQuery(
                "SELECT ?label { <%s> <%s> ?label } ORDER BY lang(?label)"
                    .formatted(JAPAN, RDFS.LABEL))
            .evaluate()) {
      labels = rows.stream().map(row -> row.getValue("label").toString()).toList();
    }

    assertThat(labels).containsExactly("\"Japan\"@en", "\"日本\"@ja", "\"일본\"@ko");
  }

  @Test
  void a_binding_of_the_client_narrows_the_query() {
    var query =
        connection.prepareTupleQuery("SELECT ?label { ?who <%s> ?label }".formatted(RDFS.LABEL));
    query.setBinding("who", Values.iri("https://w3id.org/demarche/id/actor/jane-doe"));

    try (var rows = query.evaluate()) {
      assertThat(rows.stream().map(row -> row.getValue("label").stringValue()))
          .containsExactly("Jane <b>Doe</b>");
    }
  }

  @Test
  void ask_gives_the_truth() {
    assertThat(connection.prepareBooleanQuery("ASK { ?s ?p ?o }").evaluate()).isTrue();
    assertThat(connection.prepareBooleanQuery("ASK { <x:none> ?p ?o }").evaluate()).isFalse();
  }

  @Test
  void construct_and_describe_give_graphs() {
    Model constructed =
        QueryResults.asModel(
            connection
                .prepareGraphQuery("CONSTRUCT { ?s <x:is> ?o } WHERE { ?s a ?o }")
                .evaluate());
    Model described =
        QueryResults.asModel(
            connection.prepareGraphQuery("DESCRIBE <%s>".formatted(JAPAN)).evaluate());

    assertThat(constructed).isNotEmpty();
    assertThat(described.filter(Values.iri(JAPAN), RDFS.LABEL, null)).hasSize(3);
  }

  @Test
  void the_graphs_and_the_triples_of_one_can_be_listed() {
    try (var graphs = connection.getContextIDs();
        var statements =
            connection.getStatements(
                null,
                RDFS.LABEL,
                null,
                Values.iri("https://w3id.org/demarche/graph/op-ed/sample-2026-talks"))) {
      assertThat(graphs.stream().map(graph -> graph.stringValue()))
          .contains("https://w3id.org/demarche/graph/op-ed/sample-2026-talks");
      assertThat(statements.stream()).hasSizeGreaterThan(5);
    }
  }

  @Test
  void a_fault_of_syntax_is_told_with_its_place() {
    var query = connection.prepareTupleQuery("SELECT ?s { ?s ?p }");

    // RDF4J has an exception of its own for this, which only RDF4J's servers can make it throw.
    assertThatThrownBy(query::evaluate)
        .isInstanceOf(QueryEvaluationException.class)
        .hasMessageContaining("Syntax error at line 1, column 19");
  }

  @Test
  void an_update_with_the_token_is_made() {
    repository.setAdditionalHttpHeaders(Map.of("Authorization", "Bearer " + TestServer.TOKEN));

    // A connection has the headers that the repository had when it was made.
    try (RepositoryConnection writing = repository.getConnection()) {
      writing.prepareUpdate(INSERT).execute();
    }

    assertThat(connection.prepareBooleanQuery("ASK { ?s ?p \"Nippon\"@en }").evaluate()).isTrue();
  }

  @Test
  void an_update_without_the_token_is_refused() {
    assertThatThrownBy(() -> connection.prepareUpdate(INSERT).execute())
        .isInstanceOf(UpdateExecutionException.class)
        .hasCauseInstanceOf(UnauthorizedException.class);
    assertThat(connection.prepareBooleanQuery("ASK { ?s ?p \"Nippon\"@en }").evaluate()).isFalse();
  }
}
