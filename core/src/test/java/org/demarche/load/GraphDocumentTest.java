package org.demarche.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.demarche.ErrorCategory;
import org.demarche.MiniDataset;
import org.demarche.graph.Change;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.validate.Findings;
import org.demarche.validate.Refusal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphDocumentTest {
  private static final String ALT_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel";

  @AutoClose private final KnowledgeGraph graph = MiniDataset.inMemory();

  @Test
  void replacing_leaves_what_the_document_says_and_adding_what_was_there_too() {
    graph.commit(sound("").replacing());
    graph.commit(
        turtle("<../../id/actor/south-korea> <" + ALT_LABEL + "> \"Hanguk\"@en .").adding());
    long with = triples();

    graph.commit(sound("").replacing());

    assertThat(triples()).isEqualTo(with - 1);
  }

  @Test
  void the_same_document_changes_nothing_the_second_time_blank_nodes_or_not() {
    graph.commit(sound("").replacing());
    String blank =
        "<../../id/statement/seoul/F001> <https://w3id.org/demarche/ontology#about> [ <"
            + ALT_LABEL
            + "> \"a pact\"@en ] .";

    assertThat(graph.commit(turtle(blank).adding()).made()).isTrue();
    assertThat(graph.commit(turtle(blank).adding()).made()).isFalse();
  }

  @Test
  void a_graph_that_was_replaced_so_counts_as_edited_and_outlives_the_next_start() {
    new Loader(graph).load(OpEdFiles.read(MiniDataset.file("seoul.ttl")));
    graph.commit(sound("").replacing());
    long replaced = triples();

    new Loader(graph).loadAtStart(OpEdFiles.read(MiniDataset.file("seoul.ttl")));

    assertThat(triples()).isEqualTo(replaced);
  }

  @Test
  void findings_point_at_the_line_of_the_document() {
    Change change =
        sound("<actor/japan> <http://www.w3.org/2004/02/skos/core#altLable> \"x\" .").replacing();

    assertThat(graph.examine(change).faults().getFirst().toString()).startsWith("body:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TURTLE    | <a> <http://p> .                                  | body:1:16: ",
        "N_TRIPLES | <http://a> <http://p> 1x .                        | body:1:",
        "N_TRIPLES | <a> <http://p> <http://b> .                       | body:1:1: ",
        "RDF_XML   | <rdf>                                             | body:1:6: ",
        "RDF_XML   | no XML at all                                     | body:1:1: ",
        "JSON_LD   | { \"@id\": \"http://a\", }                          | body:1:",
        "JSON_LD   | { \"@id\": 5 }                                     | ",
      })
  void what_cannot_be_read_is_told_with_its_place(Syntax syntax, String text, String start) {
    Findings found = unreadable(syntax, text);

    assertThat(found.faults()).isNotEmpty();
    assertThat(found.faults().getFirst().toString())
        .startsWith(start == null ? "" : start)
        .endsWith(".");
  }

  @Test
  void relative_iris_are_those_of_the_graph_in_every_syntax() throws IOException {
    Triple expected =
        Triple.create(
            NodeFactory.createURI("https://w3id.org/demarche/graph/op-ed/other"),
            NodeFactory.createURI("http://example.org/p"),
            NodeFactory.createURI("https://w3id.org/demarche/graph/op-ed/seoul"));
    String turtle = "<other> <http://example.org/p> <> .";
    String xml =
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://example.org/">
          <rdf:Description rdf:about="other"><x:p rdf:resource=""/></rdf:Description>
        </rdf:RDF>""";
    String json = "{ \"@id\": \"other\", \"http://example.org/p\": { \"@id\": \"\" } }";

    assertThat(triplesOf(Syntax.TURTLE, turtle)).containsExactly(expected);
    assertThat(triplesOf(Syntax.RDF_XML, xml)).containsExactly(expected);
    assertThat(triplesOf(Syntax.JSON_LD, json)).containsExactly(expected);
  }

  @Test
  void external_entities_and_document_types_are_not_read(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "a secret");
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + listener.getLocalPort() + "/x.dtd";
      for (String type :
          new String[] {
            "<!DOCTYPE r [ <!ENTITY e SYSTEM \"" + secret.toUri() + "\"> ]>",
            "<!DOCTYPE r [ <!ENTITY e SYSTEM \"" + url + "\"> ]>",
            "<!DOCTYPE r [ <!ENTITY % p SYSTEM \"" + url + "\"> %p; <!ENTITY e \"x\"> ]>",
            "<!DOCTYPE r SYSTEM \"" + url + "\" [ <!ENTITY e \"x\"> ]>",
          }) {
        String outcome = outcome(Syntax.RDF_XML, type + xml("&e;"));

        assertThat(outcome).doesNotContain("a secret");
      }
      listener.setSoTimeout(200);
      assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void entities_within_entities_do_not_grow_without_end() {
    StringBuilder type = new StringBuilder("<!DOCTYPE r [ <!ENTITY e0 \"ha\">");
    for (int i = 1; i < 40; i++) {
      type.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
    }

    assertThat(unreadable(Syntax.RDF_XML, type + " ]>" + xml("&e39;")).faults()).isNotEmpty();
  }

  @Test
  void contexts_elsewhere_are_not_fetched(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("c.jsonld"), "{\"@context\": {}}");
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + listener.getLocalPort() + "/c.jsonld";
      for (String context : new String[] {url, file.toUri().toString(), "c.jsonld"}) {
        for (String value :
            new String[] {
              "\"" + context + "\"",
              "{ \"@import\": \"" + context + "\" }",
              "{ \"p\": { \"@id\": \"http://p\", \"@context\": \"" + context + "\" } }",
            }) {
          String json = "{ \"@context\": " + value + ", \"p\": { \"@id\": \"http://a\" } }";

          assertThat(unreadable(Syntax.JSON_LD, json).toString())
              .contains("c.jsonld> isn't fetched. Write the context itself into the document");
        }
      }
      listener.setSoTimeout(200);
      assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void a_named_graph_within_json_ld_is_a_fault() {
    String json =
        "{ \"@id\": \"http://g\", \"@graph\": [ { \"@id\": \"http://a\", \"http://p\": 1 } ] }";

    assertThat(unreadable(Syntax.JSON_LD, json).toString())
        .isEqualTo(
            "<http://g>: The document puts triples into a named graph of its own. Which graph they"
                + " are for is said outside the document: leave out the graph's \"@id\".");
  }

  @Test
  void bytes_that_are_not_utf_8_are_a_fault_with_their_place() {
    byte[] latin = "<a> <http://p> \"é\" .".getBytes(ISO_8859_1);

    assertThatThrownBy(
            () ->
                GraphDocument.read(MiniDataset.SEOUL, SourceFile.of("body", Syntax.TURTLE, latin)))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("body:1:17: The byte 0xE9 here isn't UTF-8.");
  }

  private List<Triple> triplesOf(Syntax syntax, String text) {
    List<Triple> triples = new ArrayList<>();
    assertThatThrownBy(
            () ->
                graph.commit(
                    candidate -> {
                      read(syntax, text).adding().applyTo(candidate);
                      candidate.dataset().getGraph(MiniDataset.SEOUL).find().forEach(triples::add);
                      throw new IllegalStateException("seen");
                    }))
        .hasMessage("seen");
    return triples;
  }

  private static String outcome(Syntax syntax, String text) {
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      return graph.examine(read(syntax, text).replacing()).toString();
    } catch (Refusal unreadable) {
      return unreadable.findings().toString();
    }
  }

  private static Findings unreadable(Syntax syntax, String text) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(syntax, text));
    assertThat(refusal.category()).isEqualTo(ErrorCategory.BAD_INPUT);
    return refusal.findings();
  }

  private static GraphDocument sound(String more) {
    SourceFile file = MiniDataset.soundOpEdWith(more);
    return read(Syntax.TURTLE, new String(file.content(), UTF_8));
  }

  private static GraphDocument turtle(String text) {
    return read(Syntax.TURTLE, text);
  }

  private static GraphDocument read(Syntax syntax, String text) {
    return GraphDocument.read(
        MiniDataset.SEOUL, SourceFile.of("body", syntax, text.getBytes(UTF_8)));
  }

  private static String xml(String text) {
    return """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://example.org/">
          <rdf:Description rdf:about="http://a"><x:p>%s</x:p></rdf:Description>
        </rdf:RDF>"""
        .formatted(text);
  }

  private long triples() {
    try (Snapshot snapshot = graph.snapshot()) {
      return snapshot.dataset().getGraph(MiniDataset.SEOUL).size();
    }
  }
}
