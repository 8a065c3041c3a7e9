package org.demarche.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.MiniDataset;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.load.OpEdFiles;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.junit.jupiter.api.Test;

class DescriptionTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Node CHINA = MiniDataset.id("actor/china");

  @Test
  void every_figure_is_what_a_query_counts_whatever_is_loaded_replaced_and_removed() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      assertFigures(graph);

      new Loader(graph).load(OpEdFiles.sources(List.of(MiniDataset.soundOpEdWith(""))));
      assertFigures(graph);

      new Loader(graph)
          .load(
              OpEdFiles.sources(
                  List.of(
                      MiniDataset.soundOpEdWith(
                          "<statement/seoul/F001> dem:about <actor/japan> ."))));
      assertFigures(graph);

      graph.commit(candidate -> candidate.dataset().removeGraph(MiniDataset.SEOUL));
      assertFigures(graph);
      assertThat(description(graph))
          .noneMatch(triple -> triple.getObject().equals(MiniDataset.SEOUL));
    }
  }

  @Test
  void every_figure_of_what_comes_with_demarche_is_what_a_query_counts() {
    try (KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION)) {
      new Loader(graph).load(Manifest.onClassPath().sources());

      assertFigures(graph);
    }
  }

  @Test
  void what_stays_the_same_is_told_by_the_same_triples() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      Set<Triple> before = description(graph);
      graph.commit(
          candidate ->
              candidate
                  .dataset()
                  .add(
                      Quad.create(
                          Graphs.REFERENCE,
                          MiniDataset.JAPAN,
                          RDFS.Nodes.label,
                          NodeFactory.createLiteralLang("日本", "ja"))));

      Set<Triple> after = description(graph);
      assertThat(after).noneMatch(triple -> triple.getSubject().isBlank());
      assertThat(after.stream().filter(triple -> !before.contains(triple)))
          .hasSizeLessThan(after.size() / 10);
    }
  }

  @Test
  void it_is_written_by_each_commit_and_is_no_part_of_what_the_commit_tells() {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      long before = inferred(graph);

      assertThat(
              graph
                  .commit(
                      candidate ->
                          candidate
                              .dataset()
                              .add(Graphs.REFERENCE, CHINA, RDF.Nodes.type, Dem.State))
                  .changedGraphs())
          .containsExactlyInAnyOrder(Graphs.REFERENCE, Graphs.INFERRED);
      assertThat(inferred(graph)).as("that it is an actor").isEqualTo(before + 1);
    }
  }

  private static long inferred(KnowledgeGraph graph) {
    try (Snapshot snapshot = graph.snapshot()) {
      return snapshot.dataset().getGraph(Graphs.INFERRED).size();
    }
  }

  private static Set<Triple> description(KnowledgeGraph graph) {
    try (Snapshot snapshot = graph.snapshot()) {
      return snapshot.dataset().getGraph(Graphs.DESCRIPTION).stream().collect(Collectors.toSet());
    }
  }

  /** The queries find nothing but what differs, or is missing on one of the two sides. */
  private static void assertFigures(KnowledgeGraph graph) {
    List<String> checks = checks();
    assertThat(checks).hasSize(9);
    try (Snapshot snapshot = graph.snapshot()) {
      for (String check : checks) {
        Query query = QueryFactory.create(check);
        try (QueryExec execution = snapshot.query(query, LONG)) {
          List<String> rows = execution.select().stream().map(Object::toString).toList();
          assertThat(rows).as(check).isEmpty();
        }
        // A figure that is told nowhere would differ nowhere.
        String told = check.substring(check.indexOf("# told"), check.indexOf("# counted"));
        try (QueryExec execution =
            snapshot.query(
                QueryFactory.create(
                    check.substring(0, check.indexOf("SELECT")) + "ASK { " + told + " }"),
                LONG)) {
          assertThat(execution.ask()).as(told).isTrue();
        }
      }
    }
  }

  private static List<String> checks() {
    try (InputStream in =
        Objects.requireNonNull(DescriptionTest.class.getResourceAsStream("figures.rq"))) {
      String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^### .*$");
      return Stream.of(parts).skip(1).map(check -> parts[0] + check).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
