package org.demarche.validate;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
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

  private final Set<Node> properties = new HashSet<>(BUILT_IN_PROPERTIES);
  private final Set<Node> classes = new HashSet<>();
  private final Set<Node> described = new HashSet<>();

  /** What was looked for before: one misspelling tends to stand in many lines. */
  private final Map<Node, Optional<String>> nearest = new HashMap<>();

  private KnownTerms() {}

  static KnownTerms of(DatasetGraph dataset) {
    KnownTerms known = new KnownTerms();
    dataset
        .getGraph(Graphs.ONTOLOGY)
        .find(Node.ANY, RDF.Nodes.type, Node.ANY)
        .forEach(triple -> known.declare(triple.getSubject(), triple.getObject()));
    Iter.asStream(dataset.find())
        .filter(quad -> !GraphRoles.isKept(quad.getGraph()))
        .map(Quad::getSubject)
        .filter(KnownTerms::isOurs)
        .forEach(known.described::add);
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
    return described.contains(node) || !isOurs(node);
  }

  Optional<String> nearestProperty(Node node) {
    return nearestAmong(properties, node);
  }

  Optional<String> nearestClass(Node node) {
    return nearestAmong(classes, node);
  }

  Optional<String> nearestDescribed(Node node) {
    return nearestAmong(described, node);
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
        node, unknown -> unknown.isURI() ? nearestIri(terms, unknown.getURI()) : Optional.empty());
  }

  /** The IRI with the fewest letters changed, if those are few; the first by name among equals. */
  private static Optional<String> nearestIri(Collection<Node> terms, String iri) {
    int nameLength = iri.length() - (Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    LevenshteinDistance distance = new LevenshteinDistance(Math.max(2, nameLength / 3));
    record Neighbour(String iri, int distance) {}
    return terms.stream()
        .filter(Node::isURI)
        .map(Node::getURI)
        .map(known -> new Neighbour(known, distance.apply(iri, known)))
        .filter(neighbour -> neighbour.distance() >= 0)
        .min(Comparator.comparingInt(Neighbour::distance).thenComparing(Neighbour::iri))
        .map(Neighbour::iri);
  }
}
