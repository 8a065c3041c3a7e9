package org.demarche.entail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.TriplePattern;
import org.apache.jena.reasoner.rulesys.ClauseEntry;
import org.apache.jena.reasoner.rulesys.Functor;
import org.apache.jena.reasoner.rulesys.Rule;
import org.apache.jena.vocabulary.RDF;

/**
 * Makes rules on data of general rules: whatever a rule asks of terms is looked up once. Classes
 * that {@code graph:inferred} doesn't name, such as {@code owl:Restriction}s, are skipped: where
 * one rule concludes such a class and another asks for it, the two become one. Stateless.
 */
final class Specialization {
  private Specialization() {}

  /**
   * The rules on data.
   *
   * @param terms all that is said of terms, and what follows from it
   */
  static Set<DataRule> of(Collection<Rule> rules, Graph terms) {
    Set<DataRule> special = new HashSet<>();
    for (Rule rule : rules) {
      List<Condition> ofTerms = new ArrayList<>();
      List<Condition> ofData = new ArrayList<>();
      List<Node> notLiteral = new ArrayList<>();
      for (ClauseEntry entry : rule.getBody()) {
        switch (entry) {
          case TriplePattern pattern -> {
            Condition condition = Condition.of(pattern);
            (Meaning.isTold(condition.predicate(), condition.object()) ? ofTerms : ofData)
                .add(condition);
          }
          case Functor functor when functor.getName().equals("notLiteral") ->
              notLiteral.addAll(Arrays.asList(functor.getArgs()));
          default -> throw new IllegalStateException(rule + " has a condition of another kind");
        }
      }
      if (ofData.isEmpty()) {
        continue;
      }
      Node[] values = new Node[rule.getNumVars()];
      Arrays.fill(values, Node.ANY);
      solve(
          ofTerms,
          terms,
          values,
          solution -> {
            for (ClauseEntry entry : rule.getHead()) {
              Condition head = Condition.of((TriplePattern) entry).substituted(solution);
              special.add(
                  new DataRule(
                      ofData.stream().map(condition -> condition.substituted(solution)).toList(),
                      notLiteral,
                      head,
                      rule.getNumVars()));
            }
          });
    }
    return joined(special);
  }

  private static void solve(
      List<Condition> conditions, Graph terms, Node[] values, Consumer<Node[]> solutions) {
    if (conditions.isEmpty()) {
      solutions.accept(values);
      return;
    }
    for (Triple triple : terms.find(conditions.getFirst().with(values)).toList()) {
      Node[] extended = values.clone();
      if (conditions.getFirst().isMetBy(triple, extended)) {
        solve(conditions.subList(1, conditions.size()), terms, extended, solutions);
      }
    }
  }

  private static Set<DataRule> joined(Set<DataRule> rules) {
    Set<DataRule> all = new HashSet<>(rules);
    Deque<DataRule> ahead = new ArrayDeque<>(rules);
    while (!ahead.isEmpty()) {
      DataRule rule = ahead.remove();
      followers(rule, all).filter(all::add).forEach(ahead::add);
    }
    return all.stream()
        .filter(rule -> !rule.saysNothing())
        .filter(rule -> !isOfUnnamed(rule.head()))
        .collect(Collectors.toSet());
  }

  /** What follows at once where the rule concludes an unnamed class. */
  private static Stream<DataRule> followers(DataRule rule, Set<DataRule> all) {
    return isOfUnnamed(rule.head())
        ? all.stream()
            .filter(other -> other.body().size() == 1)
            .filter(other -> isOfUnnamed(other.body().getFirst()))
            .filter(other -> other.body().getFirst().object().equals(rule.head().object()))
            .map(other -> joined(rule, other))
            .toList()
            .stream()
        : Stream.empty();
  }

  private static DataRule joined(DataRule first, DataRule second) {
    Node[] values = second.noValues();
    Condition asked = second.body().getFirst();
    Condition given = first.head();
    asked.isMetBy(Triple.create(given.subject(), given.predicate(), given.object()), values);
    return new DataRule(
        first.body(), first.notLiteral(), second.head().substituted(values), first.variables());
  }

  private static boolean isOfUnnamed(Condition condition) {
    return condition.predicate().equals(RDF.Nodes.type)
        && !condition.object().isVariable()
        && (condition.object().isBlank() || Entailment.isOfEverything(condition.object()));
  }
}
