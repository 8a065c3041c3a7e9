package org.demarche.describe;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * Counts triples in the ways that VoID has terms for. A triple that is taken away again leaves no
 * trace. Not thread-safe.
 */
final class Tally {
  private final Column all = new Column();
  private final Map<Node, Column> properties = new HashMap<>();
  private final Map<Node, Map<Node, Long>> instances = new HashMap<>();

  /** Some triples: how many there are, and how many with each subject, object and datatype. */
  static final class Column {
    private final Map<Node, Long> subjects = new HashMap<>();
    private final Map<Node, Long> objects = new HashMap<>();
    private final Map<Node, Long> datatypes = new HashMap<>();
    private long triples;

    private void count(Triple triple, long by) {
      triples += by;
      change(subjects, triple.getSubject(), by);
      Node object = triple.getObject();
      change(objects, object, by);
      if (object.isLiteral()) {
        change(datatypes, NodeFactory.createURI(object.getLiteralDatatypeURI()), by);
      }
    }

    long triples() {
      return triples;
    }

    Map<Node, Long> subjects() {
      return subjects;
    }

    Map<Node, Long> objects() {
      return objects;
    }

    Map<Node, Long> datatypes() {
      return datatypes;
    }
  }

  static Tally of(Set<Triple> triples) {
    Tally tally = new Tally();
    triples.forEach(tally::add);
    return tally;
  }

  /** Counts a triple that isn't counted yet. */
  void add(Triple triple) {
    count(triple, 1);
  }

  /** Counts a triple no longer. */
  void remove(Triple triple) {
    count(triple, -1);
  }

  private void count(Triple triple, long by) {
    all.count(triple, by);
    Column column = properties.computeIfAbsent(triple.getPredicate(), _ -> new Column());
    column.count(triple, by);
    if (column.triples() == 0) {
      properties.remove(triple.getPredicate());
    }
    if (triple.getPredicate().equals(RDF.Nodes.type)) {
      Map<Node, Long> ofClass = instances.computeIfAbsent(triple.getObject(), _ -> new HashMap<>());
      change(ofClass, triple.getSubject(), by);
      if (ofClass.isEmpty()) {
        instances.remove(triple.getObject());
      }
    }
  }

  /** All triples. */
  Column all() {
    return all;
  }

  /** The triples with each property. */
  Map<Node, Column> properties() {
    return properties;
  }

  /** The instances of each class, of those that are named as a type. */
  Set<Node> instances(Node type) {
    return instances.getOrDefault(type, Map.of()).keySet();
  }

  /** The classes that are named as a type. */
  Set<Node> classes() {
    return instances.keySet();
  }

  private static void change(Map<Node, Long> counts, Node node, long by) {
    counts.merge(node, by, (before, change) -> before + change == 0 ? null : before + change);
  }
}
