package org.demarche.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Node;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.MiniDataset;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.validate.Refusal;
import org.junit.jupiter.api.Test;

class LoaderTest {
  private static final List<Source> SHIPPED =
      Manifest.read(MiniDataset.file("manifest.ttl")).sources();
  private static final List<Source> SEOUL = OpEdFiles.read(MiniDataset.file("seoul.ttl"));

  @Test
  void all_sources_are_loaded_in_one_commit() {
    try (KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION)) {
      LoadReport report = new Loader(graph).load(SHIPPED);

      assertThat(report.commit().number()).isEqualTo(1);
      assertThat(report.sources())
          .hasSize(4)
          .allSatisfy(loaded -> assertThat(loaded).isInstanceOf(Loaded.Added.class))
          .contains(new Loaded.Added(Graphs.CODES, 4));
    }
  }

  @Test
  void loading_the_same_again_starts_no_commit() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      for (LoadReport report :
          List.of(new Loader(graph).load(SHIPPED), new Loader(graph).loadAtStart(SHIPPED))) {
        assertThat(report.commit().made()).isFalse();
        assertThat(report.commit().number()).isEqualTo(1);
        assertThat(report.sources())
            .allSatisfy(loaded -> assertThat(loaded).isInstanceOf(Loaded.Unchanged.class));
      }
    }
  }

  @Test
  void a_changed_file_replaces_its_graph_and_only_that() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      Loader loader = new Loader(graph);
      loader.load(SEOUL);

      LoadReport report =
          loader.load(
              OpEdFiles.sources(
                  List.of(
                      MiniDataset.soundOpEdWith(
                          "<statement/seoul/F001> dem:about <actor/japan> ."))));

      assertThat(report.sources()).containsExactly(new Loaded.Replaced(MiniDataset.SEOUL, 9));
      assertThat(report.commit().number()).isEqualTo(3);
      try (Snapshot snapshot = graph.snapshot()) {
        assertThat(snapshot.dataset().getGraph(MiniDataset.SEOUL).size()).isEqualTo(9);
        assertThat(
                snapshot
                    .dataset()
                    .contains(Node.ANY, MiniDataset.id("statement/seoul/F001"), Dem.kind, Node.ANY))
            .as("what the earlier file said, or what followed from it")
            .isFalse();
        assertThat(snapshot.loaded(MiniDataset.SEOUL).orElseThrow().commit()).isEqualTo(3);
        assertThat(snapshot.loaded(Graphs.CODES).orElseThrow().commit()).isEqualTo(1);
      }
    }
  }

  @Test
  void a_changed_comment_changes_the_record_of_the_load_and_no_triple() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      Loader loader = new Loader(graph);
      loader.load(OpEdFiles.sources(List.of(MiniDataset.soundOpEdWith(""))));
      List<Source> commented =
          OpEdFiles.sources(List.of(MiniDataset.soundOpEdWith("# second thoughts")));

      assertThat(loader.load(commented).commit().changedGraphs()).isEmpty();
      assertThat(loader.load(commented).commit().made()).isFalse();
    }
  }

  @Test
  void one_fault_in_one_file_keeps_all_of_them_out() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      Source other =
          OpEdFiles.sources(
                  List.of(
                      SourceFile.of(
                          "busan.ttl",
                          """
                          <https://w3id.org/demarche/id/op-ed/busan>
                            a <https://w3id.org/demarche/ontology#OpEd> .
                          """
                              .getBytes(StandardCharsets.UTF_8))))
              .getFirst();

      assertThatThrownBy(() -> new Loader(graph).load(List.of(SEOUL.getFirst(), other)))
          .isInstanceOf(Refusal.class)
          .hasMessage(
              "busan.ttl:2:5: id:op-ed/busan: No statement with a passage leads here. Name it in a"
                  + " dem:Statement that has a dem:passage, or leave it out.");

      try (Snapshot snapshot = graph.snapshot()) {
        assertThat(snapshot.commit()).isEqualTo(1);
        assertThat(snapshot.dataset().containsGraph(MiniDataset.SEOUL)).isFalse();
      }
    }
  }

  @Test
  void a_file_that_is_no_turtle_keeps_everything_out() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      Source broken =
          new Source(
              Graphs.CODES,
              List.of(SourceFile.of("kind.ttl", "<a".getBytes(StandardCharsets.UTF_8))));

      assertThatThrownBy(() -> new Loader(graph).load(List.of(SEOUL.getFirst(), broken)))
          .isInstanceOfSatisfying(
              Refusal.class, e -> assertThat(e.category()).isEqualTo(ErrorCategory.BAD_INPUT))
          .hasMessageStartingWith("kind.ttl:1:");
      assertThat(graph.commit()).isEqualTo(1);
    }
  }

  @Test
  void checking_finds_what_loading_would_and_loads_nothing() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      Loader loader = new Loader(graph);

      assertThat(loader.check(SEOUL).all()).isEmpty();
      assertThat(
              loader.check(
                  OpEdFiles.sources(
                      List.of(MiniDataset.soundOpEdWith("<statement/seoul/F001> dem:obout 1 .")))))
          .hasToString(
              "seoul.ttl:2:34: id:statement/seoul/F001: dem:obout isn't a property of the"
                  + " ontology. Did you mean dem:about?");
      assertThat(
              loader.check(
                  List.of(
                      new Source(
                          MiniDataset.SEOUL,
                          List.of(SourceFile.of("s.ttl", "a:".getBytes(StandardCharsets.UTF_8)))))))
          .hasToString("s.ttl:1:1: Undefined prefix: a. Declare it: @prefix a: <…> .");
      assertThat(graph.commit()).isEqualTo(1);
    }
  }

  @Test
  void a_graph_given_twice_is_refused() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      List<Source> twice = List.of(SEOUL.getFirst(), SEOUL.getFirst());

      assertThatThrownBy(() -> new Loader(graph).load(twice))
          .isInstanceOf(DemarcheException.class)
          .hasMessage("graph:op-ed/seoul is given twice. Give each graph once.");
    }
  }

  @Test
  void what_was_changed_by_hand_outlives_a_restart_but_not_a_load() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      Loader loader = new Loader(graph);
      loader.load(SEOUL);
      graph.commit(candidate -> candidate.dataset().removeGraph(MiniDataset.SEOUL));

      assertThat(loader.loadAtStart(SEOUL).sources())
          .containsExactly(new Loaded.Unchanged(MiniDataset.SEOUL));
      assertThat(triples(graph, MiniDataset.SEOUL)).isZero();

      assertThat(loader.load(SEOUL).sources())
          .containsExactly(new Loaded.Replaced(MiniDataset.SEOUL, 11));
      assertThat(triples(graph, MiniDataset.SEOUL)).isEqualTo(11);
    }
  }

  @Test
  void what_somebody_loaded_is_not_replaced_at_a_start() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      Loader loader = new Loader(graph);
      loader.loadAtStart(SEOUL);
      loader.load(OpEdFiles.sources(List.of(MiniDataset.soundOpEdWith(""))));

      assertThat(loader.loadAtStart(SEOUL).sources())
          .containsExactly(new Loaded.Unchanged(MiniDataset.SEOUL));
      assertThat(triples(graph, MiniDataset.SEOUL)).isEqualTo(8);
    }
  }

  @Test
  void what_a_start_loaded_is_replaced_by_what_a_later_version_brings() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      Loader loader = new Loader(graph);
      loader.loadAtStart(OpEdFiles.sources(List.of(MiniDataset.soundOpEdWith(""))));

      assertThat(loader.loadAtStart(SEOUL).sources())
          .containsExactly(new Loaded.Replaced(MiniDataset.SEOUL, 11));
    }
  }

  @Test
  void a_condition_sees_what_a_load_would_replace_and_may_end_it() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      Loader loader = new Loader(graph);
      Source other = OpEdFiles.sources(List.of(MiniDataset.soundOpEdWith(""))).getFirst();
      Loader.Condition unlessThere =
          (dataset, changes) -> {
            if (changes && dataset.containsGraph(MiniDataset.SEOUL)) {
              throw new IllegalStateException("there");
            }
          };

      assertThat(loader.load(SEOUL.getFirst(), unlessThere).sources())
          .containsExactly(new Loaded.Added(MiniDataset.SEOUL, 11));
      assertThat(loader.load(SEOUL.getFirst(), unlessThere).sources())
          .containsExactly(new Loaded.Unchanged(MiniDataset.SEOUL));
      assertThatThrownBy(() -> loader.load(other, unlessThere)).hasMessage("there");
      assertThat(triples(graph, MiniDataset.SEOUL)).isEqualTo(11);
      assertThat(loader.load(other, (_, _) -> {}).sources())
          .containsExactly(new Loaded.Replaced(MiniDataset.SEOUL, 8));
      assertThat(graph.commit()).isEqualTo(3);
    }
  }

  @Test
  void a_file_is_known_by_its_hash_until_its_graph_is_changed() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      Loader loader = new Loader(graph);
      SourceFile seoul = SourceFile.read(MiniDataset.file("seoul.ttl"));

      assertThat(loader.loadedFrom(seoul)).isEmpty();
      loader.load(SEOUL);
      assertThat(loader.loadedFrom(seoul)).contains(MiniDataset.SEOUL);
      assertThat(loader.loadedFrom(MiniDataset.soundOpEdWith(""))).isEmpty();
      graph.commit(candidate -> candidate.dataset().removeGraph(MiniDataset.SEOUL));
      assertThat(loader.loadedFrom(seoul)).isEmpty();
    }
  }

  @Test
  void only_its_own_graph_is_taken_from_a_file_that_names_graphs() {
    String trig =
        """
        PREFIX dem: <https://w3id.org/demarche/ontology#>
        BASE <https://w3id.org/demarche/id/>
        <../graph/op-ed/a> { <op-ed/a> a dem:OpEd .
          <statement/a/F1> a dem:Statement ; dem:source <op-ed/a> ;
            dem:passage <passage/a/P1> ; dem:heldBy <actor/japan> . <passage/a/P1> a dem:Passage }
        <../graph/op-ed/b> { <op-ed/b> a dem:OpEd .
          <statement/b/F1> a dem:Statement ; dem:source <op-ed/b> ;
            dem:passage <passage/b/P1> ; dem:heldBy <actor/japan> . <passage/b/P1> a dem:Passage }
        """;
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      new Loader(graph)
          .load(
              OpEdFiles.sources(
                  List.of(SourceFile.of("ab.trig", trig.getBytes(StandardCharsets.UTF_8)))));

      assertThat(triples(graph, Graphs.opEd("a"))).isEqualTo(6);
      assertThat(triples(graph, Graphs.opEd("b"))).isEqualTo(6);
    }
  }

  @Test
  void the_hash_of_a_source_depends_on_its_files_and_not_on_their_folder() {
    byte[] content = "# same".getBytes(StandardCharsets.UTF_8);
    String hash = source(SourceFile.of("a.ttl", content)).contentSha256();

    assertThat(hash).hasSize(64);
    assertThat(source(SourceFile.of("deep/a.ttl", content)).contentSha256()).isEqualTo(hash);
    assertThat(source(SourceFile.of("b.ttl", content)).contentSha256()).isNotEqualTo(hash);
    assertThat(source(SourceFile.of("a.ttl", new byte[0])).contentSha256()).isNotEqualTo(hash);
    assertThat(
            source(SourceFile.of("a.ttl", content), SourceFile.of("b.ttl", content))
                .contentSha256())
        .isEqualTo(
            source(SourceFile.of("b.ttl", content), SourceFile.of("a.ttl", content))
                .contentSha256());
  }

  private static Source source(SourceFile... files) {
    return new Source(Graphs.CODES, List.of(files));
  }

  private static long triples(KnowledgeGraph graph, Node name) {
    try (Snapshot snapshot = graph.snapshot()) {
      return snapshot.dataset().getGraph(name).size();
    }
  }
}
