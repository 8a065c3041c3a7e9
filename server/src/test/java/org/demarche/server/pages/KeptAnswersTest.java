package org.demarche.server.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.server.pages.KeptAnswers.Kept;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptAnswersTest {
  private static final int MEGABYTE = 1 << 20;

  @AutoClose private final KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION);
  private final KeptAnswers answers = new KeptAnswers();
  private int made;

  @Test
  void who_asks_the_same_gets_the_same_answer() {
    assertThat(ask("japan", 10)).isSameAs(ask("japan", 10));
    assertThat(ask("korea", 10)).isNotSameAs(ask("japan", 10));
    assertThat(made).isEqualTo(2);
  }

  @Test
  void the_next_commit_is_answered_anew() {
    ask("japan", 10);
    graph.commit(
        change ->
            change.dataset().add(Graphs.ONTOLOGY, Dem.Actor, RDFS.Nodes.subClassOf, Dem.Actor));
    ask("japan", 10);

    assertThat(made).isEqualTo(2);
  }

  @Test
  void what_is_kept_has_a_bound() {
    for (int number = 0; number < 100; number++) {
      ask("japan?page=" + number, MEGABYTE);
    }
    made = 0;
    for (int number = 0; number < 100; number++) {
      ask("japan?page=" + number, MEGABYTE);
    }

    assertThat(made).isGreaterThan(80);
  }

  @Test
  void nothing_is_kept_of_what_fails() {
    try (Snapshot snapshot = graph.snapshot()) {
      assertThatThrownBy(
              () ->
                  answers.of(
                      snapshot,
                      List.of("japan"),
                      () -> {
                        throw new IllegalStateException("not now");
                      }))
          .hasMessage("not now");
    }
    ask("japan", 10);

    assertThat(made).isEqualTo(1);
  }

  private Kept ask(String path, int length) {
    try (Snapshot snapshot = graph.snapshot()) {
      return answers.of(
          snapshot,
          List.of(path),
          () -> {
            made++;
            return new Kept("text/html", Map.of(), "x".repeat(length));
          });
    }
  }
}
