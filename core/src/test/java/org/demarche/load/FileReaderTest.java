package org.demarche.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.demarche.validate.Finding;
import org.demarche.validate.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileReaderTest {

  @Test
  void every_triple_has_the_place_of_its_object() {
    FileContent content =
        read(
            "a.ttl",
            """
            @prefix : <http://example.org/> .
            :a :p :b ,
                  :c ;
               :q [ :r "text" ] .
            """);

    assertThat(content.faults()).isEmpty();
    assertThat(content.triples().values())
        .containsExactlyInAnyOrder(
            new Place("a.ttl", 2, 7),
            new Place("a.ttl", 3, 7),
            new Place("a.ttl", 4, 12),
            new Place("a.ttl", 4, 19));
  }

  @Test
  void what_is_nested_too_deeply_is_a_fault_of_the_file() {
    String turtle = "<http://a> <http://p> " + "[ <http://p> ".repeat(50_000);
    String json = "{\"http://p\":".repeat(20_000) + "1" + "}".repeat(20_000);

    for (FileContent content :
        List.of(
            read("deep.ttl", turtle),
            FileReader.read(
                SourceFile.of(
                    "deep.ttl", Syntax.JSON_LD, json.getBytes(StandardCharsets.UTF_8))))) {
      assertThat(content.faults())
          .extracting(Finding::toString)
          .singleElement()
          .asString()
          .startsWith("deep.ttl:")
          .endsWith(": It is nested too deeply. Give what is inside names of its own.");
    }
  }

  @Test
  void a_triple_written_twice_has_its_first_place() {
    FileContent content =
        read("a.nt", "<http://a> <http://p> <http://b> .\n<http://a> <http://p> <http://b> .\n");

    assertThat(content.triples().values()).containsExactly(new Place("a.nt", 1, 1));
  }

  @Test
  void named_graphs_are_told_from_the_default_graph() {
    String trig = "<http://a> <http://p> 1 . <http://g> { <http://a> <http://p> 2 }";
    String quads =
        """
        <http://a> <http://p> "1" .
        <http://a> <http://p> "2" <http://g> .
        """;

    assertThat(read("a.trig", trig).graphs()).hasSize(2).contains(Quad.defaultGraphIRI);
    assertThat(read("a.nq", quads).graphs()).hasSize(2).contains(Quad.defaultGraphIRI);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(
            "<http://a> <http://p> .", "a.ttl:1:23: Unrecognized (expected an RDF Term): [DOT]."),
        Arguments.of(
            "<http://a> <http://p> <http://b>\n<http://c> <http://p> <http://d> .",
            "a.ttl:2:1: Triples not terminated by DOT."),
        Arguments.of(
            "<http://a> <http://p> \"endless .\n", "a.ttl:2:1: Broken token (newline in string)."),
        Arguments.of(
            "<http://a> dem:party 1 .",
            "a.ttl:1:12: Undefined prefix: dem. Declare it: @prefix dem: <…> ."),
        Arguments.of(
            "<http://a> <http://p> \"2019-13-45\"^^<http://www.w3.org/2001/XMLSchema#date> .",
            "a.ttl:1:23: Lexical form '2019-13-45' not valid for datatype XSD date."),
        Arguments.of("<http://a> <http://p> \"x\"@not_a_language .", "a.ttl:1:30: "),
        Arguments.of("<a> <http://p> 1 .", "a.ttl:1:1: "),
        Arguments.of(
            "<http://a b> <http://p> 1 .",
            "a.ttl:1:11: Bad character in IRI (space): <http://a[space]...>."),
        Arguments.of("<_:x> <http://p> 1 .", "a.ttl:1:1: Bad IRI: <_:x>."),
        Arguments.of("1 <http://p> 1 .", "a.ttl:1:14: Subject is a literal: \"1\"^^xsd:integer."),
        Arguments.of("한국 <http://p> 1 .", "a.ttl:1:1: "));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void what_is_not_turtle_is_a_fault_with_line_column_and_what_was_found(
      String turtle, String fault) {
    List<Finding> faults = read("a.ttl", turtle).faults();

    assertThat(faults).isNotEmpty();
    assertThat(faults.getFirst().toString()).startsWith(fault);
  }

  @Test
  void faults_that_do_not_stop_the_parser_are_told_all_at_once() {
    assertThat(
            read(
                    "a.ttl",
                    """
                    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                    <http://a> <http://p> "2019-02-30"^^xsd:date .
                    <http://a> <http://p> "many"^^xsd:integer .
                    """)
                .faults())
        .hasSize(2);
  }

  @Test
  void a_byte_order_mark_is_no_fault() {
    assertThat(read("a.ttl", "\uFEFF<http://a> <http://p> \"한국\" .").triples()).hasSize(1);
  }

  static Stream<Arguments> otherEncodings() {
    return Stream.of(
        Arguments.of(Charset.forName("EUC-KR"), "a.ttl:2:27: The byte 0xC7 here isn't UTF-8."),
        Arguments.of(Charset.forName("Shift_JIS"), "a.ttl:2:27: The byte 0x93 here isn't UTF-8."),
        Arguments.of(StandardCharsets.UTF_16, "a.ttl:1:1: The file is in UTF-16."));
  }

  @ParameterizedTest
  @MethodSource("otherEncodings")
  void another_encoding_than_utf_8_is_a_fault(Charset charset, String fault) {
    String name = charset.name().equals("EUC-KR") ? "한국" : "日本";
    byte[] bytes =
        ("# the name of a state\n<http://a> <http://p> \"In " + name + "\" .").getBytes(charset);

    assertThat(FileReader.read(SourceFile.of("a.ttl", bytes)).faults())
        .extracting(Finding::toString)
        .containsExactly(fault + " Save the file as UTF-8.");
  }

  @Test
  void a_file_cut_off_within_a_character_is_a_fault() {
    byte[] whole = "<http://a> <http://p> \"한\"".getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(whole, whole.length - 2);

    assertThat(FileReader.read(SourceFile.of("a.ttl", cut)).faults())
        .extracting(Finding::toString)
        .containsExactly("a.ttl:1:24: The byte 0xED here isn't UTF-8. Save the file as UTF-8.");
  }

  @Test
  void the_same_file_has_the_same_blank_nodes_and_two_files_share_none() {
    String turtle = "_:x <http://p> [] .";

    List<Node> nodes = blankNodes(read("a.ttl", turtle));
    assertThat(blankNodes(read("a.ttl", turtle))).isEqualTo(nodes);
    assertThat(blankNodes(read("b.ttl", turtle))).doesNotContainAnyElementsOf(nodes);
    assertThat(blankNodes(read("a.ttl", turtle + " "))).doesNotContainAnyElementsOf(nodes);
  }

  private static List<Node> blankNodes(FileContent content) {
    return content.triples().keySet().stream()
        .flatMap(quad -> Stream.of(quad.getSubject(), quad.getObject()))
        .filter(Node::isBlank)
        .toList();
  }

  private static FileContent read(String name, String text) {
    return FileReader.read(SourceFile.of(name, text.getBytes(StandardCharsets.UTF_8)));
  }
}
