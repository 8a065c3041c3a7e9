package org.demarche.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.MiniDataset;
import org.demarche.ontology.Graphs;
import org.demarche.validate.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static final String PREFIXES =
      "@prefix dem: <https://w3id.org/demarche/ontology#> ."
          + " @prefix graph: <https://w3id.org/demarche/graph/> .\n";

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(folder.resolve("a.ttl"), "");
    Files.writeString(folder.resolve("b.ttl"), "# nothing yet");
  }

  @Test
  void sources_come_in_their_order_each_with_its_files_by_name() {
    Manifest manifest = Manifest.read(MiniDataset.file("manifest.ttl"));

    assertThat(manifest.sources())
        .extracting(Source::graph)
        .containsExactly(Graphs.ONTOLOGY, Graphs.CODES, Graphs.SHAPES, Graphs.REFERENCE);
    assertThat(manifest.sources().get(1).files())
        .extracting(SourceFile::fileName)
        .containsExactly("kind.ttl", "participation.ttl");
  }

  @Test
  void the_manifest_of_the_program_is_on_the_class_path() {
    assertThat(Manifest.onClassPath().sources())
        .extracting(Source::graph)
        .startsWith(Graphs.ONTOLOGY, Graphs.CODES);
  }

  @Test
  void a_missing_manifest_is_named() {
    Path missing = folder.resolve("manifest.ttl");

    assertThatThrownBy(() -> Manifest.read(missing))
        .isInstanceOf(DemarcheException.class)
        .hasMessage(missing + ": there is no such file.");
  }

  @Test
  void a_missing_file_is_named() {
    assertRefused(
        "graph:codes a dem:SourceGraph ; dem:loadOrder 1 ; dem:file \"codes/c.ttl\" .",
        folder.resolve("codes/c.ttl") + ": there is no such file.");
  }

  @Test
  void a_manifest_that_is_no_turtle_is_refused_with_line_and_column() {
    assertRefused(
        "graph:codes a dem:SourceGraph dem:loadOrder 1 .",
        "manifest.ttl:2:31: Triples not terminated by DOT.");
  }

  @Test
  void a_manifest_of_nothing_is_refused() {
    assertRefused(
        "graph:codes dem:loadOrder 1 .",
        "manifest.ttl:1:1: The manifest names no graph. Name one: graph:codes a dem:SourceGraph.");
  }

  @Test
  void a_graph_given_twice_is_refused() {
    assertRefused(
        """
        graph:codes a dem:SourceGraph ; dem:loadOrder 1 ; dem:file "a.ttl" .
        graph:codes a dem:SourceGraph ; dem:loadOrder 2 ; dem:file "b.ttl" .
        """,
        "manifest.ttl:2:15: graph:codes: The graph is given twice. Give it one dem:loadOrder.");
  }

  @Test
  void a_place_in_the_order_given_twice_is_refused() {
    assertRefused(
        """
        graph:codes a dem:SourceGraph ; dem:loadOrder 1 ; dem:file "a.ttl" .
        graph:shapes a dem:SourceGraph ; dem:loadOrder 1 ; dem:file "b.ttl" .
        """,
        "manifest.ttl:3:16: graph:shapes: Another graph has dem:loadOrder 1. Give each a place of"
            + " its own.");
  }

  @Test
  void a_file_given_twice_is_refused() {
    assertRefused(
        """
        graph:codes a dem:SourceGraph ; dem:loadOrder 1 ; dem:file "a.ttl" .
        graph:shapes a dem:SourceGraph ; dem:loadOrder 2 ; dem:file "a.ttl" , "b.ttl" .
        """,
        "manifest.ttl:3:16: graph:shapes: Another graph has a.ttl. Give each file to one graph.");
  }

  @Test
  void a_graph_without_a_place_is_refused() {
    assertRefused(
        "graph:codes a dem:SourceGraph ; dem:loadOrder \"first\" ; dem:file \"a.ttl\" .",
        "manifest.ttl:2:15: graph:codes: Its place in the order is missing. Give it one:"
            + " dem:loadOrder 1, or higher.");
  }

  @Test
  void a_graph_without_a_file_is_refused() {
    assertRefused(
        "graph:codes a dem:SourceGraph ; dem:loadOrder 1 .",
        "manifest.ttl:2:15: graph:codes: No file is named for the graph. Name one: dem:file"
            + " \"….ttl\".");
  }

  @Test
  void a_graph_that_commits_keep_is_refused() {
    assertRefused(
        "graph:inferred a dem:SourceGraph ; dem:loadOrder 1 ; dem:file \"a.ttl\" .",
        "manifest.ttl:2:18: graph:inferred: This isn't a graph that files are loaded into. Name"
            + " graph:ontology, graph:codes, graph:shapes, graph:reference or"
            + " graph:op-ed/{slug}.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.ttl",
        "/etc/a.ttl",
        "codes/../../a.ttl",
        "./a.ttl",
        "a.rdf",
        "a.trig",
        "http://example.org/a.ttl",
        "codes//a.ttl",
        ""
      })
  void a_file_elsewhere_or_of_another_syntax_is_refused(String file) {
    assertRefused(
        "graph:codes a dem:SourceGraph ; dem:loadOrder 1 ; dem:file \"" + file + "\" .",
        "manifest.ttl:2:60: graph:codes: \""
            + file
            + "\" isn't the name of a file below the manifest. Write it as \"codes/kind.ttl\", in"
            + " Turtle or N-Triples.");
  }

  private void assertRefused(String manifest, String message) {
    Path file = folder.resolve("manifest.ttl");
    try {
      Files.writeString(file, PREFIXES + manifest);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThatThrownBy(() -> Manifest.read(file))
        .isInstanceOfSatisfying(
            DemarcheException.class,
            e -> assertThat(e.category()).isEqualTo(ErrorCategory.BAD_INPUT))
        .satisfies(
            e -> {
              if (e instanceof Refusal refusal) {
                assertThat(refusal.findings().faults().getFirst())
                    .hasToString(folder + "/" + message);
              } else {
                assertThat(e).hasMessage(message);
              }
            });
  }
}
