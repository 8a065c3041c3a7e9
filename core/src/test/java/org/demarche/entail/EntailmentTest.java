package org.demarche.entail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

class EntailmentTest {
  private static final String PREFIXES =
      """
      PREFIX : <http://example.org/>
      PREFIX code: <https://w3id.org/demarche/codes/>
      PREFIX dem: <https://w3id.org/demarche/ontology#>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;

  @Test
  void scm_sco_a_class_is_below_the_classes_above() {
    assertEntailed(
        ":A rdfs:subClassOf :B . :B rdfs:subClassOf :C . :C rdfs:subClassOf :D .",
        ":A rdfs:subClassOf :C , :D . :B rdfs:subClassOf :D .");
  }

  @Test
  void scm_eqc1_equivalent_classes_are_below_each_other() {
    assertEntailed(
        ":A owl:equivalentClass :B .", ":A rdfs:subClassOf :B . :B rdfs:subClassOf :A .");
  }

  @Test
  void scm_spo_a_property_is_below_the_properties_above() {
    assertEntailed(
        ":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :r .", ":p rdfs:subPropertyOf :r .");
  }

  @Test
  void scm_eqp1_equivalent_properties_are_below_each_other() {
    assertEntailed(
        ":p owl:equivalentProperty :q .", ":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :p .");
  }

  @Test
  void cax_sco_a_thing_is_of_the_classes_above() {
    assertEntailed(":A rdfs:subClassOf :B . :x a :A .", ":x a :B .");
  }

  @Test
  void cax_eqc_a_thing_is_of_the_equivalent_class_in_both_directions() {
    assertEntailed(
        ":A owl:equivalentClass :B . :x a :A . :y a :B .",
        ":A rdfs:subClassOf :B . :B rdfs:subClassOf :A . :x a :B . :y a :A .");
  }

  @Test
  void domain_and_range_are_checked_and_type_nothing() {
    assertEntailed(":p rdfs:domain :A ; rdfs:range :B . :x :p :y .", "");
  }

  @Test
  void prp_spo1_what_holds_for_a_property_holds_for_those_above() {
    assertEntailed(":p rdfs:subPropertyOf :q . :x :p :y , 1 .", ":x :q :y , 1 .");
  }

  @Test
  void prp_eqp_what_holds_for_a_property_holds_for_the_equivalent_one() {
    assertEntailed(
        ":p owl:equivalentProperty :q . :x :p :y . :u :q :v .",
        ":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :p . :x :q :y . :u :p :v .");
  }

  @Test
  void prp_inv_inverse_properties_turn_a_triple_round() {
    assertEntailed(":p owl:inverseOf :q . :x :p :y . :u :q :v .", ":y :q :x . :v :p :u .");
  }

  @Test
  void prp_symp_a_symmetric_property_holds_both_ways_and_literals_stay_objects() {
    assertEntailed(
        "dem:allyOf a owl:SymmetricProperty . :japan dem:allyOf :us , \"US\" .",
        ":us dem:allyOf :japan .");
  }

  @Test
  void prp_trp_a_transitive_property_leads_on() {
    assertEntailed(
        "dem:precedes a owl:TransitiveProperty . :a dem:precedes :b . :b dem:precedes :c ."
            + " :c dem:precedes :d .",
        ":a dem:precedes :c , :d . :b dem:precedes :d .");
  }

  @Test
  void a_symmetric_property_is_not_transitive() {
    assertEntailed(
        "dem:allyOf a owl:SymmetricProperty . :japan dem:allyOf :us . :us dem:allyOf :korea .",
        ":us dem:allyOf :japan . :korea dem:allyOf :us .");
  }

  @Test
  void cls_hv2_what_has_the_value_is_of_the_class() {
    assertEntailed(
        "dem:Evaluation owl:equivalentClass"
            + " [ owl:onProperty dem:kind ; owl:hasValue code:kind\\/evaluation ] ."
            + " :f1 dem:kind code:kind\\/evaluation . :f2 dem:kind code:kind\\/event .",
        ":f1 a dem:Evaluation .");
  }

  @Test
  void cls_hv1_what_is_of_the_class_has_the_value() {
    assertEntailed(
        "dem:Evaluation owl:equivalentClass"
            + " [ owl:onProperty dem:kind ; owl:hasValue code:kind\\/evaluation ] ."
            + " :f1 a dem:Evaluation .",
        ":f1 dem:kind code:kind\\/evaluation .");
  }

  @Test
  void dem_party_who_takes_part_as_a_party_is_a_party() {
    assertEntailed(
        """
        :p1 dem:participant :japan ; dem:participationIn :gsomia ;
          dem:participationRole code:participation\\/party .
        :p2 dem:participant :us ; dem:participationIn :gsomia ;
          dem:participationRole code:participation\\/negotiator .
        [] dem:participant :korea ; dem:participationIn :gsomia ;
          dem:participationRole code:participation\\/party .
        """,
        ":gsomia dem:party :japan , :korea .");
  }

  @Test
  void rules_build_upon_each_other() {
    assertEntailed(
        ":p rdfs:subPropertyOf :q . :q owl:inverseOf :r . :r a owl:SymmetricProperty . :x :p :y .",
        ":x :q :y ; :r :y . :y :r :x ; :q :x .");
  }

  @Test
  void blank_nodes_carry_conclusions_and_are_in_none() {
    assertEntailed(
        ":A rdfs:subClassOf [ rdfs:subClassOf :B ] . :x a :A . :x :p [ :p :y ] ."
            + " :p a owl:TransitiveProperty .",
        ":A rdfs:subClassOf :B . :x a :B . :x :p :y .");
  }

  @Test
  void what_says_nothing_is_not_told() {
    assertEntailed(
        ":A owl:equivalentClass :A ; rdfs:subClassOf owl:Thing . :B rdfs:subClassOf :A ."
            + " :p owl:equivalentProperty :p ; rdfs:domain rdfs:Resource . :x :p :y . :x a :A .",
        "");
  }

  @Test
  void what_is_asserted_is_not_told_again() {
    assertEntailed(":A rdfs:subClassOf :B . :x a :A , :B .", "");
  }

  private static void assertEntailed(String asserted, String expected) {
    Set<Triple> entailed = Entailment.of(graph(asserted));
    Set<Triple> wanted = graph(expected).stream().collect(Collectors.toSet());
    assertThat(entailed).containsExactlyInAnyOrderElementsOf(wanted);
  }

  private static Graph graph(String turtle) {
    return RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph();
  }
}
