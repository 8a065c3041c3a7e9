package org.demarche.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Look-ups in English, Korean and Japanese, in the data that comes with Demarche. */
@TestInstance(Lifecycle.PER_CLASS)
class LookUpsTest {
  @AutoClose private final KnowledgeGraph graph = LookUps.graph();

  static List<LookUps.LookUp> lookUps() {
    return LookUps.all();
  }

  @ParameterizedTest
  @MethodSource("lookUps")
  void what_is_looked_for_is_among_the_first_three(LookUps.LookUp lookUp) {
    try (Snapshot snapshot = graph.snapshot()) {
      List<Hit> hits = snapshot.search(Search.of(lookUp.typed(), 10)).best();

      assertThat(lookUp.rank(hits).orElse(Integer.MAX_VALUE))
          .as("%s among %s", lookUp.typed(), hits.stream().limit(5).toList())
          .isLessThanOrEqualTo(3);
    }
  }
}
