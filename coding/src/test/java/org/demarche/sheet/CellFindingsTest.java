package org.demarche.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.GraphRoles;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.ontology.Graphs;
import org.demarche.validate.Finding;
import org.demarche.validate.Findings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the examination before a load finds in a sheet, it finds at a cell. */
final class CellFindingsTest {
  private static final KnowledgeGraph GRAPH = KnowledgeGraph.inMemory(DefaultGraph.UNION);

  @TempDir private Path folder;

  @BeforeAll
  static void load() {
    new Loader(GRAPH)
        .load(
            Manifest.onClassPath().sources().stream()
                .filter(source -> !GraphRoles.isOpEd(source.graph()))
                .toList());
  }

  @AfterAll
  static void close() {
    GRAPH.close();
  }

  @Test
  void findings_of_every_check_land_at_their_cell() {
    Path sheet =
        Tables.write(
            folder,
            text("places/op-ed.csv"),
            text("places/statements.csv"),
            text("places/entities.csv"));
    Findings findings = new Loader(GRAPH).check(CodedOpEds.read(sheet));
    assertThat(
            findings.all().stream()
                .map(Finding::toString)
                .map(finding -> finding.replace(folder + "/", ""))
                .toList())
        .isEqualTo(Tables.expected("places/findings.txt"));
  }

  @Test
  void a_sound_sheet_is_loaded_and_known_again() {
    Path sheet =
        Tables.write(
            folder,
            text("places/op-ed.csv")
                .replace("broken-2021", "sound-2021")
                .replace(",,dated", ",2021-03-04,dated"),
            Tables.STATEMENTS.replace("hana-park", "kathryn-botto"),
            Tables.ENTITIES);
    assertThat(new Loader(GRAPH).load(CodedOpEds.read(sheet)).commit().made()).isTrue();
    assertThat(new Loader(GRAPH).load(CodedOpEds.read(sheet)).commit().made()).isFalse();
    try (Snapshot snapshot = GRAPH.snapshot()) {
      assertThat(
              SheetExport.of("sound-2021", snapshot.dataset().getGraph(Graphs.opEd("sound-2021")))
                  .statements()
                  .rows())
          .hasSize(1);
      assertThat(KnownThings.of(snapshot).labels().get("actor"))
          .containsEntry("japan", "Japan")
          .containsEntry("kathryn-botto", "Kathryn Botto");
    }
  }

  private static String text(String name) {
    List<String> lines = Tables.expected(name);
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
