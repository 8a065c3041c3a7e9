package org.demarche.server.reference;

import static org.demarche.server.reference.Sources.objects;
import static org.demarche.server.reference.Sources.subjects;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** Reads what the ontology says of a term by axioms: how it stands to others, and what it takes. */
final class TermFacts {
  private record Characteristic(Node type, String name) {}

  private static final List<Characteristic> CHARACTERISTICS =
      List.of(
          new Characteristic(OWL.FunctionalProperty.asNode(), "functional: one value at most"),
          new Characteristic(
              OWL.InverseFunctionalProperty.asNode(), "inverse functional: a value of one thing"),
          new Characteristic(OWL.SymmetricProperty.asNode(), "symmetric: holds both ways"),
          new Characteristic(OWL2.AsymmetricProperty.asNode(), "asymmetric: never both ways"),
          new Characteristic(OWL.TransitiveProperty.asNode(), "transitive: goes on along a chain"),
          new Characteristic(OWL2.ReflexiveProperty.asNode(), "reflexive: holds of a thing itself"),
          new Characteristic(
              OWL2.IrreflexiveProperty.asNode(), "irreflexive: never of a thing itself"));

  private final Graph ontology;
  private final Graph inferred;
  private final Alignments alignments;
  private final CodesTaken codesTaken;

  TermFacts(Sources sources) {
    this.ontology = sources.ontology();
    this.inferred = sources.inferred();
    this.alignments = new Alignments(ontology);
    this.codesTaken = new CodesTaken(sources);
  }

  List<Fact> ofClass(Node term) {
    List<Node> above = ours(objects(ontology, term, RDFS.subClassOf.asNode())).toList();
    return facts(
        of("Subclass of", above.stream()),
        of(
            "By inference also of",
            ours(objects(inferred, term, RDFS.subClassOf.asNode()))
                .filter(it -> !it.equals(term) && !above.contains(it))),
        of("Subclasses", ours(subjects(ontology, RDFS.subClassOf.asNode(), term))),
        new Fact("Whatever has", whatMakes(term)),
        of("Never also", disjoint(term)),
        of("Properties", ours(subjects(ontology, RDFS.domain.asNode(), term))),
        of("Is a value of", ours(subjects(ontology, RDFS.range.asNode(), term))),
        new Fact("Alignments", alignments.of(term)),
        replacement(term));
  }

  List<Fact> ofProperty(Node term) {
    return facts(
        of("Subproperty of", ours(objects(ontology, term, RDFS.subPropertyOf.asNode()))),
        of("Subproperties", ours(subjects(ontology, RDFS.subPropertyOf.asNode(), term))),
        of("Stands on", named(objects(ontology, term, RDFS.domain.asNode()))),
        of("Leads to", named(objects(ontology, term, RDFS.range.asNode()))),
        new Fact("Codes", codesTaken.by(term).map(Link::to).toList()),
        new Fact(
            "Is",
            CHARACTERISTICS.stream()
                .filter(it -> ontology.contains(term, RDF.Nodes.type, it.type()))
                .map(it -> Link.words(it.name()))
                .toList()),
        of(
            "Inverse of",
            Stream.concat(
                ours(objects(ontology, term, OWL.inverseOf.asNode())),
                ours(subjects(ontology, OWL.inverseOf.asNode(), term)))),
        of(
            "Never together with",
            Stream.concat(
                ours(objects(ontology, term, OWL2.propertyDisjointWith.asNode())),
                ours(subjects(ontology, OWL2.propertyDisjointWith.asNode(), term)))),
        new Fact("Alignments", alignments.of(term)),
        replacement(term));
  }

  private Fact replacement(Node term) {
    return of("Replaced by", named(objects(ontology, term, DCTerms.isReplacedBy.asNode())));
  }

  /**
   * Values that make a thing one of the class: {@code owl:hasValue}, above it or equivalent to it.
   */
  private List<Link> whatMakes(Node term) {
    return Stream.of(
            objects(ontology, term, OWL.equivalentClass.asNode()),
            subjects(ontology, OWL.equivalentClass.asNode(), term),
            subjects(ontology, RDFS.subClassOf.asNode(), term))
        .flatMap(it -> it)
        .filter(Node::isBlank)
        .flatMap(
            restriction ->
                objects(ontology, restriction, OWL.onProperty.asNode())
                    .filter(Node::isURI)
                    .flatMap(
                        property ->
                            objects(ontology, restriction, OWL.hasValue.asNode())
                                .map(value -> Link.to(Link.to(property).text(), value))))
        .distinct()
        .sorted((one, other) -> one.text().compareTo(other.text()))
        .toList();
  }

  private Stream<Node> disjoint(Node term) {
    Set<Node> disjoint = new LinkedHashSet<>();
    Stream.concat(
            objects(ontology, term, OWL.disjointWith.asNode()),
            subjects(ontology, OWL.disjointWith.asNode(), term))
        .forEach(disjoint::add);
    ontology.stream(Node.ANY, RDF.Nodes.type, OWL2.AllDisjointClasses.asNode())
        .map(Triple::getSubject)
        .map(all -> members(all))
        .filter(members -> members.contains(term))
        .forEach(disjoint::addAll);
    disjoint.remove(term);
    return ours(disjoint.stream().sorted(NodeCmp::compareRDFTerms));
  }

  private List<Node> members(Node all) {
    List<Node> members = new ArrayList<>();
    objects(ontology, all, OWL2.members.asNode())
        .forEach(list -> members.addAll(GraphList.members(new GNode(ontology, list))));
    return members;
  }

  private static List<Fact> facts(Fact... facts) {
    return Stream.of(facts).filter(fact -> !fact.values().isEmpty()).toList();
  }

  private static Fact of(String name, Stream<Node> values) {
    return new Fact(name, values.distinct().map(Link::to).toList());
  }

  private static Stream<Node> ours(Stream<Node> nodes) {
    return nodes.filter(Sources::isOurs);
  }

  private static Stream<Node> named(Stream<Node> nodes) {
    return nodes.filter(Node::isURI);
  }
}
