package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.MiniDataset;
import org.demarche.load.Loader;
import org.demarche.load.OpEdFiles;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.search.Hit;
import org.demarche.search.Search;
import org.demarche.validate.Places;
import org.demarche.validate.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search index is that of the commit, whatever happens. */
class SearchUpkeepTest {
  @TempDir private Path folder;

  @Test
  void what_is_loaded_is_found_and_what_is_replaced_is_not() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      assertThat(found(graph, "Seoul decides")).isEmpty();

      new Loader(graph).load(OpEdFiles.sources(List.of(MiniDataset.soundOpEdWith(""))));
      assertThat(found(graph, "Seoul decides")).containsExactly(MiniDataset.id("op-ed/seoul"));

      graph.commit(change -> change.replace(MiniDataset.SEOUL, List.of(), Places.none()));
      assertThat(found(graph, "Seoul decides")).isEmpty();
    }
  }

  @Test
  void an_update_changes_what_is_found() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      update(
          graph,
          """
          DELETE DATA { GRAPH graph:reference { actor:japan rdfs:label "Japan"@en } } ;
          INSERT DATA { GRAPH graph:reference { actor:japan rdfs:label "Nippon"@en } }
          """);

      assertThat(found(graph, "Nippon")).containsExactly(MiniDataset.JAPAN);
      assertThat(found(graph, "Japan")).isEmpty();
    }
  }

  @Test
  void a_text_that_two_graphs_have_is_found_until_both_have_lost_it() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      update(graph, "INSERT DATA { GRAPH graph:codes { actor:japan rdfs:label \"Japan\"@en } }");
      update(
          graph, "DELETE DATA { GRAPH graph:reference { actor:japan rdfs:label \"Japan\"@en } }");
      assertThat(found(graph, "Japan")).containsExactly(MiniDataset.JAPAN);

      update(graph, "DELETE DATA { GRAPH graph:codes { actor:japan rdfs:label \"Japan\"@en } }");
      assertThat(found(graph, "Japan")).isEmpty();
    }
  }

  @Test
  void a_change_that_is_refused_or_given_up_is_not_found() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      assertThatThrownBy(
              () ->
                  update(
                      graph,
                      """
                      INSERT DATA { GRAPH graph:reference {
                        actor:china a dem:State ; rdfs:label "China"@en ; dem:allyOf actor:chnia } }
                      """))
          .isInstanceOf(Refusal.class);
      graph.served().begin(ReadWrite.WRITE);
      name(graph.served(), "China");
      graph.served().abort();
      graph.served().end();

      assertThat(found(graph, "China")).isEmpty();
    }
  }

  @Test
  void shapes_and_what_commits_keep_are_not_found() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      update(
          graph, "INSERT DATA { GRAPH graph:shapes { shape:Actor rdfs:label \"Elsewhere\"@en } }");

      assertThat(found(graph, "Elsewhere")).isEmpty();
    }
  }

  @Test
  void a_snapshot_finds_what_was_there_at_its_commit() throws Exception {
    try (KnowledgeGraph graph = MiniDataset.inMemory();
        ExecutorService other = Executors.newSingleThreadExecutor();
        Snapshot before = graph.snapshot()) {
      // More commits than the index keeps apart.
      for (String name : List.of("Nippon", "Nihon", "Wa", "Zipangu", "Cipango", "Yamato")) {
        other
            .submit(
                () ->
                    graph.commit(
                        change -> {
                          change
                              .dataset()
                              .deleteAny(
                                  Graphs.REFERENCE, MiniDataset.JAPAN, RDFS.Nodes.label, Node.ANY);
                          name(change.dataset(), name);
                        }))
            .get();
        assertThat(things(before, name)).isEmpty();
      }
    }
  }

  @Test
  void an_index_is_found_again_with_its_folder() {
    try (KnowledgeGraph graph = filled()) {
      assertThat(found(graph, "Japan")).containsExactly(MiniDataset.JAPAN);
    }
    try (KnowledgeGraph graph = KnowledgeGraph.open(folder, DefaultGraph.UNION)) {
      assertThat(found(graph, "Japan")).containsExactly(MiniDataset.JAPAN);
    }
  }

  @Test
  void an_index_that_is_gone_is_made_anew() throws IOException {
    filled().close();
    delete(folder.resolve("search"));

    try (KnowledgeGraph graph = KnowledgeGraph.open(folder, DefaultGraph.UNION)) {
      assertThat(found(graph, "Japan")).containsExactly(MiniDataset.JAPAN);
    }
  }

  @Test
  void an_index_of_an_earlier_commit_is_made_anew_as_after_a_crash(@TempDir Path aside)
      throws IOException {
    filled().close();
    copy(folder.resolve("search"), aside);
    try (KnowledgeGraph graph = KnowledgeGraph.open(folder, DefaultGraph.UNION)) {
      graph.commit(change -> name(change.dataset(), "Nippon"));
    }
    delete(folder.resolve("search"));
    copy(aside, Files.createDirectory(folder.resolve("search")));

    try (KnowledgeGraph graph = KnowledgeGraph.open(folder, DefaultGraph.UNION)) {
      assertThat(graph.commit()).isEqualTo(2);
      assertThat(found(graph, "Nippon")).containsExactly(MiniDataset.JAPAN);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 17})
  void an_index_that_cannot_be_read_is_made_anew(int length) throws IOException {
    filled().close();
    try (Stream<Path> files = Files.list(folder.resolve("search"))) {
      for (Path file : files.toList()) {
        Files.write(file, new byte[length]);
      }
    }

    try (KnowledgeGraph graph = KnowledgeGraph.open(folder, DefaultGraph.UNION)) {
      assertThat(found(graph, "Japan")).containsExactly(MiniDataset.JAPAN);
      graph.commit(change -> name(change.dataset(), "Nippon"));
      assertThat(found(graph, "Nippon")).containsExactly(MiniDataset.JAPAN);
    }
  }

  @Test
  void readers_find_what_their_commit_has_while_others_are_made() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (KnowledgeGraph graph = MiniDataset.inMemory();
        ExecutorService readers = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> looks = new ArrayList<>();
      for (int reader = 0; reader < 4; reader++) {
        looks.add(
            readers.submit(
                () -> {
                  int count = 0;
                  while (!done.get()) {
                    try (Snapshot snapshot = graph.snapshot()) {
                      // Commit n calls it "Realm n", and nothing else.
                      String name = "Realm " + (1000 + snapshot.commit());
                      if (snapshot.commit() > 1) {
                        assertThat(snapshot.search(Search.of(name, 5)).best())
                            .first()
                            .extracting(Hit::text)
                            .isEqualTo(name);
                        count++;
                      }
                    }
                  }
                  return count;
                }));
      }
      for (int commit = 2; commit <= 40; commit++) {
        String name = "Realm " + (1000 + commit);
        graph.commit(
            change -> {
              change
                  .dataset()
                  .deleteAny(Graphs.REFERENCE, MiniDataset.JAPAN, RDFS.Nodes.label, Node.ANY);
              name(change.dataset(), name);
            });
      }
      done.set(true);
      for (Future<Integer> look : looks) {
        assertThat(look.get()).isPositive();
      }
    }
  }

  private KnowledgeGraph filled() {
    return MiniDataset.loadedInto(KnowledgeGraph.open(folder, DefaultGraph.UNION));
  }

  private static void name(DatasetGraph dataset, String name) {
    dataset.add(Graphs.REFERENCE, MiniDataset.JAPAN, RDF.Nodes.type, Dem.State);
    dataset.add(
        Graphs.REFERENCE,
        MiniDataset.JAPAN,
        RDFS.Nodes.label,
        NodeFactory.createLiteralLang(name, "en"));
  }

  private static void update(KnowledgeGraph graph, String update) {
    String prefixes =
        """
        PREFIX dem: <https://w3id.org/demarche/ontology#>
        PREFIX graph: <https://w3id.org/demarche/graph/>
        PREFIX shape: <https://w3id.org/demarche/shapes/>
        PREFIX actor: <https://w3id.org/demarche/id/actor/>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        """;
    Txn.executeWrite(
        graph.served(),
        () -> UpdateExec.dataset(graph.served()).update(prefixes + update).execute());
  }

  private static List<Node> found(KnowledgeGraph graph, String text) {
    try (Snapshot snapshot = graph.snapshot()) {
      return things(snapshot, text);
    }
  }

  private static List<Node> things(Snapshot snapshot, String text) {
    return snapshot.search(Search.of(text, 10)).best().stream().map(Hit::thing).toList();
  }

  private static void delete(Path flat) throws IOException {
    try (Stream<Path> files = Files.list(flat)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(flat);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
