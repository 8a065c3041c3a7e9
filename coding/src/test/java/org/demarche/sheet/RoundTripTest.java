package org.demarche.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
