package org.demarche.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

/** The files of the ontology among themselves, and against the constants. */
class TermsTest {
  private static final Graph TERMS = OntologyFiles.graph("terms");
  private static final Graph CODES = OntologyFiles.graph("codes");
  private static final Graph MANIFEST = OntologyFiles.graph("manifest.ttl");

  @Test
  void every_term_but_the_relations_has_a_constant_and_every_constant_a_term() {
    Set<Node> terms = ownTerms().filter(term -> !isRelation(term)).collect(Collectors.toSet());

    assertThat(constants()).containsExactlyInAnyOrderElementsOf(terms);
  }

  @Test
  void every_constant_is_spelt_as_its_term() {
    assertThat(Dem.class.getFields())
        .allSatisfy(
            field -> assertThat(value(field).getURI()).isEqualTo(Namespaces.DEM + field.getName()));
  }

  @Test
  void every_term_has_a_label_a_definition_and_the_ontology_that_defines_it() {
    assertThat(ownTerms())
        .allSatisfy(
            term -> {
              assertThat(english(TERMS, term, RDFS.label.asNode())).isTrue();
              assertThat(english(TERMS, term, SKOS.definition.asNode())).isTrue();
              assertThat(TERMS.contains(term, RDFS.isDefinedBy.asNode(), Node.ANY)).isTrue();
            });
  }

  @Test
  void every_term_is_of_the_theme_of_its_file_and_every_theme_has_a_label_and_a_definition() {
    assertThat(OntologyFiles.paths("terms"))
        .allSatisfy(
            file -> {
              Graph terms = OntologyFiles.graph("terms/" + file.getFileName());
              Node theme =
                  NodeFactory.createURI(
                      Namespaces.DEM
                          + "theme-"
                          + file.getFileName().toString().replace(".ttl", ""));
              assertThat(
                      terms.stream(Node.ANY, RDFS.isDefinedBy.asNode(), Node.ANY)
                          .map(Triple::getSubject))
                  .allSatisfy(
                      term ->
                          assertThat(texts(terms, term, DCTerms.subject.asNode()))
                              .containsExactly(theme));
              assertThat(
                      terms.stream(Node.ANY, DCTerms.subject.asNode(), Node.ANY)
                          .map(Triple::getObject)
                          .distinct())
                  .allSatisfy(
                      used -> {
                        assertThat(texts(terms, used, RDFS.label.asNode()))
                            .extracting(Node::getLiteralLanguage)
                            .containsExactlyInAnyOrder("en", "ko", "ja");
                        assertThat(english(terms, used, SKOS.definition.asNode())).isTrue();
                      });
            });
    assertThat(ownTerms())
        .allSatisfy(term -> assertThat(texts(TERMS, term, DCTerms.subject.asNode())).hasSize(1));
  }

  @Test
  void every_class_has_labels_in_korean_and_japanese_that_no_other_class_has() {
    assertThat(ownTerms().filter(TermsTest::isClass))
        .isNotEmpty()
        .allSatisfy(
            term ->
                assertThat(texts(TERMS, term, RDFS.label.asNode()))
                    .extracting(Node::getLiteralLanguage)
                    .containsExactlyInAnyOrder("en", "ko", "ja"));
    assertThat(
            ownTerms()
                .filter(TermsTest::isClass)
                .flatMap(term -> texts(TERMS, term, RDFS.label.asNode()).stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void every_class_and_every_property_but_the_relations_has_an_example() {
    assertThat(ownTerms().filter(term -> !isRelation(term)))
        .allSatisfy(term -> assertThat(english(TERMS, term, SKOS.example.asNode())).isTrue());
  }

  @Test
  void every_code_has_a_label_a_definition_a_notation_and_a_scheme() {
    assertThat(codes())
        .isNotEmpty()
        .allSatisfy(
            code -> {
              assertThat(english(CODES, code, RDFS.label.asNode())).isTrue();
              assertThat(english(CODES, code, SKOS.definition.asNode())).isTrue();
              assertThat(CODES.contains(code, SKOS.notation.asNode(), Node.ANY)).isTrue();
              assertThat(CODES.contains(code, SKOS.inScheme.asNode(), Node.ANY)).isTrue();
            });
  }

  @Test
  void every_code_has_an_example() {
    assertThat(codes())
        .allSatisfy(code -> assertThat(english(CODES, code, SKOS.example.asNode())).isTrue());
  }

  @Test
  void every_scheme_says_what_the_coder_is_to_answer_with_it() {
    assertThat(CODES.stream(Node.ANY, RDF.Nodes.type, SKOS.ConceptScheme.asNode()))
        .isNotEmpty()
        .map(Triple::getSubject)
        .allSatisfy(scheme -> assertThat(english(CODES, scheme, SKOS.scopeNote.asNode())).isTrue());
  }

  @Test
  void every_code_but_topics_and_qualities_has_its_coding_rule_and_labels_in_korean_and_japanese() {
    assertThat(codes().filter(code -> !isTopicOrQuality(code)))
        .isNotEmpty()
        .allSatisfy(
            code -> {
              assertThat(english(CODES, code, SKOS.scopeNote.asNode())).isTrue();
              assertThat(texts(CODES, code, SKOS.prefLabel.asNode()))
                  .containsExactlyInAnyOrderElementsOf(texts(CODES, code, RDFS.label.asNode()))
                  .extracting(Node::getLiteralLanguage)
                  .containsExactlyInAnyOrder("en", "ko", "ja");
            });
  }

  @Test
  void the_manifest_names_every_file_and_no_other() throws IOException {
    Set<String> named =
        MANIFEST.stream(Node.ANY, Dem.file, Node.ANY)
            .map(triple -> triple.getObject().getLiteralLexicalForm())
            .collect(Collectors.toSet());

    try (Stream<Path> files = Files.walk(OntologyFiles.FOLDER)) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".ttl"))
                  .map(file -> OntologyFiles.FOLDER.relativize(file).toString().replace('\\', '/'))
                  .filter(file -> !file.equals("manifest.ttl")))
          .containsExactlyInAnyOrderElementsOf(named);
    }
  }

  @Test
  void no_term_is_dated_as_owl_2_dl_has_no_dates() {
    assertThat(TERMS.stream().map(Triple::getObject).filter(Node::isLiteral))
        .noneMatch(literal -> literal.getLiteralDatatypeURI().endsWith("#date"));
  }

  private static Stream<Node> ownTerms() {
    return TERMS.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
        .map(Triple::getSubject)
        .filter(term -> term.isURI() && term.getURI().startsWith(Namespaces.DEM))
        .distinct();
  }

  /** Relations stand below these two; only data names them. */
  private static boolean isRelation(Node term) {
    return Stream.of("relatesTo", "hasValue")
        .map(name -> NodeFactory.createURI(Namespaces.DEM + name))
        .anyMatch(
            root -> term.equals(root) || TERMS.contains(term, RDFS.subPropertyOf.asNode(), root));
  }

  private static boolean isClass(Node term) {
    return TERMS.contains(term, RDF.Nodes.type, OWL.Class.asNode());
  }

  private static Stream<Node> codes() {
    return CODES.stream(Node.ANY, RDF.Nodes.type, SKOS.Concept.asNode()).map(Triple::getSubject);
  }

  /** Coders add to these two as statements need them; the other schemes are closed. */
  private static boolean isTopicOrQuality(Node code) {
    return Stream.of("topic", "quality")
        .map(scheme -> NodeFactory.createURI(Namespaces.CODE + scheme))
        .anyMatch(scheme -> CODES.contains(code, SKOS.inScheme.asNode(), scheme));
  }

  private static boolean english(Graph graph, Node subject, Node property) {
    return texts(graph, subject, property).stream()
        .anyMatch(text -> text.getLiteralLanguage().equals("en"));
  }

  private static List<Node> texts(Graph graph, Node subject, Node property) {
    return graph.stream(subject, property, Node.ANY).map(Triple::getObject).toList();
  }

  private static Set<Node> constants() {
    return Arrays.stream(Dem.class.getFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .map(TermsTest::value)
        .collect(Collectors.toSet());
  }

  private static Node value(Field field) {
    try {
      return (Node) Objects.requireNonNull(field.get(null));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
