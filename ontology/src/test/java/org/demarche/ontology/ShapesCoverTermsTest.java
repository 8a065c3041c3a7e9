package org.demarche.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.ontology.ShapeGraph.sh;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;
import org.junit.jupiter.api.Test;

/**
 * No term without a shape: values are checked by shapes only, as {@code docs/decisions/0004} tells.
 */
class ShapesCoverTermsTest {
  private static final Graph TERMS = OntologyFiles.graph("terms");
  private static final Graph CODES = OntologyFiles.graph("codes");
  private static final ShapeGraph SHAPES = ShapeGraph.loaded();

  @Test
  void every_range_is_asked_for_by_a_shape() {
    assertThat(
            TERMS.stream(Node.ANY, RDFS.Nodes.range, Node.ANY)
                .filter(triple -> isOwn(triple.getSubject()) && !isRelation(triple.getSubject())))
        .isNotEmpty()
        .allSatisfy(
            triple ->
                assertThat(shapesOf(triple.getSubject()))
                    .anyMatch(shape -> asksFor(shape, triple.getObject())));
  }

  @Test
  void every_bound_of_a_date_is_asked_to_be_a_day() {
    assertThat(Stream.of(Dem.earliestBegin, Dem.latestBegin, Dem.earliestEnd, Dem.latestEnd))
        .allSatisfy(
            bound ->
                assertThat(shapesOf(bound))
                    .anyMatch(shape -> SHAPES.has(shape, "datatype", XSD.date.asNode())));
  }

  @Test
  void every_class_is_the_target_of_a_shape() {
    Set<Node> targets =
        SHAPES
            .targeted()
            .flatMap(shape -> SHAPES.objects(shape, "targetClass"))
            .collect(Collectors.toSet());
    Stream<Node> own =
        TERMS.stream(Node.ANY, RDF.Nodes.type, OWL.Class.asNode())
            .map(Triple::getSubject)
            .filter(ShapesCoverTermsTest::isOwn);
    Stream<Node> reused =
        Stream.of(ORG.Membership, ORG.Post, SKOS.Concept, SKOS.ConceptScheme)
            .map(resource -> resource.asNode());

    assertThat(targets).containsAll(Stream.concat(own, reused).toList());
  }

  private static boolean isOwn(Node term) {
    return term.isURI() && term.getURI().startsWith(Namespaces.DEM);
  }

  /** A relation takes whatever the proposition names. */
  private static boolean isRelation(Node term) {
    return Stream.of("relatesTo", "hasValue")
        .map(name -> NodeFactory.createURI(Namespaces.DEM + name))
        .anyMatch(root -> TERMS.contains(term, RDFS.Nodes.subPropertyOf, root));
  }

  private static Stream<Node> shapesOf(Node property) {
    return SHAPES.propertyShapes().filter(shape -> SHAPES.has(shape, "path", property));
  }

  private static boolean asksFor(Node shape, Node range) {
    return SHAPES.has(shape, "class", range)
        || SHAPES.has(shape, "datatype", range)
        || (range.equals(SKOS.Concept.asNode()) && asksForScheme(shape));
  }

  private static boolean asksForScheme(Node shape) {
    return SHAPES
        .objects(shape, "node")
        .flatMap(concept -> SHAPES.objects(concept, "property"))
        .filter(scheme -> SHAPES.graph().contains(scheme, sh("path"), SKOS.inScheme.asNode()))
        .flatMap(scheme -> SHAPES.objects(scheme, "hasValue"))
        .anyMatch(scheme -> CODES.contains(scheme, RDF.Nodes.type, SKOS.ConceptScheme.asNode()));
  }
}
