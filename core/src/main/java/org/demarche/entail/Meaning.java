package org.demarche.entail;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.GraphRoles;
import org.demarche.ontology.Graphs;

/**
 * What the terms of a dataset mean, as far as anything follows from it: the rules of {@code
 * entailment.rules} with the conditions on terms met by the ontology. As long as no triple changes
 * for which {@link #isTold} is true, it stays the same. Immutable; thread-safe.
 */
public final class Meaning {
  private static final Set<Node> PROPERTIES_OF_TERMS =
      Set.of(
          RDFS.Nodes.subClassOf,
          RDFS.Nodes.subPropertyOf,
          OWL.equivalentClass.asNode(),
          OWL.equivalentProperty.asNode(),
          OWL.hasValue.asNode(),
          OWL.onProperty.asNode(),
          OWL.inverseOf.asNode());

  private static final Set<Node> CLASSES_OF_PROPERTIES =
      Set.of(OWL.SymmetricProperty.asNode(), OWL.TransitiveProperty.asNode());

  /** What a triple is found by: its property, and its class where the property is the type. */
  private record Key(Node predicate, Node type) {
    static Key of(Node predicate, Node object) {
      return new Key(predicate, predicate.equals(RDF.Nodes.type) ? object : Node.ANY);
    }
  }

  /** A rule, and which of its conditions a triple may meet. */
  record Use(DataRule rule, int condition) {}

  private final Map<Key, Set<Use>> uses = new HashMap<>();
  private final Map<Key, Set<DataRule>> conclusions = new HashMap<>();
  private final Set<Node> classes;
  private final boolean fixed;

  private Meaning(Set<DataRule> rules, Set<Node> classes) {
    this.classes = Set.copyOf(classes);
    this.fixed = rules.stream().allMatch(Meaning::isOfData);
    for (DataRule rule : rules) {
      for (int i = 0; i < rule.body().size(); i++) {
        Condition condition = rule.body().get(i);
        uses.computeIfAbsent(
                Key.of(condition.predicate(), condition.object()), _ -> new HashSet<>())
            .add(new Use(rule, i));
      }
      conclusions
          .computeIfAbsent(
              Key.of(rule.head().predicate(), rule.head().object()), _ -> new HashSet<>())
          .add(rule);
    }
  }

  /**
   * What the terms mean in a dataset.
   *
   * @param dataset with {@code graph:inferred} up to date; only read
   */
  public static Meaning in(DatasetGraph dataset) {
    Graph told = GraphMemFactory.createDefaultGraphSameTerm();
    Stream.concat(
            PROPERTIES_OF_TERMS.stream()
                .map(property -> Triple.create(Node.ANY, property, Node.ANY)),
            CLASSES_OF_PROPERTIES.stream()
                .map(type -> Triple.create(Node.ANY, RDF.Nodes.type, type)))
        .flatMap(
            pattern ->
                Iter.asStream(
                    dataset.findNG(
                        Node.ANY,
                        pattern.getSubject(),
                        pattern.getPredicate(),
                        pattern.getObject())))
        .filter(quad -> isOfClosure(quad.getGraph()))
        .map(Quad::asTriple)
        .forEach(told::add);
    Graph closed = Entailment.entailed(told, false);
    Set<Node> classes = new HashSet<>();
    closed
        .find(Node.ANY, RDFS.Nodes.subClassOf, Node.ANY)
        .forEach(
            triple -> {
              classes.add(triple.getSubject());
              classes.add(triple.getObject());
            });
    return new Meaning(Specialization.of(Entailment.RULES, closed), classes);
  }

  /** Whether the triple says what a term means, so that rules may change with it. */
  public static boolean isTold(Triple triple) {
    return isTold(triple.getPredicate(), triple.getObject());
  }

  static boolean isTold(Node predicate, Node object) {
    return PROPERTIES_OF_TERMS.contains(predicate)
        || (predicate.equals(RDF.Nodes.type) && CLASSES_OF_PROPERTIES.contains(object));
  }

  static boolean isOfClosure(Node graph) {
    return GraphRoles.isPremise(graph) || graph.equals(Graphs.INFERRED);
  }

  /** Whether no data can change what terms mean, which odd axioms would allow. */
  boolean isFixed() {
    return fixed;
  }

  boolean isClass(Node node) {
    return classes.contains(node);
  }

  /** Where the triple may meet a condition. */
  Set<Use> uses(Triple triple) {
    return uses.getOrDefault(Key.of(triple.getPredicate(), triple.getObject()), Set.of());
  }

  /** The rules that may conclude the triple. */
  Stream<DataRule> conclusions(Triple triple) {
    Node predicate = triple.getPredicate();
    return Stream.of(Key.of(predicate, triple.getObject()))
        .flatMap(key -> conclusions.getOrDefault(key, Set.of()).stream());
  }

  /**
   * The properties whose triples may, by rules of one condition, conclude one with the property.
   */
  Set<Node> leadingTo(Node property) {
    Set<Node> found = new HashSet<>(Set.of(property));
    List<DataRule> all = conclusions.values().stream().flatMap(Set::stream).toList();
    boolean grows = true;
    while (grows) {
      grows = false;
      for (DataRule rule : all) {
        if (rule.body().size() == 1
            && found.contains(rule.head().predicate())
            && found.add(rule.body().getFirst().predicate())) {
          grows = true;
        }
      }
    }
    return found;
  }

  private static boolean isOfData(DataRule rule) {
    return Stream.concat(rule.body().stream(), Stream.of(rule.head()))
            .noneMatch(Meaning::isTypeOfAnything)
        && !isTold(rule.head().predicate(), rule.head().object());
  }

  /** Whether the condition would be met by triples that are found by no key. */
  private static boolean isTypeOfAnything(Condition condition) {
    return condition.hasVariablePredicate()
        || (condition.predicate().equals(RDF.Nodes.type) && condition.object().isVariable());
  }
}
