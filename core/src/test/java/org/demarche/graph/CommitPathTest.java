package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.search.Search;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommitPathTest {
  private final Store store = Store.inMemory(DefaultGraph.UNION);
  private final AtomicBoolean diskIsFull = new AtomicBoolean();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_disk_that_is_full_for_a_written_file_is_told_and_the_graph_stays_as_it_was() {
    assertToldAndMended(
        new DatasetGraphWrapper(store.dataset()) {
          @Override
          public void commit() {
            if (transactionMode() == ReadWrite.WRITE && diskIsFull.get()) {
              throw new RuntimeIOException("java.io.IOException: No space left on device");
            }
            super.commit();
          }
        },
        "java.io.IOException: No space left on device");
  }

  @Test
  void a_disk_that_is_full_for_a_mapped_file_is_told_and_the_graph_stays_as_it_was() {
    assertToldAndMended(
        new DatasetGraphWrapper(store.dataset()) {
          @Override
          public void add(Quad quad) {
            if (diskIsFull.get()) {
              throw new InternalError("a fault occurred in an unsafe memory access operation");
            }
            super.add(quad);
          }
        },
        "the disk is full or broken");
  }

  private void assertToldAndMended(DatasetGraph failing, String reason) {
    CommitPath commits =
        new CommitPath(failing, store.index(), DefaultGraph.UNION, Duration.ofSeconds(1));
    assertThat(commitOne(commits, Dem.Actor.getURI()).number()).isEqualTo(1);

    diskIsFull.set(true);
    assertThatThrownBy(() -> commitOne(commits, Dem.State.getURI()))
        .isInstanceOfSatisfying(
            DemarcheException.class,
            e -> assertThat(e.category()).isEqualTo(ErrorCategory.INTERNAL))
        .hasMessage("The commit could not be stored: " + reason + ". The graph is at commit 1.");

    diskIsFull.set(false);
    assertThat(commitOne(commits, Dem.Event.getURI()).number()).isEqualTo(2);
    try (Snapshot snapshot = new Snapshot(store.dataset(), store.index())) {
      assertThat(snapshot.dataset().getGraph(Graphs.ONTOLOGY).size()).isEqualTo(2);
      assertThat(snapshot.search(Search.of("Actor", 5)).total()).isEqualTo(1);
      assertThat(snapshot.search(Search.of("Event", 5)).total()).isEqualTo(1);
      // The one that failed.
      assertThat(snapshot.search(Search.of("State", 5)).total()).isZero();
    }
  }

  private static Commit commitOne(CommitPath commits, String label) {
    Candidate candidate = commits.begin();
    try {
      candidate
          .dataset()
          .add(
              Graphs.ONTOLOGY,
              RDF.Nodes.type,
              RDFS.Nodes.label,
              NodeFactory.createLiteralString(label));
      return commits.commit(candidate);
    } finally {
      commits.end();
    }
  }

  @Test
  void whoever_comes_second_waits_no_longer_than_told() throws Exception {
    CommitPath commits =
        new CommitPath(store.dataset(), store.index(), DefaultGraph.UNION, Duration.ofMillis(20));
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    commits.begin();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                commits.begin();
              } catch (DemarcheException e) {
                thrown.set(e);
              }
            })
        .join();
    commits.end();

    assertThat(thrown.get())
        .isInstanceOfSatisfying(
            DemarcheException.class, e -> assertThat(e.category()).isEqualTo(ErrorCategory.BUSY))
        .hasMessage(
            "Another change has been under way for 0 seconds. Nothing was changed; try again"
                + " later.");
  }
}
