package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.demarche.MiniDataset;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** In a folder, as servers run: TDB2 in memory has been seen to show a reader a torn index. */
@Timeout(120)
class ConcurrencyTest {
  private static final int WRITERS = 4;
  private static final int COMMITS_EACH = 15;
  private static final int STATES_IN_A_COMMIT = 5;

  @Test
  void readers_see_whole_commits_only_and_writers_never_share_a_number(@TempDir Path folder)
      throws Exception {
    try (KnowledgeGraph graph =
            MiniDataset.loadedInto(KnowledgeGraph.open(folder, DefaultGraph.UNION));
        ExecutorService threads = Executors.newCachedThreadPool()) {
      AtomicBoolean writing = new AtomicBoolean(true);
      List<Future<Long>> readers = new ArrayList<>();
      for (int reader = 0; reader < 4; reader++) {
        readers.add(threads.submit(() -> readWhile(graph, writing)));
      }
      ConcurrentSkipListSet<Long> numbers = new ConcurrentSkipListSet<>();
      List<Callable<Boolean>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int name = writer;
        writers.add(() -> write(graph, name, numbers));
      }
      for (Future<Boolean> writer : threads.invokeAll(writers)) {
        assertThat(writer.get()).isTrue();
      }
      writing.set(false);

      for (Future<Long> reader : readers) {
        assertThat(reader.get()).isPositive();
      }
      assertThat(numbers).hasSize(WRITERS * COMMITS_EACH);
      assertThat(numbers.first()).isEqualTo(2);
      assertThat(graph.commit()).isEqualTo(1 + WRITERS * COMMITS_EACH);
    }
  }

  /** Reads over and over; every state must be that of its commit. */
  private static long readWhile(KnowledgeGraph graph, AtomicBoolean writing) {
    long reads = 0;
    long last = 0;
    while (writing.get()) {
      try (Snapshot snapshot = graph.snapshot()) {
        long expected = STATES_IN_A_COMMIT * (snapshot.commit() - 1);
        assertThat(count(snapshot, Graphs.REFERENCE, Dem.State)).isEqualTo(expected + 2);
        assertThat(count(snapshot, Graphs.INFERRED, Dem.Actor)).isEqualTo(expected + 2);
        assertThat(snapshot.commit()).isGreaterThanOrEqualTo(last);
        last = snapshot.commit();
      }
      reads++;
    }
    return reads;
  }

  private static long count(Snapshot snapshot, Node graph, Node type) {
    return Iter.count(snapshot.dataset().find(graph, Node.ANY, RDF.Nodes.type, type));
  }

  private static boolean write(
      KnowledgeGraph graph, int writer, ConcurrentSkipListSet<Long> numbers) {
    boolean distinct = true;
    for (int i = 0; i < COMMITS_EACH; i++) {
      String name = "actor/" + writer + "-" + i + "-";
      Commit commit =
          graph.commit(
              candidate -> {
                for (int state = 0; state < STATES_IN_A_COMMIT; state++) {
                  candidate
                      .dataset()
                      .add(
                          Graphs.REFERENCE,
                          MiniDataset.id(name + state),
                          RDF.Nodes.type,
                          Dem.State);
                }
              });
      distinct &= numbers.add(commit.number());
    }
    return distinct;
  }
}
