package org.demarche.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

/**
 * The terms of other vocabularies: each spelt as its vocabulary spells it, by a list of where it
 * was read.
 */
class OutsideTermsTest {
  private static final String OWN = "https://w3id.org/demarche/";
  private static final List<Row> PINNED = pinned();

  /**
   * @param term an IRI, or the notation of a code that has none
   * @param kind class, object property and so on, as its vocabulary declares it
   * @param readIn the document, in the version, in which it was read
   */
  private record Row(String term, String kind, String readIn) {}

  @Test
  void every_outside_term_is_pinned_and_every_pinned_term_is_used() {
    Set<String> used =
        OntologyFiles.graph("terms", "alignments", "codes", "shapes").stream()
            .filter(triple -> !triple.getPredicate().equals(DCTerms.license.asNode()))
            .flatMap(OutsideTermsTest::outsideTerms)
            .collect(Collectors.toSet());

    assertThat(PINNED.stream().map(Row::term)).containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void every_pinned_term_says_what_it_is_and_where_it_was_read() {
    assertThat(PINNED)
        .allSatisfy(
            row -> {
              assertThat(row.kind())
                  .isIn(
                      "annotation property",
                      "class",
                      "datatype",
                      "datatype property",
                      "individual",
                      "notation",
                      "object property",
                      "property");
              assertThat(row.readIn()).matches("(github\\.com/|npm @|https?://).+");
            });
  }

  @Test
  void every_outside_term_is_declared_as_its_vocabulary_declares_it() {
    Map<String, Node> declarations =
        Map.of(
            "annotation property", OWL.AnnotationProperty.asNode(),
            "class", OWL.Class.asNode(),
            "datatype property", OWL.DatatypeProperty.asNode(),
            "individual", OWL2.NamedIndividual.asNode(),
            "object property", OWL.ObjectProperty.asNode());
    Map<String, String> kinds =
        PINNED.stream().collect(Collectors.toMap(Row::term, Row::kind, (one, other) -> one));

    assertThat(
            OntologyFiles.graph("terms", "alignments").stream(Node.ANY, RDF.Nodes.type, Node.ANY)
                .filter(triple -> isOutside(triple.getSubject())))
        .allSatisfy(
            triple -> {
              String kind = kinds.get(triple.getSubject().getURI());
              if (!"property".equals(kind)) {
                assertThat(triple.getObject()).isEqualTo(declarations.get(kind));
              }
            });
  }

  private static Stream<String> outsideTerms(Triple triple) {
    Stream<String> iris =
        Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
            .filter(OutsideTermsTest::isOutside)
            .map(Node::getURI);
    return Stream.concat(iris, ofLiteral(triple));
  }

  /** The datatype, and the notation of another coding: a code with the coding's name before it. */
  private static Stream<String> ofLiteral(Triple triple) {
    Node object = triple.getObject();
    if (!object.isLiteral() || !object.getLiteralLanguage().isEmpty()) {
      return Stream.empty();
    }
    String text = object.getLiteralLexicalForm();
    boolean isOutsideCode =
        triple.getPredicate().equals(SKOS.notation.asNode()) && text.contains(":");
    return isOutsideCode
        ? Stream.of(text, object.getLiteralDatatypeURI())
        : Stream.of(object.getLiteralDatatypeURI());
  }

  static boolean isOutside(Node node) {
    return node.isURI() && !node.getURI().startsWith(OWN);
  }

  private static List<Row> pinned() {
    try (InputStream in =
        Objects.requireNonNull(
            OutsideTermsTest.class.getResourceAsStream("outside-terms.tsv"),
            "outside-terms.tsv is missing")) {
      return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1))
          .skip(1)
          .filter(line -> !line.isBlank())
          .map(line -> line.split("\t", -1))
          .map(cells -> new Row(cells[0], cells[1], cells[2]))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
