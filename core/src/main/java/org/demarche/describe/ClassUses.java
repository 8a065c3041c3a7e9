package org.demarche.describe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.demarche.ontology.Namespaces;

/**
 * Counts how many triples with each property the instances of each class of ours gained and lost.
 * For one change and one thread.
 */
final class ClassUses {
  /** A class and a property that its instances have. */
  private record Use(Node type, Node property) {}

  private final DatasetGraph before;
  private final DatasetGraph after;
  private final Figures figures;
  private final Map<Node, Map<Triple, Integer>> changes = new HashMap<>();
  private final Map<Node, Map<Use, Long>> counted = new HashMap<>();
  private final Set<Node> uncounted = new HashSet<>();

  ClassUses(DatasetGraph before, DatasetGraph after, Figures figures) {
    this.before = before;
    this.after = after;
    this.figures = figures;
  }

  /** Notes that a triple of the union came (1), went (-1) or is as it was (0). */
  void changed(Triple triple, int fate) {
    Node subject = triple.getSubject();
    changes.computeIfAbsent(subject, _ -> new HashMap<>()).put(triple, fate);
    uncounted.add(subject);
  }

  /** Counts what was noted since. */
  void count() {
    for (Node subject : uncounted) {
      Map<Use, Long> uses = uses(subject);
      Map<Use, Long> known = counted.getOrDefault(subject, Map.of());
      known.forEach((use, number) -> figures.countOfClass(use.type(), use.property(), -number));
      uses.forEach((use, number) -> figures.countOfClass(use.type(), use.property(), number));
      counted.put(subject, uses);
    }
    uncounted.clear();
  }

  private Map<Use, Long> uses(Node subject) {
    Set<Node> earlier = classes(before, subject);
    Set<Node> present = classes(after, subject);
    Map<Use, Long> uses = new HashMap<>();
    for (Node type : present) {
      if (earlier.contains(type)) {
        changes
            .getOrDefault(subject, Map.of())
            .forEach(
                (triple, fate) ->
                    uses.merge(new Use(type, triple.getPredicate()), (long) fate, Long::sum));
      }
    }
    if (!earlier.containsAll(present)) {
      Set<Triple> all = description(after, subject);
      present.stream()
          .filter(type -> !earlier.contains(type))
          .forEach(type -> add(uses, type, all, 1));
    }
    if (!present.containsAll(earlier)) {
      Set<Triple> all = description(before, subject);
      earlier.stream()
          .filter(type -> !present.contains(type))
          .forEach(type -> add(uses, type, all, -1));
    }
    return uses;
  }

  private static void add(Map<Use, Long> uses, Node type, Set<Triple> triples, long by) {
    triples.forEach(triple -> uses.merge(new Use(type, triple.getPredicate()), by, Long::sum));
  }

  private static Set<Node> classes(DatasetGraph dataset, Node subject) {
    return Iter.asStream(dataset.findNG(Node.ANY, subject, RDF.Nodes.type, Node.ANY))
        .map(Quad::getObject)
        .filter(type -> type.isURI() && type.getURI().startsWith(Namespaces.DEM))
        .collect(Collectors.toSet());
  }

  private static Set<Triple> description(DatasetGraph dataset, Node subject) {
    return Iter.asStream(dataset.findNG(Node.ANY, subject, Node.ANY, Node.ANY))
        .map(Quad::asTriple)
        .collect(Collectors.toSet());
  }
}
