package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PerCommitTest {
  @AutoClose private final KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION);
  private final List<Long> made = new ArrayList<>();

  private final PerCommit<Long> commits =
      new PerCommit<>(
          snapshot -> {
            made.add(snapshot.commit());
            return snapshot.commit();
          });

  @Test
  void it_is_made_once_for_each_commit() {
    long first = read();
    long again = read();
    commit();
    long next = read();

    assertThat(List.of(first, again, next)).containsExactly(0L, 0L, 1L);
    assertThat(made).containsExactly(0L, 1L);
  }

  @Test
  void who_reads_an_earlier_commit_gets_that_and_leaves_the_later_one_known() throws Exception {
    try (Snapshot earlier = graph.snapshot()) {
      Thread.ofPlatform().start(this::commitAndRead).join();

      assertThat(commits.of(earlier)).isZero();
    }
    assertThat(read()).isEqualTo(1);
    assertThat(made).containsExactly(1L, 0L);
  }

  @Test
  void what_fails_to_be_made_is_tried_again() {
    PerCommit<String> failing =
        new PerCommit<>(
            _ -> {
              made.add(0L);
              throw new IllegalStateException("not now");
            });
    for (int attempt = 1; attempt <= 2; attempt++) {
      try (Snapshot snapshot = graph.snapshot()) {
        assertThatThrownBy(() -> failing.of(snapshot)).hasMessage("not now");
      }
    }

    assertThat(made).hasSize(2);
  }

  private long read() {
    try (Snapshot snapshot = graph.snapshot()) {
      return commits.of(snapshot);
    }
  }

  private void commitAndRead() {
    commit();
    read();
  }

  private void commit() {
    graph.commit(
        change ->
            change.dataset().add(Graphs.ONTOLOGY, Dem.Actor, RDFS.Nodes.subClassOf, Dem.Actor));
  }
}
