package org.demarche.server.reconcile;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.graph.Snapshot;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;

/**
 * The classes and properties that the ontology of one commit declares, and those of other
 * vocabularies that the data uses as they are. What is only aligned with ours says nothing more,
 * and is left out. Immutable.
 */
final class Terms {
  private final Map<Node, Term> types;
  private final Map<Node, Term> properties;
  private final Map<Node, Integer> depths = new HashMap<>();

  private Terms(Map<Node, Term> types, Map<Node, Term> properties) {
    this.types = types;
    this.properties = properties;
    types.keySet().forEach(type -> depths.put(type, depth(type, new HashSet<>())));
  }

  /** Those of a snapshot. */
  static Terms of(Snapshot snapshot) {
    return of(snapshot.dataset().getGraph(Graphs.ONTOLOGY));
  }

  private static Terms of(Graph ontology) {
    Comparator<Node> byIri = Comparator.comparing(Node::getURI);
    Map<Node, Term> types = new TreeMap<>(byIri);
    Map<Node, Term> properties = new TreeMap<>(byIri);
    instances(ontology, OWL.Class.asNode())
        .filter(type -> isOurs(type) || Reconciled.REUSED_TYPES.contains(type))
        .forEach(type -> types.put(type, term(ontology, type, RDFS.Nodes.subClassOf)));
    // Names are for asking even where nobody has declared their properties, and so are types.
    Reconciled.DEFAULT_TYPES.forEach(
        type -> types.computeIfAbsent(type, it -> term(ontology, it, RDFS.Nodes.subClassOf)));
    Stream.concat(
            Stream.of(
                    OWL.ObjectProperty.asNode(),
                    OWL.DatatypeProperty.asNode(),
                    OWL.AnnotationProperty.asNode())
                .flatMap(kind -> instances(ontology, kind)),
            Reconciled.REUSED_PROPERTIES.stream())
        .filter(property -> isOurs(property) || Reconciled.REUSED_PROPERTIES.contains(property))
        .forEach(
            property ->
                properties.put(property, term(ontology, property, RDFS.Nodes.subPropertyOf)));
    return new Terms(types, properties);
  }

  /** All types, by name. */
  List<Term> types() {
    return byName(types.values());
  }

  /** All properties, by name. */
  List<Term> properties() {
    return byName(properties.values());
  }

  /** The type that somebody means: {@code State}, {@code dem:State} or its IRI. */
  Optional<Term> type(String written) {
    return Optional.ofNullable(types.get(node(written)));
  }

  /** The type that a class is. */
  Optional<Term> type(Node node) {
    return Optional.ofNullable(types.get(node));
  }

  /** The property that somebody means: {@code governmentOf}, {@code schema:author} or its IRI. */
  Optional<Term> property(String written) {
    return Optional.ofNullable(properties.get(node(written)));
  }

  /** The property of that IRI. */
  Optional<Term> property(Node node) {
    return Optional.ofNullable(properties.get(node));
  }

  /** How many types are above one: the more, the more special it is. */
  int depth(Node type) {
    return depths.getOrDefault(type, 0);
  }

  private int depth(Node type, Set<Node> seen) {
    return seen.add(type)
        ? type(type).stream()
            .flatMap(term -> term.broader().stream())
            .filter(types::containsKey)
            .mapToInt(broader -> 1 + depth(broader, seen))
            .max()
            .orElse(0)
        : 0;
  }

  private static Node node(String written) {
    String text = written.strip();
    return NodeFactory.createURI(
        text.contains(":") ? Namespaces.PREFIXES.expandPrefix(text) : Namespaces.DEM + text);
  }

  private static List<Term> byName(Collection<Term> terms) {
    return terms.stream().sorted(Comparator.comparing(Term::name).thenComparing(Term::id)).toList();
  }

  private static Term term(Graph ontology, Node node, Node upwards) {
    List<Node> labels = objects(ontology, node, RDFS.Nodes.label).filter(Node::isLiteral).toList();
    return new Term(
        node,
        Identifiers.ofTerm(node),
        english(labels).orElseGet(() -> name(node)),
        labels.stream().map(Node::getLiteralLexicalForm).sorted().toList(),
        english(objects(ontology, node, SKOS.definition.asNode()).toList()).orElse(""),
        objects(ontology, node, upwards).filter(Node::isURI).toList(),
        objects(ontology, node, RDFS.Nodes.range).filter(Node::isURI).findFirst());
  }

  private static Optional<String> english(List<Node> texts) {
    return texts.stream()
        .filter(text -> text.isLiteral() && text.getLiteralLanguage().equals("en"))
        .map(Node::getLiteralLexicalForm)
        .min(Comparator.naturalOrder());
  }

  /** {@code specializationOf} is "specialization of". */
  private static String name(Node node) {
    return node.getURI()
        .replaceFirst(".*[/#](?=.)", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }

  private static boolean isOurs(Node node) {
    return node.getURI().startsWith(Namespaces.DEM);
  }

  private static Stream<Node> instances(Graph ontology, Node kind) {
    return Iter.asStream(ontology.find(Node.ANY, RDF.Nodes.type, kind))
        .map(Triple::getSubject)
        .filter(Node::isURI);
  }

  private static Stream<Node> objects(Graph ontology, Node node, Node property) {
    return Iter.asStream(ontology.find(node, property, Node.ANY)).map(Triple::getObject);
  }
}
