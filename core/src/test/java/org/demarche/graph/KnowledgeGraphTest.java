package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.MiniDataset;
import org.demarche.load.Loader;
import org.demarche.load.OpEdFiles;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.validate.Findings;
import org.demarche.validate.Places;
import org.demarche.validate.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeGraphTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Node CHINA = MiniDataset.id("actor/china");
  private static final Change CHINA_IS_A_STATE =
      candidate -> candidate.dataset().add(Graphs.REFERENCE, CHINA, RDF.Nodes.type, Dem.State);
  private static final Change UNSOUND =
      candidate -> {
        candidate.dataset().add(Graphs.REFERENCE, CHINA, RDF.Nodes.type, Dem.State);
        candidate
            .dataset()
            .add(Graphs.REFERENCE, CHINA, Dem.allyOf, MiniDataset.id("actor/nobody"));
      };

  @Test
  void a_new_graph_is_at_commit_0_and_every_commit_adds_one() {
    try (KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION)) {
      assertThat(graph.commit()).isZero();

      MiniDataset.loadedInto(graph);
      assertThat(graph.commit()).isEqualTo(1);

      Commit second = graph.commit(CHINA_IS_A_STATE);
      assertThat(second.number()).isEqualTo(2);
      assertThat(second.made()).isTrue();
      assertThat(graph.commit()).isEqualTo(2);
    }
  }

  @Test
  void a_commit_tells_what_it_changed_and_what_could_be_better() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      Commit commit = graph.commit(CHINA_IS_A_STATE);

      assertThat(commit.changedGraphs())
          .containsExactlyInAnyOrder(Graphs.REFERENCE, Graphs.INFERRED);
      // That it is a state, and what follows: that it is an actor.
      assertThat(commit.added()).isEqualTo(2);
      assertThat(commit.removed()).isZero();
      assertThat(commit.advice())
          .hasToString(
              "advice: id:actor/china: rdfs:label: A label helps readers: write rdfs:label.");
    }
  }

  @Test
  void a_change_that_changes_nothing_makes_no_commit() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      Quad known = Quad.create(Graphs.REFERENCE, MiniDataset.JAPAN, RDF.Nodes.type, Dem.State);

      Commit commit =
          graph.commit(
              candidate -> {
                candidate.dataset().delete(known);
                candidate.dataset().add(known);
              });

      assertThat(commit).isEqualTo(new Commit(1, false, Set.of(), 0, 0, Findings.none()));
      assertThat(graph.commit()).isEqualTo(1);
    }
  }

  @Test
  void a_refused_change_tells_everything_and_changes_nothing() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      assertThatThrownBy(() -> graph.commit(UNSOUND))
          .isInstanceOf(Refusal.class)
          .hasMessage(
              "id:actor/china: Nothing describes id:actor/nobody. Describe it, or name one that"
                  + " is.\nadvice: id:actor/china: rdfs:label: A label helps readers: write"
                  + " rdfs:label.");

      assertThat(graph.commit()).isEqualTo(1);
      assertThat(rows(graph, "SELECT * { <" + CHINA + "> ?p ?o }")).isZero();
    }
  }

  @Test
  void a_refused_file_leaves_the_folder_byte_for_byte_as_it_was(@TempDir Path folder) {
    try (KnowledgeGraph graph =
        MiniDataset.loadedInto(KnowledgeGraph.open(folder, DefaultGraph.UNION))) {
      Map<Path, String> before = Folders.sha256OfFiles(folder);

      assertThatThrownBy(
              () ->
                  new Loader(graph)
                      .load(
                          OpEdFiles.sources(
                              List.of(
                                  MiniDataset.soundOpEdWith(
                                      "<statement/seoul/F001> dem:about <actor/nobody> .")))))
          .isInstanceOf(Refusal.class);

      assertThat(Folders.sha256OfFiles(folder)).isEqualTo(before);
    }
  }

  @Test
  void a_change_that_throws_changes_nothing_and_hands_on_the_turn() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      assertThatThrownBy(
              () ->
                  graph.commit(
                      candidate -> {
                        CHINA_IS_A_STATE.applyTo(candidate);
                        throw new IllegalStateException("no more");
                      }))
          .hasMessage("no more");

      assertThat(graph.commit()).isEqualTo(1);
      assertThat(graph.commit(CHINA_IS_A_STATE).number()).isEqualTo(2);
    }
  }

  @Test
  void examining_finds_what_a_commit_would_and_stores_nothing() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      assertThat(graph.examine(UNSOUND).toString()).contains("Nothing describes id:actor/nobody.");
      assertThat(graph.examine(CHINA_IS_A_STATE).hasFaults()).isFalse();

      assertThat(graph.commit()).isEqualTo(1);
      assertThat(rows(graph, "SELECT * { <" + CHINA + "> ?p ?o }")).isZero();
    }
  }

  @Test
  void a_commit_keeps_books_of_itself_and_of_what_was_loaded() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      graph.commit(
          candidate ->
              candidate.replace(
                  Graphs.REFERENCE,
                  List.of(
                      Triple.create(MiniDataset.JAPAN, RDF.Nodes.type, Dem.State),
                      Triple.create(
                          MiniDataset.JAPAN,
                          RDFS.Nodes.label,
                          NodeFactory.createLiteralLang("Japan", "en"))),
                  "abc",
                  Places.none()));

      try (Snapshot snapshot = graph.snapshot()) {
        assertThat(snapshot.loaded(Graphs.REFERENCE)).contains(new LoadRecord("abc", 2, false));
        assertThat(snapshot.loaded(Graphs.CODES).orElseThrow().commit()).isEqualTo(1);
        assertThat(snapshot.loaded(MiniDataset.SEOUL)).isEmpty();
      }
      assertThat(
              rows(
                  graph,
                  """
                  PREFIX dem: <https://w3id.org/demarche/ontology#>
                  PREFIX prov: <http://www.w3.org/ns/prov#>
                  SELECT * {
                    GRAPH <https://w3id.org/demarche/graph/provenance> {
                      <https://w3id.org/demarche/id/dataset/demarche> dem:commit 2 .
                      <https://w3id.org/demarche/graph/reference>
                        dem:contentSha256 "abc" ;
                        dem:loadedInCommit 2 ;
                        prov:generatedAtTime ?at .
                      FILTER (datatype(?at) = <http://www.w3.org/2001/XMLSchema#dateTime>)
                    }
                  }
                  """))
          .isEqualTo(1);
    }
  }

  @Test
  void a_change_by_hand_is_remembered_until_the_next_load() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      graph.commit(CHINA_IS_A_STATE);

      try (Snapshot snapshot = graph.snapshot()) {
        LoadRecord record = snapshot.loaded(Graphs.REFERENCE).orElseThrow();
        assertThat(record.edited()).isTrue();
        assertThat(record.commit()).isEqualTo(1);
      }
    }
  }

  @Test
  void a_number_in_another_spelling_than_that_of_the_store_survives_a_second_load() {
    Triple begin =
        Triple.create(
            NodeFactory.createURI("urn:x-test:week"),
            Dem.earliestBegin,
            NodeFactory.createLiteralDT("01", XSDDatatype.XSDinteger));
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      for (String hash : List.of("one", "two")) {
        graph.commit(
            candidate -> candidate.replace(Graphs.REFERENCE, List.of(begin), hash, Places.none()));
      }

      assertThat(rows(graph, "SELECT * { ?actor <" + Dem.earliestBegin + "> 1 }")).isEqualTo(1);
    }
  }

  @Test
  void a_snapshot_shows_one_commit_whatever_is_committed_meanwhile() throws Exception {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      try (Snapshot snapshot = graph.snapshot()) {
        Thread.ofVirtual().start(() -> graph.commit(CHINA_IS_A_STATE)).join();

        assertThat(snapshot.commit()).isEqualTo(1);
        assertThat(snapshot.dataset().contains(Node.ANY, CHINA, Node.ANY, Node.ANY)).isFalse();
        assertThat(graph.commit()).as("what this thread sees").isEqualTo(1);
      }
      assertThat(graph.commit()).isEqualTo(2);
    }
  }

  @Test
  void a_snapshot_can_only_be_read() {
    try (KnowledgeGraph graph = MiniDataset.inMemory();
        Snapshot snapshot = graph.snapshot()) {
      Quad quad = Quad.create(Graphs.REFERENCE, CHINA, RDF.Nodes.type, Dem.State);

      assertThatThrownBy(() -> snapshot.dataset().add(quad))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> snapshot.dataset().getGraph(Graphs.REFERENCE).add(quad.asTriple()))
          .isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void a_thread_reads_one_snapshot_at_a_time_and_does_not_write_meanwhile() {
    try (KnowledgeGraph graph = MiniDataset.inMemory();
        Snapshot snapshot = graph.snapshot()) {
      assertThatThrownBy(graph::snapshot)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("This thread is reading or writing already: close its snapshot");
      assertThatThrownBy(() -> graph.commit(CHINA_IS_A_STATE))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("This thread is reading or writing already: close its snapshot");
      assertThat(snapshot.commit()).isEqualTo(1);
    }
  }

  @Test
  void a_change_does_not_begin_another() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      assertThatThrownBy(() -> graph.commit(candidate -> graph.commit(CHINA_IS_A_STATE)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("This thread is reading or writing already");
    }
  }

  @Test
  void a_query_is_cancelled_when_its_time_is_out() {
    try (KnowledgeGraph graph = MiniDataset.inMemory();
        Snapshot snapshot = graph.snapshot();
        QueryExec query =
            snapshot.query(
                QueryFactory.create(
                    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"),
                Duration.ofMillis(50))) {
      assertThatThrownBy(() -> query.select().next()).isInstanceOf(QueryCancelledException.class);
    }
  }

  @Test
  void with_the_union_a_plain_query_sees_every_named_graph_each_triple_once() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      graph.commit(
          candidate ->
              candidate.dataset().add(Graphs.CODES, MiniDataset.JAPAN, RDF.Nodes.type, Dem.State));
      String isAState = "<" + MiniDataset.JAPAN + "> a <" + Dem.State + ">";

      assertThat(rows(graph, "SELECT * { " + isAState + " }")).isEqualTo(1);
      assertThat(rows(graph, "SELECT * { GRAPH ?g { " + isAState + " } }")).isEqualTo(2);
      assertThat(rows(graph, "SELECT * FROM <" + Graphs.CODES + "> { " + isAState + " }"))
          .isEqualTo(1);
      assertThat(rows(graph, "SELECT * FROM <" + Graphs.ONTOLOGY + "> { " + isAState + " }"))
          .isZero();
      assertThat(
              rows(
                  graph,
                  "SELECT * FROM NAMED <" + Graphs.CODES + "> { GRAPH ?g { " + isAState + " } }"))
          .isEqualTo(1);
      assertThat(rows(graph, "SELECT * FROM NAMED <" + Graphs.CODES + "> { " + isAState + " }"))
          .isZero();
    }
  }

  @Test
  void without_the_union_a_plain_query_sees_nothing_and_must_name_its_graph() {
    try (KnowledgeGraph graph =
        MiniDataset.loadedInto(KnowledgeGraph.inMemory(DefaultGraph.PLAIN))) {
      String isAState = "<" + MiniDataset.JAPAN + "> a <" + Dem.State + ">";

      assertThat(rows(graph, "SELECT * { " + isAState + " }")).isZero();
      assertThat(rows(graph, "SELECT * { GRAPH ?g { " + isAState + " } }")).isEqualTo(1);
      assertThat(rows(graph, "SELECT * FROM <" + Graphs.REFERENCE + "> { " + isAState + " }"))
          .isEqualTo(1);
    }
  }

  @Test
  void what_was_committed_is_there_when_the_folder_is_opened_again(@TempDir Path folder) {
    try (KnowledgeGraph graph =
        MiniDataset.loadedInto(KnowledgeGraph.open(folder, DefaultGraph.UNION))) {
      graph.commit(CHINA_IS_A_STATE);
    }
    try (KnowledgeGraph graph = KnowledgeGraph.open(folder, DefaultGraph.UNION)) {
      assertThat(graph.commit()).isEqualTo(2);
      assertThat(rows(graph, "SELECT * { <" + CHINA + "> a <" + Dem.Actor + "> }")).isEqualTo(1);
    }
  }

  @Test
  void answers_are_written_with_the_prefixes_of_the_project() {
    try (KnowledgeGraph graph = MiniDataset.inMemory();
        Snapshot snapshot = graph.snapshot()) {
      assertThat(snapshot.dataset().prefixes().get("dem"))
          .isEqualTo("https://w3id.org/demarche/ontology#");
    }
  }

  @Test
  void a_closed_graph_says_so() {
    KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION);
    graph.close();
    graph.close();

    assertThatThrownBy(graph::snapshot)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The knowledge graph is closed");
    assertThatThrownBy(() -> graph.commit(CHINA_IS_A_STATE))
        .hasMessage("The knowledge graph is closed");
  }

  @Test
  void the_commit_that_a_transaction_sees_can_be_asked_for_within_it() throws Exception {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      graph.served().begin(ReadWrite.READ);
      Thread.ofVirtual().start(() -> graph.commit(CHINA_IS_A_STATE)).join();
      assertThat(graph.commit()).isEqualTo(1);
      graph.served().end();
      assertThat(graph.commit()).isEqualTo(2);
    }
  }

  private static long rows(KnowledgeGraph graph, String sparql) {
    Query query = QueryFactory.create(sparql);
    try (Snapshot snapshot = graph.snapshot();
        QueryExec execution = snapshot.query(query, LONG)) {
      RowSet rows = execution.select();
      return rows.stream().count();
    }
  }
}
