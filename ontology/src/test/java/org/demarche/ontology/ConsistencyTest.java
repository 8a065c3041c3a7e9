package org.demarche.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.reasoner.OWLReasoner;
import org.semanticweb.owlapi.reasoner.OWLReasonerFactory;

/** The ontology contradicts neither itself nor the facts, and a contradiction is found. */
class ConsistencyTest {
  private static final String SCHEMA = OntologyFiles.turtle("terms");

  static Stream<OWLReasonerFactory> reasoners() {
    return Owl.REASONERS.stream();
  }

  @ParameterizedTest
  @MethodSource("reasoners")
  void the_schema_is_consistent_and_every_class_and_property_can_have_members(
      OWLReasonerFactory factory) {
    OWLReasoner reasoner = factory.createReasoner(Owl.read(SCHEMA));

    assertThat(reasoner.isConsistent()).isTrue();
    assertThat(reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()).isEmpty();
    assertThat(reasoner.getBottomObjectPropertyNode().getEntitiesMinusBottom()).isEmpty();
    assertThat(reasoner.getBottomDataPropertyNode().getEntitiesMinusBottom()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("reasoners")
  void the_facts_contradict_neither_the_schema_nor_each_other(OWLReasonerFactory factory) {
    OWLOntology ontology = Owl.read(OntologyFiles.turtle("terms", "alignments", "codes", "facts"));
    // OWL 2 has no dates; shapes hold them.
    List<OWLAxiom> dated =
        ontology
            .axioms(AxiomType.DATA_PROPERTY_ASSERTION)
            .filter(axiom -> axiom.getObject().getDatatype().getIRI().getFragment().equals("date"))
            .map(OWLAxiom.class::cast)
            .toList();
    ontology.removeAxioms(dated.stream());

    assertThat(dated).isNotEmpty();
    assertThat(factory.createReasoner(ontology).isConsistent()).isTrue();
  }

  @Test
  void each_thing_that_is_two_that_exclude_each_other_is_found_by_both_reasoners() {
    OWLOntology ontology = Owl.read(SCHEMA);
    List<OWLReasoner> reasoners = Owl.reasoners(ontology);

    assertThat(Table.rows("disjoint.tsv"))
        .allSatisfy(
            row -> {
              List<OWLAxiom> planted =
                  row.stream()
                      .map(
                          name ->
                              (OWLAxiom)
                                  Owl.FACTORY.getOWLClassAssertionAxiom(
                                      Owl.ownClass(name.getFirst()), Owl.individual("both")))
                      .toList();
              ontology.addAxioms(planted);
              reasoners.forEach(OWLReasoner::flush);
              assertThat(reasoners).noneMatch(OWLReasoner::isConsistent);
              ontology.removeAxioms(planted.stream());
            });
  }

  @Test
  void nothing_else_is_declared_disjoint() {
    Set<Set<String>> declared =
        Owl.read(SCHEMA)
            .axioms(AxiomType.DISJOINT_CLASSES)
            .map(axiom -> axiom.classExpressions().map(ConsistencyTest::name).toList())
            .flatMap(ConsistencyTest::pairs)
            .collect(Collectors.toSet());

    assertThat(declared)
        .containsExactlyInAnyOrderElementsOf(
            Table.rows("disjoint.tsv").stream()
                .map(row -> Set.of(row.getFirst().getFirst(), row.getLast().getFirst()))
                .toList());
  }

  @Test
  void what_is_left_open_may_be_both() {
    OWLOntology ontology = Owl.read(SCHEMA);
    Stream.of(
            List.of("ThinkTank", "GovernmentBody"),
            List.of("MediaOutlet", "GovernmentBody"),
            List.of("Dispute", "Situation"),
            List.of("AgreementAction", "SpeechAct"),
            List.of("UnnamedHolder", "ActorGroup"))
        .forEach(
            pair ->
                pair.forEach(
                    name ->
                        ontology.add(
                            Owl.FACTORY.getOWLClassAssertionAxiom(
                                Owl.ownClass(name), Owl.individual(String.join("-", pair))))));

    assertThat(Owl.isConsistent(ontology)).isTrue();
  }

  private static Stream<Set<String>> pairs(List<String> names) {
    return names.stream()
        .flatMap(
            one ->
                names.stream()
                    .filter(other -> !one.equals(other))
                    .map(other -> Set.of(one, other)));
  }

  private static String name(OWLClassExpression named) {
    return named.asOWLClass().getIRI().getShortForm();
  }
}
