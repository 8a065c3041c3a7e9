package org.demarche.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.demarche.load.Manifest;
import org.demarche.load.OpEdFiles;
import org.demarche.load.Source;
import org.demarche.load.SourceFile;
import org.demarche.load.Syntax;
import org.demarche.ontology.Graphs;
import org.demarche.validate.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported and built again is the same graph. */
final class RoundTripTest {
  private static final String SLUG = "botto-2019-gsomia";
  private static final Node GRAPH = Graphs.opEd(SLUG);
  private static final Set<Triple> TRIPLES = bundled();

  @TempDir private Path folder;

  @Test
  void the_real_op_ed_comes_back_from_tables() throws Exception {
    Sheet sheet = SheetExport.of(SLUG, graph(TRIPLES));
    for (TableName table : TableName.values()) {
      Files.write(folder.resolve(table.file()), CsvTable.write(sheet.table(table)));
    }
    List<Source> built = CodedOpEds.read(folder);
    assertThat(built).hasSize(1);
    assertThat(built.getFirst().graph()).isEqualTo(GRAPH);
    assertThat(built.getFirst().triples()).containsExactlyInAnyOrderElementsOf(TRIPLES);
  }

  @Test
  void it_comes_back_from_a_workbook() {
    Sheet sheet = SheetExport.of(SLUG, graph(TRIPLES));
    SheetWriter.writeWorkbook(folder, sheet, KnownThings.none());
    assertThat(CodedOpEds.read(folder.resolve(SheetWriter.WORKBOOK)).getFirst().triples())
        .containsExactlyInAnyOrderElementsOf(TRIPLES);
  }

  @Test
  void whatever_the_ontology_has_properties_for_comes_back() throws Exception {
    String turtle =
        Files.readString(
            Path.of(Objects.requireNonNull(getClass().getResource("round/odd.ttl")).toURI()));
    Set<Triple> odd =
        OpEdFiles.sources(
                List.of(
                    SourceFile.of(
                        "odd.ttl", Syntax.TURTLE, turtle.getBytes(StandardCharsets.UTF_8))))
            .getFirst()
            .triples();
    Sheet sheet = SheetExport.of("odd-2020", graph(odd));
    SheetWriter.writeTables(folder, sheet);
    SheetWriter.writeWorkbook(folder, sheet, KnownThings.none());
    assertThat(CodedOpEds.read(folder).getFirst().triples())
        .containsExactlyInAnyOrderElementsOf(odd);
    assertThat(CodedOpEds.read(folder.resolve(SheetWriter.WORKBOOK)).getFirst().triples())
        .containsExactlyInAnyOrderElementsOf(odd);
    assertThat(triples(OpEdTrig.write(Graphs.opEd("odd-2020"), odd))).isEqualTo(odd);
  }

  @Test
  void what_a_sheet_has_no_place_for_is_told_and_not_lost() {
    Set<Triple> others =
        OpEdFiles.sources(
                List.of(
                    SourceFile.of(
                        "a.ttl",
                        Syntax.TURTLE,
                        """
                        @prefix dem: <https://w3id.org/demarche/ontology#> .
                        @prefix id: <https://w3id.org/demarche/id/> .
                        <https://w3id.org/demarche/id/op-ed/a-2020> a dem:OpEd ; dem:unheardOf 1 .
                        [] a dem:Event .
                        """
                            .getBytes(StandardCharsets.UTF_8))))
            .getFirst()
            .triples();
    assertThatThrownBy(() -> SheetExport.of("a-2020", graph(others)))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            """
            blank node: What has no name, or one with spaces, can't have a row in a sheet. Give it one, id:{kind}/{slug}, or keep the op-ed in Turtle.
            id:op-ed/a-2020: dem:unheardOf "1"^^<http://www.w3.org/2001/XMLSchema#integer> can't be written in a sheet. Write it with a property that the ontology declares, and a value that has a name.""");
  }

  @Test
  void its_trig_says_the_same_and_is_the_same_bytes_each_time() {
    String trig = OpEdTrig.write(GRAPH, TRIPLES);
    assertThat(OpEdTrig.write(GRAPH, graph(TRIPLES).stream().toList())).isEqualTo(trig);
    assertThat(triples(trig)).isEqualTo(TRIPLES);
  }

  private static Set<Triple> triples(String trig) {
    return OpEdFiles.sources(
            List.of(SourceFile.of("built", Syntax.TRIG, trig.getBytes(StandardCharsets.UTF_8))))
        .getFirst()
        .triples();
  }

  private static Graph graph(Set<Triple> triples) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    triples.forEach(graph::add);
    return graph;
  }

  private static Set<Triple> bundled() {
    return Manifest.onClassPath().sources().stream()
        .filter(source -> source.graph().equals(GRAPH))
        .findFirst()
        .orElseThrow()
        .triples();
  }
}
