package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import org.demarche.MiniDataset;
import org.demarche.describe.Description;
import org.demarche.ontology.Graphs;
import org.demarche.validate.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description, which each commit changes by its differences, is what it would be anew. */
class DescriptionUpkeepTest {

  static Stream<Long> seeds() {
    return LongStream.range(100, 106).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatever_is_added_replaced_or_removed_the_description_is_the_one_that_is_written_anew(
      long seed) {
    Random random = new Random(seed);
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      int commits = 0;
      for (int step = 0; step < 12; step++) {
        try {
          commits += graph.commit(EntailmentUpkeepTest.change(random)).made() ? 1 : 0;
        } catch (Refusal refused) {
          // Then the description is the earlier one, which is looked at in the same way.
        }
        try (Snapshot snapshot = graph.snapshot()) {
          DatasetGraph dataset = snapshot.dataset();
          assertThat(comparable(dataset.getGraph(Graphs.DESCRIPTION).stream()))
              .isEqualTo(comparable(Description.of(dataset, Instant.EPOCH).stream()));
        }
      }
      assertThat(commits).isGreaterThan(4);
    }
  }

  /**
   * All but the date, and but the number of all different objects: as it may be one of them, two
   * numbers can be true. {@code DescriptionTest} counts.
   */
  private static Set<Triple> comparable(Stream<Triple> description) {
    Node dataset = Description.DATASET;
    return description
        .filter(triple -> !triple.getPredicate().equals(DCTerms.modified.asNode()))
        .filter(
            triple ->
                !triple.getSubject().equals(dataset)
                    || !triple.getPredicate().equals(VOID.distinctObjects.asNode()))
        .collect(Collectors.toSet());
  }
}
