package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.JenaTransactionException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.demarche.ErrorCategory;
import org.demarche.MiniDataset;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.validate.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dataset in the way in which Fuseki's processors use it. */
class ServedDatasetTest {
  private static final String PREFIXES =
      """
      PREFIX dem: <https://w3id.org/demarche/ontology#>
      PREFIX graph: <https://w3id.org/demarche/graph/>
      PREFIX actor: <https://w3id.org/demarche/id/actor/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;
  private static final Node CHINA = MiniDataset.id("actor/china");

  private final KnowledgeGraph graph = MiniDataset.inMemory();
  private final DatasetGraph served = graph.served();

  @AfterEach
  void close() {
    graph.close();
  }

  @Test
  void an_update_of_a_named_graph_is_a_commit_with_all_that_follows() {
    update("INSERT DATA { GRAPH graph:reference { actor:china a dem:State } }");

    assertThat(graph.commit()).isEqualTo(2);
    assertThat(ask("ASK { GRAPH graph:reference { actor:china a dem:State } }")).isTrue();
    assertThat(ask("ASK { GRAPH graph:inferred { actor:china a dem:Actor } }")).isTrue();
  }

  @Test
  void what_no_longer_follows_is_gone_with_its_reason() {
    update("INSERT DATA { GRAPH graph:reference { actor:china a dem:State } }");
    update("DELETE DATA { GRAPH graph:reference { actor:china a dem:State } }");

    assertThat(graph.commit()).isEqualTo(3);
    assertThat(ask("ASK { GRAPH ?g { actor:china ?p ?o } }")).isFalse();
  }

  @Test
  void an_update_that_is_refused_throws_its_findings_and_is_over() {
    assertThatThrownBy(
            () ->
                update(
                    "INSERT DATA { GRAPH graph:reference { actor:japan dem:allyOf actor:chnia } }"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.category()).isEqualTo(ErrorCategory.REFUSED);
              assertThat(refusal.findings().faults()).hasSize(1);
            })
        .hasMessageStartingWith("id:actor/japan: Nothing describes id:actor/chnia.");

    assertThat(served.isInTransaction()).isFalse();
    served.abort();
    served.end();
    assertThat(graph.commit()).isEqualTo(1);
    update("INSERT DATA { GRAPH graph:reference { actor:china a dem:State } }");
    assertThat(graph.commit()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT DATA { actor:china a dem:State }",
        "DELETE DATA { actor:japan a dem:State }",
        "DELETE { ?s ?p ?o } INSERT { ?s rdfs:label 'x' } WHERE { ?s ?p ?o }",
        "COPY SILENT graph:reference TO DEFAULT",
        "CLEAR DEFAULT"
      })
  void the_default_graph_is_not_written_and_the_refusal_says_what_to_do(String update) {
    assertThatThrownBy(() -> update(update))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "Triples in the unnamed default graph would be said by"
                + " nobody. Name the graph of the source that says so: GRAPH"
                + " <https://w3id.org/demarche/graph/op-ed/{slug}> { … }.");
    assertThat(graph.commit()).isEqualTo(1);
  }

  @Test
  void the_inferred_graph_is_not_written_and_the_refusal_says_what_to_do() {
    assertThatThrownBy(
            () -> update("INSERT DATA { GRAPH graph:inferred { actor:japan a dem:Person } }"))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "graph:inferred: This graph holds what follows from the others, and every commit"
                + " computes it anew. Write what a source says into the graph of that source.");
  }

  @Test
  void the_description_is_not_written_and_the_refusal_says_what_to_do() {
    assertThatThrownBy(
            () ->
                update(
                    "INSERT DATA { GRAPH graph:description { graph:codes rdfs:label 'codes' } }"))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "graph:description: This graph tells what the others hold, and every commit counts"
                + " anew. Load or change the graph that it tells of.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT DATA { GRAPH graph:provenance { graph:codes rdfs:label 'x' } }",
        "DELETE WHERE { GRAPH graph:provenance { ?s dem:commit ?o } }",
        "DROP GRAPH graph:provenance",
        "CLEAR SILENT GRAPH graph:provenance"
      })
  void the_provenance_graph_is_not_written_and_the_refusal_says_what_to_do(String update) {
    assertThatThrownBy(() -> update(update))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "graph:provenance: This graph holds what was loaded in which commit, and only commits"
                + " write it. Load or change the graph that it tells of.");
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.org/graph,<http://example.org/graph>",
    "https://w3id.org/demarche/graph/op-ed/,graph:op-ed/",
    "https://w3id.org/demarche/graph/op-ed/a/b,graph:op-ed/a/b",
    "https://w3id.org/demarche/graph/op-ed/a%2Fb,graph:op-ed/a%2Fb"
  })
  void a_graph_of_no_source_is_not_written_and_the_refusal_says_what_to_do(
      String iri, String name) {
    assertThatThrownBy(
            () -> update("INSERT DATA { GRAPH <" + iri + "> { actor:japan a dem:State } }"))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            name
                + ": This graph isn't one of the dataset's. Write what an op-ed says into"
                + " <https://w3id.org/demarche/graph/op-ed/{slug}>, and background into"
                + " <https://w3id.org/demarche/graph/reference>."
                + " A slug is of the letters a to z and digits, with one of - . _ between them where"
                + " need be.");
  }

  @Test
  void everything_cannot_be_dropped_at_once() {
    assertThatThrownBy(() -> update("DROP ALL"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("graph:inferred: ")
        .hasMessageContaining("graph:provenance: ");
    assertThat(graph.commit()).isEqualTo(1);
  }

  @Test
  void a_graph_can_be_dropped() {
    update(
        """
        INSERT DATA { GRAPH graph:reference { actor:china a dem:State } } ;
        MOVE graph:reference TO <https://w3id.org/demarche/graph/codes> ;
        INSERT DATA {
          GRAPH graph:codes {
            <https://w3id.org/demarche/codes/participation/party> rdfs:label "party"
          }
        } ;
        CREATE GRAPH graph:reference ;
        DROP GRAPH graph:reference
        """);

    assertThat(graph.commit()).isEqualTo(2);
    assertThat(ask("ASK { GRAPH graph:reference { ?s ?p ?o } }")).isFalse();
    assertThat(ask("ASK { GRAPH graph:codes { actor:china a dem:State } }")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT { GRAPH graph:reference { ?a rdfs:label 'x' } } WHERE { ?a a dem:Actor }",
        "INSERT { GRAPH graph:reference { ?a rdfs:label 'x' } }"
            + " WHERE { GRAPH graph:inferred { ?a a dem:Actor } }",
        "WITH graph:reference INSERT { ?a rdfs:label 'x' } WHERE { ?a a dem:State }",
        "INSERT { GRAPH graph:reference { ?a rdfs:label 'x' } }"
            + " USING graph:reference WHERE { ?a a dem:State }",
        "INSERT { GRAPH graph:reference { ?a rdfs:label 'x' } }"
            + " USING NAMED graph:reference WHERE { GRAPH ?g { ?a a dem:State } }"
      })
  void an_update_may_ask_any_graph_in_any_way(String update) {
    update(update);

    assertThat(graph.commit()).isEqualTo(2);
    assertThat(ask("ASK { actor:japan rdfs:label 'x' . actor:south-korea rdfs:label 'x' }"))
        .isTrue();
  }

  @Test
  void an_update_sees_what_it_did_before() {
    update(
        """
        INSERT DATA { GRAPH graph:reference { actor:china a dem:State } } ;
        INSERT { GRAPH graph:reference { actor:china rdfs:label ?label } }
        WHERE { actor:china a dem:State . BIND ("China" AS ?label) } ;
        DELETE WHERE { GRAPH graph:reference { actor:japan rdfs:label ?label } }
        """);

    assertThat(graph.commit()).isEqualTo(2);
    assertThat(ask("ASK { actor:china rdfs:label 'China' }")).isTrue();
    assertThat(ask("ASK { actor:japan rdfs:label ?label }")).isFalse();
  }

  @Test
  void nobody_sees_an_update_before_its_commit() throws Exception {
    Quad quad = Quad.create(Graphs.REFERENCE, CHINA, RDF.Nodes.type, Dem.State);
    served.begin(ReadWrite.WRITE);
    served.add(quad);
    assertThat(served.contains(quad)).isTrue();
    AtomicReference<Boolean> seen = new AtomicReference<>();
    Thread.ofVirtual()
        .start(() -> seen.set(Txn.calculateRead(served, () -> served.contains(quad))))
        .join();
    served.commit();

    assertThat(seen.get()).isFalse();
    assertThat(Txn.calculateRead(served, () -> served.contains(quad))).isTrue();
  }

  @Test
  void a_graph_is_replaced_as_the_graph_store_protocol_does() {
    Txn.executeWrite(
        served,
        () -> {
          Graph reference = served.getGraph(Graphs.REFERENCE);
          reference.clear();
          reference.add(Triple.create(MiniDataset.JAPAN, RDF.Nodes.type, Dem.State));
          reference.getPrefixMapping().setNsPrefix("mine", "http://example.org/");
        });

    assertThat(graph.commit()).isEqualTo(2);
    assertThat(ask("ASK { GRAPH graph:reference { actor:japan a dem:State } }")).isTrue();
    assertThat(ask("ASK { GRAPH graph:reference { actor:japan rdfs:label ?label } }")).isFalse();
    assertThat(Txn.calculateRead(served, () -> served.prefixes().containsPrefix("mine")))
        .as("prefixes of an upload are not the dataset's")
        .isFalse();
  }

  @Test
  void an_aborted_write_leaves_no_trace() {
    served.begin(TxnType.WRITE);
    served.add(Graphs.REFERENCE, CHINA, RDF.Nodes.type, Dem.State);
    served.abort();
    served.end();

    assertThat(graph.commit()).isEqualTo(1);
    assertThat(ask("ASK { actor:china ?p ?o }")).isFalse();
  }

  @Test
  void a_write_that_ends_without_a_commit_leaves_no_trace() {
    served.begin(TxnType.WRITE);
    served.add(Graphs.REFERENCE, CHINA, RDF.Nodes.type, Dem.State);
    served.end();

    assertThat(graph.commit()).isEqualTo(1);
    update("INSERT DATA { GRAPH graph:reference { actor:china a dem:State } }");
    assertThat(graph.commit()).isEqualTo(2);
  }

  @Test
  void a_write_that_changes_nothing_makes_no_commit() {
    update("INSERT DATA { GRAPH graph:reference { actor:japan a dem:State } }");

    assertThat(graph.commit()).isEqualTo(1);
  }

  @Test
  void nothing_is_written_outside_a_write_transaction() {
    Quad quad = Quad.create(Graphs.REFERENCE, CHINA, RDF.Nodes.type, Dem.State);

    assertThatThrownBy(() -> served.add(quad)).isInstanceOf(JenaTransactionException.class);
    served.begin(ReadWrite.READ);
    assertThatThrownBy(() -> served.add(quad)).isInstanceOf(JenaTransactionException.class);
    assertThatThrownBy(() -> served.getGraph(Graphs.REFERENCE).add(quad.asTriple()))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> served.getGraph(Graphs.REFERENCE).clear())
        .isInstanceOf(RuntimeException.class);
    served.end();
    assertThat(graph.commit()).isEqualTo(1);
    assertThat(ask("ASK { actor:china ?p ?o }")).isFalse();
    assertThat(ask("ASK { GRAPH graph:reference { actor:japan a dem:State } }")).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"READ", "READ_PROMOTE", "READ_COMMITTED_PROMOTE"})
  void a_read_stays_a_read(TxnType type) {
    served.begin(type);
    assertThat(served.transactionMode()).isEqualTo(ReadWrite.READ);
    assertThat(served.promote()).isFalse();
    assertThatThrownBy(() -> served.add(Graphs.REFERENCE, CHINA, RDF.Nodes.type, Dem.State))
        .isInstanceOf(JenaTransactionException.class);
    served.commit();
    served.end();
    assertThat(served.isInTransaction()).isFalse();
  }

  @Test
  void a_write_transaction_says_that_it_is_one() {
    served.begin(TxnType.WRITE);
    assertThat(served.isInTransaction()).isTrue();
    assertThat(served.transactionMode()).isEqualTo(ReadWrite.WRITE);
    assertThat(served.transactionType()).isEqualTo(TxnType.WRITE);
    served.end();
    assertThat(served.isInTransaction()).isFalse();
  }

  @Test
  void a_thread_does_not_write_within_its_own_read() {
    served.begin(ReadWrite.READ);
    assertThatThrownBy(() -> served.begin(ReadWrite.WRITE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("This thread is reading or writing already");
    served.end();
  }

  @Test
  void from_named_alone_leaves_the_default_graph_empty() {
    assertThat(ask("ASK FROM NAMED graph:reference { actor:japan a dem:State }")).isFalse();
    assertThat(ask("ASK FROM NAMED graph:reference { GRAPH ?g { actor:japan a dem:State } }"))
        .isTrue();
    assertThat(ask("ASK FROM graph:reference { actor:japan a dem:State }")).isTrue();
    assertThat(ask("ASK FROM graph:codes { actor:japan a dem:State }")).isFalse();
  }

  @Test
  void closing_it_leaves_the_graph_open() {
    served.close();

    assertThat(ask("ASK { actor:japan a dem:State }")).isTrue();
  }

  @Test
  void two_spellings_of_a_number_are_one_triple_and_two_types_are_two() {
    update(
        """
        INSERT DATA { GRAPH graph:reference { actor:japan dem:earliestBegin 1 , 01 , 1.0 } } ;
        DELETE DATA { GRAPH graph:reference { actor:japan dem:earliestBegin 001 } }
        """);

    assertThat(
            Txn.calculateRead(
                served,
                () ->
                    served.stream(Graphs.REFERENCE, MiniDataset.JAPAN, Dem.earliestBegin, Node.ANY)
                        .map(quad -> quad.getObject().getLiteralLexicalForm())
                        .toList()))
        .containsExactly("1.0");
  }

  /** As Fuseki's SPARQL_Update does. */
  private void update(String sparql) {
    served.begin(ReadWrite.WRITE);
    try {
      UpdateExec.dataset(served).update(PREFIXES + sparql).execute();
      served.commit();
    } catch (RuntimeException e) {
      served.abort();
      throw e;
    } finally {
      served.end();
    }
  }

  /** As Fuseki's SPARQL_QueryDataset does. */
  private boolean ask(String sparql) {
    Query query = QueryFactory.create(PREFIXES + sparql);
    return Txn.calculateRead(served, () -> QueryExec.dataset(served).query(query).build().ask());
  }
}
