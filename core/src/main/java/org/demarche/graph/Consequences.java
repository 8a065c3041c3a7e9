package org.demarche.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.demarche.GraphRoles;
import org.demarche.entail.ClaimsView;
import org.demarche.entail.Entailment;
import org.demarche.entail.Meaning;
import org.demarche.entail.Upkeep;
import org.demarche.ontology.Graphs;
import org.demarche.validate.ClaimsChange;
import org.demarche.validate.Examination;
import org.demarche.validate.Places;
import org.demarche.validate.Remembered;
import org.demarche.validate.ShapeSet;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a change, and what has to be examined for it. Where a change touches only what
 * coders write, both are told from the differences; where it touches terms, codes or shapes, or was
 * made under other rules, from everything.
 *
 * <p>What terms mean and what shapes ask for is read once and kept, as hardly any change touches
 * them. For the one thread that has the turn to change the dataset.
 */
final class Consequences {
  private static final Set<Node> ASIDE = Set.of(Graphs.SHAPES, Graphs.QUERIES, Graphs.PROVENANCE);

  private final DatasetGraph stored;
  private @Nullable Meaning meaning;
  private @Nullable ShapeSet shapes;
  private Remembered remembered = new Remembered();
  private boolean fromDifferences;

  Consequences(DatasetGraph stored) {
    this.stored = stored;
  }

  /**
   * Brings {@code graph:inferred} of a candidate up to date.
   *
   * @param loaded graphs that are examined as a whole, also where they stay as they are: who loads
   *     a file wants to know all about it
   * @return what is to be examined
   */
  Examination examination(Overlay overlay, Set<Node> loaded, Places places) {
    Set<Node> examined = new HashSet<>(overlay.changedGraphs());
    examined.addAll(loaded);
    fromDifferences = isToldFromDifferences(overlay);
    if (fromDifferences) {
      Graph before = new ClaimsView(stored);
      Graph after = new ClaimsView(overlay);
      ClaimsChange change =
          ClaimsChange.of(copy(overlay.added()), copy(overlay.removed()), before, after)
              .with(loaded.stream().flatMap(graph -> overlay.getGraph(graph).stream()));
      return new Examination(
          overlay, after, examined, places, shapesOf(stored), remembered, Optional.of(change));
    }
    Graph union = entailAnew(overlay);
    return new Examination(
        overlay,
        union,
        examined,
        places,
        ShapeSet.of(overlay.getGraph(Graphs.SHAPES)),
        new Remembered(),
        Optional.empty());
  }

  /** Forgets what the candidate, which is stored now, may have changed. */
  void stored() {
    if (!fromDifferences) {
      meaning = null;
      shapes = null;
      remembered = new Remembered();
    }
  }

  private boolean isToldFromDifferences(Overlay overlay) {
    return overlay.changedGraphs().stream().allMatch(Consequences::isToldFromDifferences)
        && Bookkeeping.isInferredByPresentRules(stored)
        && new Upkeep(
                meaningOf(stored),
                stored,
                overlay,
                triple -> overlay.put(Quad.create(Graphs.INFERRED, triple)),
                triple -> overlay.erase(Quad.create(Graphs.INFERRED, triple)))
            .keepUp(copy(overlay.added()), copy(overlay.removed()));
  }

  private static boolean isToldFromDifferences(Node graph) {
    return GraphRoles.isCoded(graph) || GraphRoles.isKept(graph);
  }

  private static Graph entailAnew(Overlay overlay) {
    Graph union = Entailment.premises(overlay);
    Set<Triple> entailed = new HashSet<>(Entailment.of(union));
    entailed.removeIf(triple -> isAssertedAside(overlay, triple));
    overlay.set(Graphs.INFERRED, entailed);
    entailed.forEach(union::add);
    return union;
  }

  private Meaning meaningOf(DatasetGraph dataset) {
    Meaning known = meaning;
    if (known == null) {
      known = Meaning.in(dataset);
      meaning = known;
    }
    return known;
  }

  private ShapeSet shapesOf(DatasetGraph dataset) {
    ShapeSet known = shapes;
    if (known == null) {
      known = ShapeSet.of(dataset.getGraph(Graphs.SHAPES));
      shapes = known;
    }
    return known;
  }

  /** Whether a graph says it that takes no part in entailment. */
  private static boolean isAssertedAside(Overlay overlay, Triple triple) {
    return ASIDE.stream().anyMatch(graph -> overlay.getGraph(graph).contains(triple));
  }

  private static List<Quad> copy(Iterable<Quad> quads) {
    List<Quad> copy = new ArrayList<>();
    quads.forEach(copy::add);
    return copy;
  }
}
