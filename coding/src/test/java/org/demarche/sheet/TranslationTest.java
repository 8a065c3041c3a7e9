package org.demarche.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.load.Source;
import org.demarche.ontology.Graphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From cells to triples, or to faults of cells. */
final class TranslationTest {
  @TempDir private Path folder;

  @Test
  void every_fault_is_told_with_its_cell_and_what_would_be_right() {
    Path sheet =
        Tables.write(
            folder,
            text("faults/op-ed.csv"),
            text("faults/statements.csv"),
            text("faults/entities.csv"));
    assertThat(Tables.faults(sheet)).isEqualTo(Tables.expected("faults/findings.txt"));
  }

  @Test
  void a_sheet_gives_the_triples_of_its_op_ed() {
    Source built =
        build(text("small/op-ed.csv"), text("small/statements.csv"), text("small/entities.csv"));
    assertThat(built.graph()).isEqualTo(Graphs.opEd("park-2021"));
    assertThat(OpEdTrig.write(built.graph(), built.triples()))
        .isEqualTo(text("small/expected.trig"));
  }

  @Test
  void rows_that_are_empty_are_passed_over() {
    assertThat(
            build(Tables.OP_ED + ",,,\n", Tables.STATEMENTS + ",\n\n , ,\n", Tables.ENTITIES + "\n")
                .triples())
        .isEqualTo(build(Tables.OP_ED, Tables.STATEMENTS, Tables.ENTITIES).triples());
  }

  @Test
  void the_content_of_all_three_tables_is_what_a_sheet_is_known_by() {
    String hash = build(Tables.OP_ED, Tables.STATEMENTS, Tables.ENTITIES).contentSha256();
    assertThat(build(Tables.OP_ED, Tables.STATEMENTS, Tables.ENTITIES).contentSha256())
        .isEqualTo(hash);
    assertThat(build(Tables.OP_ED, Tables.STATEMENTS, Tables.ENTITIES + "\n").contentSha256())
        .isNotEqualTo(hash);
  }

  private Source build(String opEd, String statements, String entities) {
    List<Source> built = CodedOpEds.read(Tables.write(folder, opEd, statements, entities));
    assertThat(built).hasSize(1);
    return built.getFirst();
  }

  private static String text(String name) {
    return Tables.expected(name).stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
