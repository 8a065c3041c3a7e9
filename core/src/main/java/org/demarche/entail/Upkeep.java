package org.demarche.entail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.demarche.GraphRoles;
import org.demarche.entail.ClosureView.Unforeseen;

/**
 * Keeps {@code graph:inferred} by the differences of a change, so that it costs what changes and
 * not what is stored. What is gone is followed to all that may have depended on it (delete and
 * rederive); of that, and of what is new, whatever has a proof in the changed dataset is concluded,
 * and all that follows from it (semi-naive evaluation). The outcome is that of {@link
 * Entailment#of}.
 *
 * <p>Some changes can't be told from the differences: those of what terms mean, and those of blank
 * nodes, whose conclusions are never stored. For one use, by the thread that makes the change.
 */
public final class Upkeep {
  private final Meaning meaning;
  private final ClosureView before;
  private final ClosureView after;
  private final Consumer<Triple> conclude;
  private final Consumer<Triple> retract;

  /**
   * @param meaning of the terms, before and after
   * @param before the dataset without the change
   * @param after the dataset with the change, and with whatever was concluded and retracted
   * @param conclude adds a triple to {@code graph:inferred} of the latter
   * @param retract removes one from it
   */
  public Upkeep(
      Meaning meaning,
      DatasetGraph before,
      DatasetGraph after,
      Consumer<Triple> conclude,
      Consumer<Triple> retract) {
    this.meaning = meaning;
    this.before = new ClosureView(before);
    this.after = new ClosureView(after);
    this.conclude = conclude;
    this.retract = retract;
  }

  /**
   * Brings {@code graph:inferred} up to date.
   *
   * @param added the quads that the change adds; others than those of premises are left alone
   * @param removed the quads that it removes
   * @return false when it has to be computed from scratch; it may be half changed then
   */
  public boolean keepUp(List<Quad> added, List<Quad> removed) {
    if (!meaning.isFixed()) {
      return false;
    }
    try {
      Set<Triple> doubtful = doubtful(premises(removed));
      infer(doubtful, premises(added));
      return true;
    } catch (Unforeseen unforeseen) {
      return false;
    }
  }

  private static Set<Triple> premises(List<Quad> quads) {
    Set<Triple> premises = new HashSet<>();
    for (Quad quad : quads) {
      if (GraphRoles.isPremise(quad.getGraph())) {
        Triple triple = quad.asTriple();
        if (Meaning.isTold(triple) || hasBlank(triple)) {
          throw new Unforeseen();
        }
        premises.add(triple);
      }
    }
    return premises;
  }

  /** Retracts all that may have depended on what is gone; those triples and what is gone itself. */
  private Set<Triple> doubtful(Set<Triple> removed) {
    Set<Triple> doubtful = new HashSet<>();
    Deque<Triple> ahead = new ArrayDeque<>();
    for (Triple triple : removed) {
      if (!after.isAsserted(triple) && doubtful.add(triple)) {
        ahead.add(triple);
      }
    }
    while (!ahead.isEmpty()) {
      Triple gone = ahead.remove();
      conclusions(
          gone,
          before,
          conclusion -> {
            if (!doubtful.contains(conclusion) && mayBeGone(conclusion)) {
              doubtful.add(conclusion);
              ahead.add(conclusion);
            }
          });
    }
    doubtful.forEach(retract);
    return doubtful;
  }

  private boolean mayBeGone(Triple conclusion) {
    return !Entailment.isWorthTelling(conclusion)
        || (before.holds(conclusion) && !after.isAsserted(conclusion));
  }

  private void infer(Set<Triple> doubtful, Set<Triple> added) {
    Set<Triple> known = new HashSet<>();
    Deque<Triple> ahead = new ArrayDeque<>();
    for (Triple triple : added) {
      // What followed before and is written now is inferred no longer; its conclusions stay.
      retract.accept(triple);
      if ((doubtful.contains(triple) || !before.holds(triple)) && known.add(triple)) {
        ahead.add(triple);
      }
    }
    for (Triple triple : doubtful) {
      if (meaning.isClass(triple.getSubject())) {
        // A class that is an instance of itself may be a step that is never stored.
        throw new Unforeseen();
      }
      if (Entailment.isWorthTelling(triple) && !after.holds(triple) && hasProof(triple)) {
        conclude(triple, known, ahead);
      }
    }
    while (!ahead.isEmpty()) {
      conclusions(ahead.remove(), after, conclusion -> conclude(conclusion, known, ahead));
    }
  }

  private void conclude(Triple conclusion, Set<Triple> known, Deque<Triple> ahead) {
    if (Meaning.isTold(conclusion)) {
      throw new Unforeseen();
    }
    if (known.contains(conclusion)) {
      return;
    }
    if (!Entailment.isWorthTelling(conclusion)) {
      known.add(conclusion);
      ahead.add(conclusion);
    } else if (!after.holds(conclusion)) {
      known.add(conclusion);
      conclude.accept(conclusion);
      ahead.add(conclusion);
    }
  }

  /** What one rule concludes from a triple, with whatever else holds. */
  private void conclusions(Triple triple, ClosureView state, Consumer<Triple> sink) {
    for (Meaning.Use use : meaning.uses(triple)) {
      DataRule rule = use.rule();
      Node[] values = rule.noValues();
      if (rule.body().get(use.condition()).isMetBy(triple, values)) {
        solve(
            rule,
            1L << use.condition(),
            values,
            state,
            solution -> {
              sink.accept(rule.head().with(solution));
              return false;
            });
      }
    }
  }

  private boolean hasProof(Triple triple) {
    return meaning.conclusions(triple).toList().stream()
        .anyMatch(
            rule -> {
              Node[] values = rule.noValues();
              if (!rule.head().isMetBy(triple, values)) {
                return false;
              }
              if (rule.body().size() > 1) {
                requireNoBlanksAround(rule, values);
              }
              return solve(rule, 0, values, after, _ -> true);
            });
  }

  /** What is concluded of a blank node isn't stored, but may be a step of a proof. */
  private void requireNoBlanksAround(DataRule rule, Node[] values) {
    for (Condition condition : rule.body()) {
      Set<Node> properties = meaning.leadingTo(condition.predicate());
      Stream.of(condition.subject(), condition.object())
          .filter(Node::isVariable)
          .map(term -> Condition.value(term, values))
          .filter(Node::isURI)
          .flatMap(
              thing ->
                  properties.stream()
                      .flatMap(
                          property ->
                              Stream.of(
                                  Triple.create(thing, property, Node.ANY),
                                  Triple.create(Node.ANY, property, thing))))
          .forEach(this::requireNoBlanks);
    }
  }

  private void requireNoBlanks(Triple pattern) {
    if (after.find(pattern).stream().anyMatch(Upkeep::hasBlank)) {
      throw new Unforeseen();
    }
  }

  private interface Solution {
    /** Whether to stop. */
    boolean isEnough(Node[] values);
  }

  /** Meets the conditions that aren't met yet, those with the fewest unknowns first. */
  private static boolean solve(
      DataRule rule, long met, Node[] values, ClosureView state, Solution solution) {
    int next = next(rule, met, values);
    if (next < 0) {
      return rule.allows(values) && solution.isEnough(values);
    }
    Condition condition = rule.body().get(next);
    long metNow = met | (1L << next);
    Triple pattern = condition.with(values);
    if (pattern.isConcrete()) {
      return state.holds(pattern) && solve(rule, metNow, values, state, solution);
    }
    if (pattern.getSubject().isLiteral()) {
      return false;
    }
    for (Triple triple : state.find(pattern)) {
      Node[] extended = values.clone();
      if (condition.isMetBy(triple, extended) && solve(rule, metNow, extended, state, solution)) {
        return true;
      }
    }
    return false;
  }

  /** The condition with the fewest unknowns; -1 when all are met. */
  private static int next(DataRule rule, long met, Node[] values) {
    int best = -1;
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < rule.body().size(); i++) {
      if ((met & (1L << i)) == 0) {
        int unknown = unknown(rule.body().get(i), values);
        if (unknown < fewest) {
          best = i;
          fewest = unknown;
        }
      }
    }
    return best;
  }

  private static int unknown(Condition condition, Node[] values) {
    Triple pattern = condition.with(values);
    if (!pattern.getSubject().equals(Node.ANY)) {
      return pattern.getObject().equals(Node.ANY) ? 1 : 0;
    }
    // Thousands of things have what a rule names, such as a role, and fewer lead to one thing.
    return pattern.getObject().equals(Node.ANY) || !condition.object().isVariable() ? 3 : 2;
  }

  private static boolean hasBlank(Triple triple) {
    return triple.getSubject().isBlank() || triple.getObject().isBlank();
  }
}
