package org.demarche.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.load.Source;
import org.demarche.validate.Finding;
import org.demarche.validate.Refusal;
import org.demarche.validate.Severity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults as coders make them, planted one by one in an op-ed that is sound. */
final class PlantedFaultsTest {
  private static final KnowledgeGraph GRAPH = KnowledgeGraph.inMemory(DefaultGraph.UNION);
  private static final Loader LOADER = new Loader(GRAPH);
  private static final Source SOUND = CodedOpEds.examples().getFirst();
  private static final PlantedFault.SoundOpEd OP_ED =
      PlantedFault.SoundOpEd.of(SOUND, "demarche/examples/lind-2019-nile");

  @BeforeAll
  static void load() {
    LOADER.load(Manifest.onClassPath().sources());
  }

  @AfterAll
  static void close() {
    GRAPH.close();
  }

  @Test
  void without_them_there_is_nothing_to_find() {
    assertThat(LOADER.check(List.of(SOUND)).all()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("planted")
  void each_is_found_at_its_place_and_nothing_is_loaded(PlantedFault planted) {
    long commit = GRAPH.commit();

    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> LOADER.load(planted.sources(OP_ED)));

    assertThat(refusal).isNotNull();
    assertThat(refusal.findings().all())
        .filteredOn(finding -> finding.severity() == Severity.FAULT)
        .extracting(Finding::toString)
        .anySatisfy(
            finding ->
                assertThat(finding)
                    .startsWith(planted.expectedPlace(OP_ED))
                    .contains(planted.words()));
    assertThat(GRAPH.commit()).isEqualTo(commit);
  }

  @Test
  void there_are_more_than_sixty() {
    assertThat(planted().distinct().count()).isGreaterThanOrEqualTo(60);
  }

  static Stream<PlantedFault> planted() {
    return Tables.expected("planted-faults.tsv").stream().skip(1).map(PlantedFault::parse);
  }
}
