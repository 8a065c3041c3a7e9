package org.demarche.server.things;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.demarche.ontology.Dem;
import org.demarche.server.pages.Labels;

/**
 * What led to a thing, or what it led to, as far as the graph tells: a tree along {@code
 * dem:respondsTo}, {@code dem:arisesFrom}, {@code dem:contributesTo} and {@code dem:enables}. A
 * thing that comes by several ways stands at the first only.
 *
 * @param relation how it is tied to what stands above it, in words; empty at the root
 * @param thing as a link
 * @param next what follows
 */
public record Chain(String relation, Value thing, List<Chain> next) {
  private static final int DEEPEST = 4;
  private static final int MOST = 40;

  /** Copies the list. */
  public Chain {
    next = List.copyOf(next);
  }

  /** From the later thing to the earlier, and back again: which way a relation is told. */
  private record Step(Node property, boolean forward, String words) {}

  private static final List<Step> BACK =
      List.of(
          new Step(Dem.respondsTo, true, "responds to"),
          new Step(Dem.arisesFrom, true, "arises from"),
          new Step(Dem.contributesTo, false, "was contributed to by"),
          new Step(Dem.enables, false, "was enabled by"));

  private static final List<Step> FORWARD =
      List.of(
          new Step(Dem.respondsTo, false, "was responded to by"),
          new Step(Dem.arisesFrom, false, "gave rise to"),
          new Step(Dem.contributesTo, true, "contributes to"),
          new Step(Dem.enables, true, "enables"));

  /** What led to a thing. */
  static List<Chain> causes(Node thing, Labels labels) {
    return new Walk(labels, BACK).from(thing);
  }

  /** What a thing led to. */
  static List<Chain> consequences(Node thing, Labels labels) {
    return new Walk(labels, FORWARD).from(thing);
  }

  private static final class Walk {
    private final Labels labels;
    private final List<Step> steps;
    private final Set<Node> seen = new HashSet<>();

    Walk(Labels labels, List<Step> steps) {
      this.labels = labels;
      this.steps = steps;
    }

    List<Chain> from(Node thing) {
      seen.add(thing);
      return next(thing, 1);
    }

    private List<Chain> next(Node thing, int depth) {
      List<Chain> found = new ArrayList<>();
      if (depth > DEEPEST) {
        return found;
      }
      for (Step step : steps) {
        for (Node other : others(thing, step)) {
          if (seen.size() <= MOST && seen.add(other)) {
            found.add(new Chain(step.words(), Value.of(other, labels), next(other, depth + 1)));
          }
        }
      }
      return found;
    }

    private List<Node> others(Node thing, Step step) {
      DatasetGraph dataset = labels.dataset();
      Stream<Node> others =
          step.forward()
              ? Iter.asStream(dataset.find(Node.ANY, thing, step.property(), Node.ANY))
                  .map(quad -> quad.getObject())
              : Iter.asStream(dataset.find(Node.ANY, Node.ANY, step.property(), thing))
                  .map(quad -> quad.getSubject());
      return others
          .limit(MOST)
          .filter(Node::isURI)
          .distinct()
          .sorted(Comparator.comparing(Node::getURI))
          .toList();
    }
  }
}
