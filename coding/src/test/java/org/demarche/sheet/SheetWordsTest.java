package org.demarche.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.demarche.load.Manifest;
import org.demarche.load.OpEdFiles;
import org.demarche.ontology.Graphs;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of a sheet's cells, in the words of its columns. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class SheetWordsTest {
  @ParameterizedTest
  @MethodSource("messages")
  void a_message_is_told_by_headings_codes_and_names_as_cells_have_them(
      String table, String heading, String message, String told) {
    TableName name = TableName.ofPage(table).orElseThrow();
    Optional<Column> column =
        SheetMetadata.bundled().columns(name).stream()
            .filter(it -> it.name().equals(heading))
            .findFirst();

    assertThat(SheetWords.words(message, name, column)).isEqualTo(told);
  }

  static Stream<Arguments> messages() {
    return Tables.expected("sheet-words.tsv").stream()
        .skip(1)
        .map(line -> Arguments.of((Object[]) line.split("\t")));
  }

  @Test
  void no_message_of_a_shape_speaks_Turtle_to_those_who_fill_in_cells() {
    assertThat(shapeMessages().count()).isGreaterThan(150);
    assertThat(shapeMessages())
        .flatMap(
            message ->
                Stream.of(TableName.values())
                    .map(table -> SheetWords.words(message, table, Optional.empty()))
                    .toList())
        .allSatisfy(
            told ->
                assertThat(told)
                    .doesNotContainPattern("\\bdem:[A-Z]|\\bcode:[a-z]|\\bid:|\"@|\\^\\^|<http"));
  }

  private static Stream<String> shapeMessages() {
    Graph shapes =
        Manifest.onClassPath().sources().stream()
            .filter(source -> source.graph().equals(Graphs.SHAPES))
            .map(OpEdFiles::content)
            .findFirst()
            .orElseThrow();
    return shapes.stream(Node.ANY, SHACL.message, Node.ANY)
        .map(triple -> triple.getObject().getLiteralLexicalForm());
  }
}
