package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.demarche.entail.Closure;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.search.Hit;
import org.demarche.search.Search;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KillTest {
  /** Japan and South Korea. */
  private static final long STATES_OF_THE_FIRST_COMMIT = 2;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void a_process_that_is_killed_leaves_whole_commits_and_loses_none_that_it_told_of(
      int commits, @TempDir Path folder) throws Exception {
    long told = 0;
    try (OtherProcess other = OtherProcess.committingTo(folder)) {
      for (int i = 0; i < commits; i++) {
        told = other.nextCommit();
      }
      // Somewhere within the next commit.
      Thread.sleep(3L * commits);
      other.kill();
    }

    try (KnowledgeGraph graph = KnowledgeGraph.open(folder, DefaultGraph.UNION);
        Snapshot snapshot = graph.snapshot()) {
      assertThat(snapshot.commit()).isBetween(told, told + 2);
      long states =
          Iter.count(
              snapshot.dataset().find(Graphs.REFERENCE, Node.ANY, RDF.Nodes.type, Dem.State));
      assertThat(states).isEqualTo(STATES_OF_THE_FIRST_COMMIT + 2 * (snapshot.commit() - 1));
      // Commit 1 loads the small dataset; the others name a state each.
      assertThat(
              snapshot.search(Search.of(OtherProcess.nameOf(snapshot.commit()), 1)).best().stream()
                  .map(Hit::text)
                  .toList())
          .isEqualTo(
              snapshot.commit() == 1 ? List.of() : List.of(OtherProcess.nameOf(snapshot.commit())));
      Graph inferred = snapshot.dataset().getGraph(Graphs.INFERRED);
      assertThat(inferred.stream())
          .containsExactlyInAnyOrderElementsOf(Closure.of(snapshot.dataset()));
    }
  }
}
