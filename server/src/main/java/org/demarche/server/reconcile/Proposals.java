package org.demarche.server.reconcile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.demarche.server.running.Execution;

/**
 * The properties that are worth asking for: section 7.2 of the specification. They are those that
 * things of a type have, the most usual first.
 */
final class Proposals {
  /** So many things tell which properties are usual. */
  private static final int LOOKED_AT = 500;

  private Proposals() {}

  /**
   * The properties of a type.
   *
   * @param type empty for all that has names
   */
  static List<Term> of(Optional<Term> type, Terms terms, Things things, Execution running) {
    List<Node> types = type.map(it -> List.of(it.node())).orElse(Reconciled.NAMED);
    Map<Node, Integer> numbers = new HashMap<>();
    types.stream()
        .flatMap(it -> things.having(RDF.Nodes.type, it).limit(LOOKED_AT))
        .forEach(
            thing -> {
              running.countTriple();
              things
                  .properties(thing)
                  .distinct()
                  .forEach(property -> numbers.merge(property, 1, Integer::sum));
            });
    Stream<Term> known = numbers.keySet().stream().flatMap(it -> terms.property(it).stream());
    return known
        .sorted(
            Comparator.comparingInt((Term property) -> -numbers.getOrDefault(property.node(), 0))
                .thenComparing(Term::name)
                .thenComparing(Term::id))
        .toList();
  }
}
