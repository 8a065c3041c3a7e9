package org.demarche.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLDataPropertyRangeAxiom;
import org.semanticweb.owlapi.model.OWLLogicalAxiom;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.reasoner.OWLReasoner;
import org.semanticweb.owlapi.vocab.OWL2Datatype;

/**
 * What the ontology says, axiom by axiom: each that the tables beside the tests expect follows for
 * both reasoners, and no other is declared.
 */
class AxiomsTest {
  private static final OWLDataFactory FACTORY = Owl.FACTORY;
  private static final OWLOntology SCHEMA = Owl.read(OntologyFiles.turtle("terms"));
  private static final List<OWLReasoner> REASONERS = Owl.reasoners(SCHEMA);

  /** Disjointness has a test of its own, and the relations have no more than their root. */
  private static final Set<AxiomType<?>> ELSEWHERE =
      Set.of(
          AxiomType.DISJOINT_CLASSES, AxiomType.SUB_OBJECT_PROPERTY, AxiomType.SUB_DATA_PROPERTY);

  static Stream<OWLAxiom> expected() {
    return Stream.of(classes(), properties(), kinds()).flatMap(it -> it);
  }

  @ParameterizedTest
  @MethodSource("expected")
  void each_axiom_follows_for_both_reasoners(OWLAxiom axiom) {
    assertThat(REASONERS).as(axiom.toString()).allMatch(reasoner -> follows(axiom, reasoner));
  }

  @Test
  void no_other_axiom_is_declared() {
    Set<OWLAxiom> declared =
        SCHEMA
            .logicalAxioms()
            .filter(axiom -> !ELSEWHERE.contains(axiom.getAxiomType()))
            .collect(Collectors.toCollection(HashSet::new));

    assertThat(declared).containsExactlyInAnyOrderElementsOf(expected().toList());
  }

  @Test
  void every_relation_is_below_one_of_the_two_roots_and_nothing_else_has_a_place_in_a_tree() {
    assertThat(
            SCHEMA
                .logicalAxioms()
                .filter(
                    axiom ->
                        axiom.isOfType(AxiomType.SUB_OBJECT_PROPERTY, AxiomType.SUB_DATA_PROPERTY)))
        .hasSizeGreaterThan(90)
        .allMatch(AxiomsTest::leadsToARoot);
  }

  @Test
  void allies_of_one_state_need_not_be_allies_of_each_other() {
    OWLOntology ontology = Owl.read(OntologyFiles.turtle("terms"));
    OWLObjectProperty allyOf = object("allyOf");
    ontology.add(
        FACTORY.getOWLObjectPropertyAssertionAxiom(
            allyOf, Owl.individual("us"), Owl.individual("japan")),
        FACTORY.getOWLObjectPropertyAssertionAxiom(
            allyOf, Owl.individual("us"), Owl.individual("korea")),
        FACTORY.getOWLNegativeObjectPropertyAssertionAxiom(
            allyOf, Owl.individual("japan"), Owl.individual("korea")));

    assertThat(Owl.isConsistent(ontology)).isTrue();
  }

  /** Openllet can't tell whether a range of data follows; but no value may be outside of it. */
  private static boolean follows(OWLAxiom axiom, OWLReasoner reasoner) {
    return axiom instanceof OWLDataPropertyRangeAxiom range
        ? !reasoner.isSatisfiable(
            FACTORY.getOWLDataHasValue(
                range.getProperty(), FACTORY.getOWLLiteral("neither", OWL2Datatype.XSD_ANY_URI)))
        : reasoner.isEntailed(axiom);
  }

  private static boolean leadsToARoot(OWLLogicalAxiom axiom) {
    return Stream.of("relatesTo", "hasValue")
        .map(root -> IRI.create(Namespaces.DEM, root))
        .anyMatch(
            root ->
                axiom.containsEntityInSignature(FACTORY.getOWLObjectProperty(root))
                    || axiom.containsEntityInSignature(FACTORY.getOWLDataProperty(root)));
  }

  private static Stream<OWLAxiom> classes() {
    return Table.rows("classes.tsv").stream()
        .flatMap(
            row ->
                row.get(1).stream()
                    .map(
                        above ->
                            FACTORY.getOWLSubClassOfAxiom(
                                Owl.ownClass(row.getFirst().getFirst()), Owl.ownClass(above))));
  }

  private static Stream<OWLAxiom> properties() {
    return Table.rows("properties.tsv").stream()
        .flatMap(
            row -> {
              String name = row.getFirst().getFirst();
              return row.get(1).equals(List.of("object"))
                  ? objectAxioms(object(name), row.get(2), row.get(3), row.get(4))
                  : dataAxioms(data(name), row.get(2), row.get(3), row.get(4));
            });
  }

  private static Stream<OWLAxiom> objectAxioms(
      OWLObjectProperty property,
      List<String> domain,
      List<String> range,
      List<String> characteristics) {
    return Stream.of(
            domain.stream()
                .map(it -> FACTORY.getOWLObjectPropertyDomainAxiom(property, namedClass(it))),
            range.stream()
                .map(it -> FACTORY.getOWLObjectPropertyRangeAxiom(property, namedClass(it))),
            characteristics.stream().map(it -> characteristic(property, it)))
        .flatMap(it -> it);
  }

  private static OWLAxiom characteristic(OWLObjectProperty property, String name) {
    return switch (name) {
      case "functional" -> FACTORY.getOWLFunctionalObjectPropertyAxiom(property);
      case "irreflexive" -> FACTORY.getOWLIrreflexiveObjectPropertyAxiom(property);
      case "symmetric" -> FACTORY.getOWLSymmetricObjectPropertyAxiom(property);
      case "transitive" -> FACTORY.getOWLTransitiveObjectPropertyAxiom(property);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Stream<OWLAxiom> dataAxioms(
      OWLDataProperty property,
      List<String> domain,
      List<String> range,
      List<String> characteristics) {
    return Stream.of(
            domain.stream()
                .map(it -> FACTORY.getOWLDataPropertyDomainAxiom(property, namedClass(it))),
            range.stream()
                .map(
                    it ->
                        FACTORY.getOWLDataPropertyRangeAxiom(
                            property, FACTORY.getOWLDatatype(Owl.iri(it)))),
            characteristics.stream().map(it -> FACTORY.getOWLFunctionalDataPropertyAxiom(property)))
        .flatMap(it -> it);
  }

  /** What {@code dem:kind} makes of a statement. */
  private static Stream<OWLAxiom> kinds() {
    return Table.rows("kinds.tsv").stream()
        .map(
            row -> {
              var hasKind =
                  FACTORY.getOWLObjectHasValue(
                      object("kind"),
                      FACTORY.getOWLNamedIndividual(
                          IRI.create(Namespaces.CODE, "kind/" + row.getFirst().getFirst())));
              OWLClass made = Owl.ownClass(row.get(2).getFirst());
              return row.get(1).equals(List.of("equivalent"))
                  ? FACTORY.getOWLEquivalentClassesAxiom(made, hasKind)
                  : FACTORY.getOWLSubClassOfAxiom(hasKind, made);
            });
  }

  private static OWLObjectProperty object(String name) {
    return FACTORY.getOWLObjectProperty(IRI.create(Namespaces.DEM, name));
  }

  private static OWLDataProperty data(String name) {
    return FACTORY.getOWLDataProperty(IRI.create(Namespaces.DEM, name));
  }

  private static OWLClass namedClass(String prefixed) {
    return FACTORY.getOWLClass(Owl.iri(prefixed));
  }
}
