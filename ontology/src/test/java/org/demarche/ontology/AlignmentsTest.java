package org.demarche.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.Profiles;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/** Each alignment can be read alone, and is sound together with the ontology. */
class AlignmentsTest {
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

  static Stream<Path> alignments() {
    return OntologyFiles.paths("alignments").stream();
  }

  @ParameterizedTest
  @MethodSource("alignments")
  void an_alignment_alone_leaves_nothing_to_guess(Path alignment) {
    OWLOntology alone = Owl.read(OntologyFiles.read(alignment));

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
    assertSound("terms", alignment.toString());
  }

  @Test
  void all_alignments_together_with_the_terms_are_consistent_and_within_their_profiles() {
    assertSound("terms", "alignments");
  }

  @ParameterizedTest
  @MethodSource("alignments")
  void an_alignment_names_no_term_of_ours_that_is_not_defined(Path alignment) {
    Set<Node> defined =
        OntologyFiles.graph("terms", "alignments", "codes").stream(
                Node.ANY, SKOS.definition.asNode(), Node.ANY)
            .map(Triple::getSubject)
            .collect(Collectors.toSet());

    assertThat(
            graph(alignment).stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
                .filter(node -> node.isURI() && !OutsideTermsTest.isOutside(node)))
        .isNotEmpty()
        .allMatch(defined::contains);
  }

  @ParameterizedTest
  @MethodSource("alignments")
  void an_alignment_says_nothing_of_an_outside_term_but_what_it_is(Path alignment) {
    assertThat(graph(alignment).stream())
        .filteredOn(triple -> OutsideTermsTest.isOutside(triple.getSubject()))
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

  private static void assertSound(String... files) {
    OWLOntology ontology = Owl.read(OntologyFiles.turtle(files));

    assertThat(Profiles.OWL2_DL.checkOntology(ontology).getViolations()).isEmpty();
    assertThat(Profiles.OWL2_RL.checkOntology(ontology).getViolations()).isEmpty();
    for (OWLReasoner reasoner : Owl.reasoners(ontology)) {
      assertThat(reasoner.isConsistent()).isTrue();
      assertThat(reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()).isEmpty();
    }
  }

  private static Graph graph(Path file) {
    return OntologyFiles.graph(file.toString());
  }
}
