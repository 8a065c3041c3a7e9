package org.demarche.validate;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.GraphRoles;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;

/**
 * The names that something stands behind: what {@code graph:ontology} declares, and what any graph
 * describes. What is only entailed counts for nothing: a range would make an actor out of every
 * misspelt one.
 */
final class KnownTerms {
  private static final List<String> OURS = List.of(Namespaces.DEM, Namespaces.CODE, Namespaces.ID);

  /** RDF and RDFS declare themselves; so does a container's {@code rdf:_1}. */
  private static final Set<Node> BUILT_IN_PROPERTIES =
      Set.of(
          RDF.Nodes.type,
          RDF.Nodes.subject,
          RDF.Nodes.predicate,
          RDF.Nodes.object,
          RDF.Nodes.first,
          RDF.Nodes.rest,
          RDF.Nodes.value,
          RDFS.Nodes.label,
          RDFS.Nodes.comment,
          RDFS.Nodes.seeAlso,
          RDFS.Nodes.isDefinedBy,
          RDFS.Nodes.member);

  private static final Pattern OWL_PROPERTY =
      Pattern.compile(Pattern.quote(OWL.NS) + "\\w+Property");

  private final DatasetGraph dataset;
  private final Set<Node> properties = new HashSet<>(BUILT_IN_PROPERTIES);
  private final Set<Node> classes = new HashSet<>();

  /** What was looked up before. */
  private final Map<Node, Boolean> described = new HashMap<>();

  /** What was looked for before: one misspelling tends to stand in many lines. */
  private final Map<Node, Optional<String>> nearest = new HashMap<>();

  private KnownTerms(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  static KnownTerms of(DatasetGraph dataset) {
    KnownTerms known = new KnownTerms(dataset);
    dataset
        .getGraph(Graphs.ONTOLOGY)
        .find(Node.ANY, RDF.Nodes.type, Node.ANY)
        .forEach(triple -> known.declare(triple.getSubject(), triple.getObject()));
    return known;
  }

  boolean isProperty(Node node) {
    return properties.contains(node);
  }

  boolean isClass(Node node) {
    return classes.contains(node);
  }

  /** Whether a graph describes it, or whether describing it is somebody else's business. */
  boolean isDescribedOrForeign(Node node) {
    return !isOurs(node) || described.computeIfAbsent(node, this::isDescribed);
  }

  Optional<String> nearestProperty(Node node) {
    return nearestAmong(properties, node);
  }

  Optional<String> nearestClass(Node node) {
    return nearestAmong(classes, node);
  }

  /** Reads all that is described. */
  Optional<String> nearestDescribed(Node node) {
    return nearest.computeIfAbsent(
        node,
        unknown ->
            unknown.isURI() ? nearestIri(allDescribed(), unknown.getURI()) : Optional.empty());
  }

  private boolean isDescribed(Node node) {
    return Iter.asStream(dataset.findNG(Node.ANY, node, Node.ANY, Node.ANY))
        .anyMatch(quad -> !GraphRoles.isKept(quad.getGraph()));
  }

  /** Those of a subject come together, so most repetitions are dropped without being remembered. */
  private Stream<Node> allDescribed() {
    return Iter.asStream(Iter.distinctAdjacent(Iter.map(described(), Quad::getSubject)));
  }

  private Iterator<Quad> described() {
    return Iter.filter(
        dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY),
        quad -> !GraphRoles.isKept(quad.getGraph()) && isOurs(quad.getSubject()));
  }

  private void declare(Node term, Node type) {
    if (!type.isURI()) {
      return;
    }
    if (type.equals(RDF.Nodes.Property) || OWL_PROPERTY.matcher(type.getURI()).matches()) {
      properties.add(term);
    }
    if (type.equals(RDFS.Nodes.Class) || type.equals(OWL.Class.asNode())) {
      classes.add(term);
    }
  }

  private static boolean isOurs(Node node) {
    return node.isURI() && OURS.stream().anyMatch(node.getURI()::startsWith);
  }

  private Optional<String> nearestAmong(Collection<Node> terms, Node node) {
    return nearest.computeIfAbsent(
        node,
        unknown ->
            unknown.isURI() ? nearestIri(terms.stream(), unknown.getURI()) : Optional.empty());
  }

  private static Optional<String> nearestIri(Stream<Node> terms, String iri) {
    return Nearest.iri(iri, terms.filter(Node::isURI).map(Node::getURI));
  }
}
