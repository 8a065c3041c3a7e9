package org.demarche.validate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.ontology.Graphs;

/**
 * Holds what coders write against what {@code graph:ontology} declares: a property stands on a
 * thing of its {@code rdfs:domain}, an irreflexive one doesn't lead back, and nothing is of two
 * classes that are disjoint; what is deprecated is advised against. Values, which is to say ranges,
 * are the shapes' business.
 */
final class DeclaredUse implements Check {

  @Override
  public Stream<Finding> findings(Examination examination, KnownTerms known) {
    Graph ontology = examination.dataset().getGraph(Graphs.ONTOLOGY);
    return Stream.of(
            misplaced(ontology, examination),
            contradictory(ontology, examination),
            turnedOnItself(ontology, examination),
            deprecated(ontology, examination))
        .flatMap(findings -> findings);
  }

  private static Stream<Finding> misplaced(Graph ontology, Examination examination) {
    Map<Node, Node> domains =
        ontology.stream(Node.ANY, RDFS.Nodes.domain, Node.ANY)
            .filter(triple -> triple.getObject().isURI())
            .collect(Collectors.toMap(Triple::getSubject, Triple::getObject, (one, other) -> one));
    Map<Membership, Boolean> known = new HashMap<>();
    return Stream.concat(examination.codedTriples(), deprived(domains, examination))
        .flatMap(
            coded ->
                Optional.ofNullable(domains.get(coded.triple().getPredicate()))
                    .map(domain -> new Membership(coded.triple().getSubject(), domain))
                    .filter(it -> !known.computeIfAbsent(it, _ -> it.isIn(examination.union())))
                    .map(missing -> misplaced(coded, missing.type()))
                    .stream());
  }

  /** That a thing is of a class. */
  private record Membership(Node thing, Node type) {
    boolean isIn(Graph union) {
      return union.contains(thing, RDF.Nodes.type, type);
    }
  }

  /** What else stands on things that are no longer of the class that it stands on. */
  private static Stream<Examination.Coded> deprived(
      Map<Node, Node> domains, Examination examination) {
    return examination.change().stream()
        .flatMap(ClaimsChange::lostTypes)
        .flatMap(
            lost ->
                domains.entrySet().stream()
                    .filter(domain -> domain.getValue().equals(lost.getObject()))
                    .flatMap(
                        domain ->
                            examination.untouched(lost.getSubject(), domain.getKey(), Node.ANY)));
  }

  private static Finding misplaced(Examination.Coded coded, Node domain) {
    return coded.fault(
        "%s stands on %s, which this is not."
            .formatted(ShortName.of(coded.triple().getPredicate()), ShortName.of(domain)),
        "Use another property, or say that this is one.");
  }

  private static Stream<Finding> turnedOnItself(Graph ontology, Examination examination) {
    Set<Node> irreflexive = subjects(ontology, RDF.Nodes.type, OWL2.IrreflexiveProperty.asNode());
    return examination
        .codedTriples()
        .filter(coded -> irreflexive.contains(coded.triple().getPredicate()))
        .filter(coded -> coded.triple().getSubject().equals(coded.triple().getObject()))
        .map(
            coded ->
                coded.fault(
                    "%s leads back to the thing itself."
                        .formatted(ShortName.of(coded.triple().getPredicate())),
                    "Name another, or remove it."));
  }

  private static Stream<Finding> deprecated(Graph ontology, Examination examination) {
    Set<Node> deprecated =
        subjects(ontology, OWL2.deprecated.asNode(), NodeFactory.createLiteralByValue(true));
    return deprecated.isEmpty()
        ? Stream.empty()
        : examination
            .codedTriples()
            .flatMap(
                coded ->
                    Stream.of(coded.triple().getPredicate(), coded.triple().getObject())
                        .filter(deprecated::contains)
                        .map(term -> deprecated(coded, term, ontology)));
  }

  private static Finding deprecated(Examination.Coded coded, Node term, Graph ontology) {
    String instead =
        ontology.stream(term, DCTerms.isReplacedBy.asNode(), Node.ANY)
            .map(Triple::getObject)
            .map(ShortName::of)
            .sorted()
            .collect(Collectors.joining(" or "));
    return coded.advice(
        ShortName.of(term) + " is deprecated.",
        instead.isEmpty() ? "See its skos:changeNote." : "Write " + instead + ".");
  }

  private static Set<Node> subjects(Graph ontology, Node property, Node value) {
    return ontology.stream(Node.ANY, property, value)
        .map(Triple::getSubject)
        .collect(Collectors.toSet());
  }

  private static Stream<Finding> contradictory(Graph ontology, Examination examination) {
    Map<Node, Set<Node>> instances =
        examination.change().map(change -> instances(change, examination.union())).orElse(Map.of());
    return disjointPairs(ontology)
        .flatMap(
            pair ->
                examination.change().isPresent()
                    ? instances.getOrDefault(pair.one(), Set.of()).stream()
                        .filter(instances.getOrDefault(pair.other(), Set.of())::contains)
                        .map(thing -> contradictory(pair, thing, examination.places()))
                    : contradictory(pair, examination));
  }

  private record Pair(Node one, Node other) {}

  /** By {@code owl:disjointWith}, and by each list of {@code owl:AllDisjointClasses}. */
  private static Stream<Pair> disjointPairs(Graph ontology) {
    Stream<Pair> alone =
        ontology.stream(Node.ANY, OWL.disjointWith.asNode(), Node.ANY)
            .map(triple -> new Pair(triple.getSubject(), triple.getObject()));
    Stream<Pair> listed =
        ontology.stream(Node.ANY, OWL2.members.asNode(), Node.ANY)
            .map(triple -> G.listMembers(ontology, triple.getObject()))
            .flatMap(DeclaredUse::pairs);
    return Stream.concat(alone, listed);
  }

  private static Stream<Pair> pairs(List<Node> classes) {
    return IntStream.range(0, classes.size())
        .boxed()
        .flatMap(
            i ->
                classes.subList(i + 1, classes.size()).stream()
                    .map(other -> new Pair(classes.get(i), other)));
  }

  /** The things that are of a class now and weren't before, by all of their classes. */
  private static Map<Node, Set<Node>> instances(ClaimsChange change, Graph union) {
    Map<Node, Set<Node>> instances = new HashMap<>();
    change
        .newTypes()
        .map(Triple::getSubject)
        .distinct()
        .flatMap(thing -> union.stream(thing, RDF.Nodes.type, Node.ANY))
        .forEach(
            type ->
                instances
                    .computeIfAbsent(type.getObject(), _ -> new HashSet<>())
                    .add(type.getSubject()));
    return instances;
  }

  private static Stream<Finding> contradictory(Pair pair, Examination examination) {
    return examination.union().stream(Node.ANY, RDF.Nodes.type, pair.one())
        .map(Triple::getSubject)
        .filter(thing -> examination.union().contains(thing, RDF.Nodes.type, pair.other()))
        .map(thing -> contradictory(pair, thing, examination.places()));
  }

  private static Finding contradictory(Pair pair, Node thing, Places places) {
    return Finding.fault(
        places.ofSubject(thing),
        thing,
        "Nothing is both %s and %s."
            .formatted(ShortName.of(pair.one()), ShortName.of(pair.other())),
        "Keep one, and make another thing of the other.");
  }
}
