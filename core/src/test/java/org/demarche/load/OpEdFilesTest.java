package org.demarche.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.MiniDataset;
import org.demarche.ontology.Graphs;
import org.demarche.validate.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpEdFilesTest {
  private static final String A = "<https://w3id.org/demarche/id/op-ed/a>";
  private static final String B = "<https://w3id.org/demarche/id/op-ed/b>";
  private static final String GRAPH_A = "<https://w3id.org/demarche/graph/op-ed/a>";
  private static final String GRAPH_B = "<https://w3id.org/demarche/graph/op-ed/b>";
  private static final String IS_AN_OP_ED = " a <https://w3id.org/demarche/ontology#OpEd> . ";

  @TempDir private Path folder;

  @Test
  void the_one_op_ed_in_turtle_decides_the_graph() {
    assertThat(OpEdFiles.read(MiniDataset.file("seoul.ttl")))
        .singleElement()
        .satisfies(
            source -> {
              assertThat(source.graph()).isEqualTo(MiniDataset.SEOUL);
              assertThat(source.files()).hasSize(1);
            });
  }

  @Test
  void each_named_graph_in_trig_is_a_source() {
    assertThat(
            OpEdFiles.sources(
                List.of(
                    file(
                        "ab.trig",
                        GRAPH_A
                            + " { "
                            + A
                            + IS_AN_OP_ED
                            + " } "
                            + GRAPH_B
                            + " { "
                            + B
                            + IS_AN_OP_ED
                            + " }"))))
        .extracting(Source::graph)
        .containsExactlyInAnyOrder(Graphs.opEd("a"), Graphs.opEd("b"));
  }

  @Test
  void n_triples_and_n_quads_are_read_too() {
    String triple =
        A
            + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
            + " <https://w3id.org/demarche/ontology#OpEd> ";

    assertThat(OpEdFiles.sources(List.of(file("a.nt", triple + "."))))
        .extracting(Source::graph)
        .containsExactly(Graphs.opEd("a"));
    assertThat(OpEdFiles.sources(List.of(file("a.nq", triple + GRAPH_A + " ."))))
        .extracting(Source::graph)
        .containsExactly(Graphs.opEd("a"));
  }

  @Test
  void turtle_without_an_op_ed_is_refused() {
    assertRefused(
        "a.ttl:1:1: No op-ed is described here, so nothing tells which graph the triples belong"
            + " to. Describe it: id:op-ed/{slug} a dem:OpEd.",
        file("a.ttl", A + " a <http://example.org/Article> ."));
  }

  @Test
  void turtle_with_two_op_eds_is_refused() {
    assertRefused(
        "a.ttl:1:1: Several op-eds are described here: id:op-ed/a, id:op-ed/b. Give each a file of"
            + " its own, or a named graph of its own in TriG.",
        file("a.ttl", B + IS_AN_OP_ED + A + IS_AN_OP_ED));
  }

  @Test
  void an_op_ed_that_is_named_otherwise_is_refused() {
    assertRefused(
        "a.ttl:2:4: <http://example.org/a>: An op-ed isn't named so. Write id:op-ed/{slug} a"
            + " dem:OpEd."
            + " A slug is of the letters a to z and digits, with one of - . _ between them where"
            + " need be.",
        file("a.ttl", "<http://example.org/a>\n a " + IS_AN_OP_ED.strip().substring(2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%2Fb", "a#b", "a?b", "A", "a--b", "-a", "a.", "서울", ""})
  void an_op_ed_whose_slug_is_no_part_of_an_address_is_refused(String slug) {
    String opEd = "<https://w3id.org/demarche/id/op-ed/" + slug + ">" + IS_AN_OP_ED;

    assertThatThrownBy(() -> OpEdFiles.sources(List.of(file("a.ttl", opEd))))
        .hasMessageContaining("An op-ed isn't named so.")
        .hasMessageContaining("A slug is of the letters a to z and digits");
    assertThatThrownBy(
            () ->
                OpEdFiles.sources(
                    List.of(
                        file(
                            "a.trig",
                            "<https://w3id.org/demarche/graph/op-ed/%s> { %s }"
                                .formatted(slug, opEd)))))
        .hasMessageContaining("A slug is of the letters a to z and digits");
  }

  @Test
  void triples_outside_the_graphs_of_trig_are_refused() {
    assertRefused(
        "a.trig:2:42: This triple is outside any named graph. Put it into that of its op-ed:"
            + " <https://w3id.org/demarche/graph/op-ed/{slug}> { … }.",
        file("a.trig", GRAPH_A + " { " + A + IS_AN_OP_ED + " }\n" + B + IS_AN_OP_ED));
  }

  @Test
  void other_graphs_than_those_of_op_eds_are_refused() {
    assertRefused(
        "a.trig:1:87: graph:ontology isn't the graph of an op-ed. Only those are taken from a file:"
            + " <https://w3id.org/demarche/graph/op-ed/{slug}>."
            + " A slug is of the letters a to z and digits, with one of - . _ between them where"
            + " need be.",
        file("a.trig", "<https://w3id.org/demarche/graph/ontology> { " + A + IS_AN_OP_ED + " }"));
  }

  @Test
  void a_graph_that_describes_another_op_ed_is_refused() {
    assertRefused(
        "a.trig:1:86: graph:op-ed/a doesn't describe its op-ed. Add to it: id:op-ed/{slug} a"
            + " dem:OpEd, with the slug of the graph.",
        file("a.trig", GRAPH_A + " { " + B + IS_AN_OP_ED + " }"));
  }

  @Test
  void an_op_ed_in_two_files_is_refused() {
    assertRefused(
        "b.ttl:1:1: graph:op-ed/a is in a.ttl too. Put all of an op-ed into one file.",
        file("a.ttl", A + IS_AN_OP_ED),
        file("b.ttl", A + IS_AN_OP_ED));
  }

  @Test
  void faults_of_all_files_are_told_at_once() {
    assertRefused(
        ErrorCategory.BAD_INPUT,
        """
        a.ttl:1:1: The file holds no triples. Begin with id:op-ed/{slug} a dem:OpEd.
        b.ttl:1:1: Undefined prefix: a. Declare it: @prefix a: <…> .\
        """,
        file("a.ttl", "# nothing"),
        file("b.ttl", "a:b a:c a:d ."));
  }

  @Test
  void a_missing_file_is_named() {
    Path missing = folder.resolve("nowhere.ttl");

    assertUnreadable(missing, missing + ": there is no such file.");
  }

  @Test
  void a_folder_is_no_file() {
    assertUnreadable(folder, folder + ": this is a folder. Name the files in it.");
  }

  @Test
  void an_empty_file_is_named() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.ttl"));

    assertUnreadable(empty, empty + ": the file is empty.");
  }

  @Test
  void an_extension_that_tells_no_syntax_is_named_with_those_that_do() throws IOException {
    Path word = Files.writeString(folder.resolve("op-ed.docx"), "x");

    assertUnreadable(
        word, word + ": the extension doesn't tell the syntax. Known are .ttl, .trig, .nt, .nq.");
  }

  private static void assertUnreadable(Path path, String message) {
    assertThatThrownBy(() -> OpEdFiles.read(path))
        .isInstanceOfSatisfying(
            DemarcheException.class,
            e -> assertThat(e.category()).isEqualTo(ErrorCategory.BAD_INPUT))
        .hasMessage(message);
  }

  private static void assertRefused(String message, SourceFile... files) {
    assertRefused(ErrorCategory.REFUSED, message, files);
  }

  private static void assertRefused(ErrorCategory category, String message, SourceFile... files) {
    assertThatThrownBy(() -> OpEdFiles.sources(Arrays.asList(files)))
        .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.category()).isEqualTo(category))
        .hasMessage(message);
  }

  private static SourceFile file(String name, String content) {
    return SourceFile.of(name, content.getBytes(StandardCharsets.UTF_8));
  }
}
