package org.demarche.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.io.FileDocumentSource;
import org.semanticweb.owlapi.io.OWLOntologyDocumentSource;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.profiles.Profiles;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/**
 * The terms of other vocabularies: each spelt as its vocabulary spells it, by a list of where it
 * was read, and each alignment true to the rules for it.
 */
class OutsideTermsTest {
  private static final String OWN = "https://w3id.org/demarche/";
  private static final Path FOLDER = folder();
  private static final List<Row> PINNED = pinned();

  /** Vocabularies of which more may be said than that a term is near to one of theirs. */
  private static final Set<String> BUILT_UPON =
      Set.of(
          "org.ttl",
          "owl-time.ttl",
          "prov-o.ttl",
          "schema-org.ttl",
          "sem.ttl",
          "skos.ttl",
          "web-annotation.ttl");

  /**
   * @param term an IRI, or the notation of a code that has none
   * @param kind class, object property and so on, as its vocabulary declares it
   * @param readIn the document, in the version, in which it was read
   */
  private record Row(String term, String kind, String readIn) {}

  @Test
  void every_outside_term_is_pinned_and_every_pinned_term_is_used() {
    Set<String> used =
        Stream.of("terms", "alignments", "codes", "shapes")
            .flatMap(OutsideTermsTest::files)
            .flatMap(file -> graph(file).stream())
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
            Stream.concat(files("terms"), alignments())
                .flatMap(file -> graph(file).stream(Node.ANY, RDF.Nodes.type, Node.ANY))
                .filter(triple -> isOutside(triple.getSubject())))
        .allSatisfy(
            triple -> {
              String kind = kinds.get(triple.getSubject().getURI());
              if (!"property".equals(kind)) {
                assertThat(triple.getObject()).isEqualTo(declarations.get(kind));
              }
            });
  }

  @ParameterizedTest
  @MethodSource("alignments")
  void an_alignment_alone_leaves_nothing_to_guess(Path alignment) {
    OWLOntology alone = ontology(new FileDocumentSource(alignment.toFile()));

    assertThat(alone.axioms()).isNotEmpty();
    assertThat(
            alone
                .signature()
                .filter(entity -> !entity.isBuiltIn() && !entity.isOWLNamedIndividual()))
        .allMatch(alone::isDeclared);
    assertThat(alone.signature().map(entity -> entity.getIRI().toString()))
        .noneMatch(iri -> iri.contains("Error"));
  }

  @ParameterizedTest
  @MethodSource("alignments")
  void an_alignment_together_with_the_terms_is_consistent_and_within_its_profiles(Path alignment) {
    assertSound(Stream.concat(files("terms"), Stream.of(alignment)));
  }

  @Test
  void all_alignments_together_with_the_terms_are_consistent_and_within_their_profiles() {
    assertSound(Stream.concat(files("terms"), alignments()));
  }

  @ParameterizedTest
  @MethodSource("alignments")
  void an_alignment_names_no_term_of_ours_that_is_not_defined(Path alignment) {
    Set<Node> defined =
        Stream.of("terms", "alignments", "codes")
            .flatMap(OutsideTermsTest::files)
            .flatMap(file -> graph(file).stream(Node.ANY, SKOS.definition.asNode(), Node.ANY))
            .map(Triple::getSubject)
            .collect(Collectors.toSet());

    assertThat(
            graph(alignment).stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
                .filter(node -> node.isURI() && !isOutside(node)))
        .isNotEmpty()
        .allMatch(defined::contains);
  }

  @ParameterizedTest
  @MethodSource("alignments")
  void an_alignment_says_nothing_of_an_outside_term_but_what_it_is(Path alignment) {
    assertThat(graph(alignment).stream())
        .filteredOn(triple -> isOutside(triple.getSubject()))
        .allMatch(
            triple ->
                triple.getPredicate().equals(RDF.Nodes.type)
                    && triple.getObject().getURI().startsWith(OWL.NS));
  }

  @ParameterizedTest
  @MethodSource("alignments")
  void an_alignment_never_takes_an_outside_term_for_one_of_ours(Path alignment) {
    assertThat(graph(alignment).stream().map(Triple::getPredicate))
        .doesNotContain(
            OWL.equivalentClass.asNode(),
            OWL.equivalentProperty.asNode(),
            OWL.imports.asNode(),
            OWL.inverseOf.asNode(),
            OWL.sameAs.asNode(),
            SKOS.exactMatch.asNode());
  }

  @ParameterizedTest
  @MethodSource("alignments")
  void only_what_the_ontology_builds_upon_has_terms_of_ours_below_its_own(Path alignment) {
    if (BUILT_UPON.contains(alignment.getFileName().toString())) {
      return;
    }
    assertThat(graph(alignment).stream().map(Triple::getPredicate))
        .doesNotContain(RDFS.Nodes.subClassOf, RDFS.Nodes.subPropertyOf);
  }

  private static void assertSound(Stream<Path> files) {
    Graph together = GraphFactory.createDefaultGraph();
    files.forEach(file -> RDFDataMgr.read(together, file.toUri().toString()));
    OWLOntology ontology = ontology(together);

    assertThat(Profiles.OWL2_DL.checkOntology(ontology).getViolations()).isEmpty();
    assertThat(Profiles.OWL2_RL.checkOntology(ontology).getViolations()).isEmpty();
    OWLReasoner reasoner = new ReasonerFactory().createReasoner(ontology);
    try {
      assertThat(reasoner.isConsistent()).isTrue();
      assertThat(reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()).isEmpty();
    } finally {
      reasoner.dispose();
    }
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

  private static boolean isOutside(Node node) {
    return node.isURI() && !node.getURI().startsWith(OWN);
  }

  private static Graph graph(Path file) {
    return RDFDataMgr.loadGraph(file.toUri().toString());
  }

  /** By way of N-Triples, so that OWL API reads the files as one, each with the others' terms. */
  private static OWLOntology ontology(Graph graph) {
    StringWriter text = new StringWriter();
    RDFDataMgr.write(text, graph, Lang.NTRIPLES);
    return ontology(new StringDocumentSource(text.toString()));
  }

  private static OWLOntology ontology(OWLOntologyDocumentSource source) {
    try {
      return OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(source);
    } catch (OWLOntologyCreationException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<Path> alignments() {
    return files("alignments");
  }

  private static Stream<Path> files(String theme) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(theme))) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
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

  private static Path folder() {
    try {
      return Path.of(
              Objects.requireNonNull(Dem.class.getResource("/demarche/terms/ontology.ttl")).toURI())
          .resolve("../..")
          .normalize();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
