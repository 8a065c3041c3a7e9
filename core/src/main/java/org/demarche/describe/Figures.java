package org.demarche.describe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;

/**
 * The figures of a description while they are changed: what the description told before, and what
 * came and went since. For one change and one thread.
 */
final class Figures {
  /** A number that is told of something. */
  record Figure(Node subject, Node property) {
    static Figure of(Node subject, Property property) {
      return new Figure(subject, property.asNode());
    }

    /** How it is told. */
    Triple with(long number) {
      return Triple.create(subject, property, DescriptionWriter.number(number));
    }
  }

  private final DatasetGraph before;
  private final Map<Figure, Long> changes = new HashMap<>();
  private final Map<Figure, Long> told = new HashMap<>();
  private final Map<Figure, Set<Triple>> settings = new HashMap<>();
  private final Map<Node, Node> partitions = new HashMap<>();
  private final Set<Figure> restless = new HashSet<>();

  /**
   * @param before the dataset with the earlier description
   */
  Figures(DatasetGraph before) {
    this.before = before;
  }

  /** What the earlier description tells; 0 where it tells nothing. */
  long earlier(Figure figure) {
    return told.computeIfAbsent(figure, this::read);
  }

  /** The figures that changed since this was asked last. */
  Set<Figure> restless() {
    Set<Figure> some = Set.copyOf(restless);
    restless.clear();
    return some;
  }

  long now(Figure figure) {
    return earlier(figure) + changes.getOrDefault(figure, 0L);
  }

  /** What is said beside the figure, and only as long as it isn't 0; empty for totals. */
  Set<Triple> setting(Figure figure) {
    return settings.getOrDefault(figure, Set.of());
  }

  void change(Figure figure, long by) {
    if (by != 0) {
      changes.merge(figure, by, Long::sum);
      restless.add(figure);
    }
  }

  /** Counts that a pattern of quads, which is one of a union or of a graph, came or went. */
  void count(Quad pattern, int by) {
    if (by == 0) {
      return;
    }
    if (pattern.getGraph().equals(Node.ANY)) {
      countInUnion(pattern, by);
    } else {
      countInGraph(pattern, by);
    }
  }

  private void countInGraph(Quad pattern, int by) {
    Node graph = pattern.getGraph();
    if (pattern.isConcrete()) {
      change(Figure.of(graph, VOID.triples), by);
    } else if (isKnown(pattern.getSubject())) {
      countSubject(graph, pattern.getSubject(), by);
    } else if (!isKnown(pattern.getPredicate())) {
      change(Figure.of(graph, VOID.distinctObjects), by);
    } else if (!isKnown(pattern.getObject())) {
      change(Figure.of(graph, VOID.properties), by);
    } else if (pattern.getPredicate().equals(RDF.Nodes.type)) {
      change(Figure.of(graph, VOID.classes), by);
    }
  }

  private void countInUnion(Quad pattern, int by) {
    Node dataset = Description.DATASET;
    Node property = pattern.getPredicate();
    Node object = pattern.getObject();
    if (pattern.asTriple().isConcrete()) {
      countTriple(pattern.asTriple(), by);
    } else if (!isKnown(property)) {
      if (isKnown(object)) {
        change(Figure.of(dataset, VOID.distinctObjects), by);
      } else {
        countSubject(dataset, pattern.getSubject(), by);
      }
    } else if (isKnown(pattern.getSubject())) {
      change(Figure.of(ofProperty(property), VOID.distinctSubjects), by);
    } else if (isKnown(object)) {
      if (!DescriptionWriter.FIGURES.contains(property)) {
        change(Figure.of(ofProperty(property), VOID.distinctObjects), by);
      }
      if (property.equals(RDF.Nodes.type)) {
        change(Figure.of(dataset, VOID.classes), by);
      }
    } else {
      change(Figure.of(dataset, VOID.properties), by);
    }
  }

  private void countSubject(Node dataset, Node subject, int by) {
    change(Figure.of(dataset, VOID.distinctSubjects), by);
    if (subject.isURI() && subject.getURI().startsWith(Namespaces.ID)) {
      change(Figure.of(dataset, VOID.entities), by);
    }
  }

  private void countTriple(Triple triple, int by) {
    Node property = triple.getPredicate();
    Node object = triple.getObject();
    change(Figure.of(Description.DATASET, VOID.triples), by);
    Node partition = ofProperty(property);
    change(Figure.of(partition, VOID.triples), by);
    if (object.isLiteral()) {
      countLiteral(partition, object, by);
    }
    if (property.equals(RDF.Nodes.type) && object.isURI()) {
      Figure entities = Figure.of(ofClass(object), VOID.entities);
      change(entities, by);
    }
    if (property.equals(SKOS.exactMatch.asNode())
        && object.isURI()
        && object.getURI().startsWith(DescriptionWriter.WIKIDATA)) {
      Figure links = Figure.of(DescriptionWriter.LINKS, VOID.triples);
      settings.computeIfAbsent(links, _ -> DescriptionWriter.linkset());
      change(links, by);
    }
  }

  private void countLiteral(Node partition, Node literal, int by) {
    Node datatype = NodeFactory.createURI(literal.getLiteralDatatypeURI());
    Node part = DescriptionWriter.partition(partition, datatype);
    Figure figure = Figure.of(part, VOID.triples);
    settings.computeIfAbsent(
        figure,
        _ ->
            Set.of(
                Triple.create(partition, DescriptionWriter.DATATYPE_PARTITION, part),
                Triple.create(part, DescriptionWriter.DATATYPE, datatype)));
    change(figure, by);
  }

  /** Counts triples with the property whose subjects are of the class. */
  void countOfClass(Node type, Node property, long by) {
    Node ofClass = ofClass(type);
    Node part = DescriptionWriter.partition(ofClass, property);
    Figure figure = Figure.of(part, VOID.triples);
    settings.computeIfAbsent(
        figure,
        _ ->
            Set.of(
                Triple.create(ofClass, VOID.propertyPartition.asNode(), part),
                Triple.create(part, VOID.property.asNode(), property)));
    change(figure, by);
  }

  private Node ofClass(Node type) {
    Node partition = partition(type);
    settings.computeIfAbsent(
        Figure.of(partition, VOID.entities),
        _ ->
            Set.of(
                Triple.create(Description.DATASET, VOID.classPartition.asNode(), partition),
                Triple.create(partition, VOID._class.asNode(), type)));
    return partition;
  }

  /** The partition, whose figures are all 0 when there is no such triple, and not told then. */
  private Node ofProperty(Node property) {
    Node partition = partition(property);
    Set<Triple> setting =
        settings.computeIfAbsent(
            Figure.of(partition, VOID.triples),
            _ ->
                Set.of(
                    Triple.create(Description.DATASET, VOID.propertyPartition.asNode(), partition),
                    Triple.create(partition, VOID.property.asNode(), property)));
    settings.putIfAbsent(Figure.of(partition, VOID.distinctSubjects), setting);
    settings.putIfAbsent(Figure.of(partition, VOID.distinctObjects), setting);
    return partition;
  }

  private Node partition(Node by) {
    return partitions.computeIfAbsent(
        by, _ -> DescriptionWriter.partition(Description.DATASET, by));
  }

  private long read(Figure figure) {
    var found = before.find(Graphs.DESCRIPTION, figure.subject(), figure.property(), Node.ANY);
    return found.hasNext() && found.next().getObject().getLiteralValue() instanceof Number number
        ? number.longValue()
        : 0;
  }

  private static boolean isKnown(Node node) {
    return !node.equals(Node.ANY);
  }
}
