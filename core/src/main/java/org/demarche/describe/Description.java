package org.demarche.describe;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;

/**
 * What a dataset holds, as <a href="https://www.w3.org/TR/void/">VoID</a> and <a
 * href="https://www.w3.org/TR/vocab-dcat-3/">DCAT</a> tell it: the union of the named graphs, and
 * each of them. Where the dataset is served isn't said; whoever serves it knows. Stateless;
 * thread-safe.
 *
 * <p>The figures are those that queries give, and the triples of the description are part of what a
 * query sees. So it is written again until it tells of itself what is true.
 */
public final class Description {
  /** The dataset: the union of its named graphs. */
  public static final Node DATASET = NodeFactory.createURI(Namespaces.ID + "dataset/demarche");

  /** Three do where the classes and properties of the description weren't in use before. */
  private static final int USUAL_ROUNDS = 8;

  private Description() {}

  /**
   * Describes a dataset.
   *
   * @param dataset is only read; the description in it is taken for an earlier one
   * @param at when it came to be as it is
   * @return what {@code graph:description} is to hold; without blank nodes, so that two
   *     descriptions differ only where what they describe differs
   */
  public static Set<Triple> of(DatasetGraph dataset, Instant at) {
    Map<Node, Set<Triple>> graphs = graphs(dataset);
    Node modified = dateTime(at);
    Set<Triple> earlier = graphs.getOrDefault(Graphs.DESCRIPTION, Set.of());
    graphs.remove(Graphs.DESCRIPTION);
    Map<Node, Tally> tallies = new HashMap<>();
    Set<Triple> union = new HashSet<>();
    graphs.forEach(
        (graph, triples) -> {
          tallies.put(graph, Tally.of(triples));
          union.addAll(triples);
        });
    Tally whole = Tally.of(union);
    news(earlier, List.of(union)).forEach(whole::add);
    for (int round = 1; ; round++) {
      // The number of all different objects may itself be a new object, or not. Where that never
      // settles, the number is left out: all others depend on which triples there are, not on it.
      boolean settles = round <= USUAL_ROUNDS;
      Set<Triple> next =
          new DescriptionWriter(whole, tallies, earlier.size(), modified).write(settles);
      if (next.equals(earlier)) {
        return next;
      }
      news(earlier, List.of(union, next)).forEach(whole::remove);
      news(next, List.of(union, earlier)).forEach(whole::add);
      earlier = next;
    }
  }

  static Node dateTime(Instant at) {
    return NodeFactory.createLiteralDT(
        at.truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime);
  }

  private static Stream<Triple> news(Set<Triple> triples, List<Set<Triple>> known) {
    return triples.stream()
        .filter(triple -> known.stream().noneMatch(some -> some.contains(triple)));
  }

  private static Map<Node, Set<Triple>> graphs(DatasetGraph dataset) {
    Map<Node, Set<Triple>> graphs = new HashMap<>();
    Iter.asStream(dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY))
        .filter(quad -> !Quad.isDefaultGraph(quad.getGraph()))
        .forEach(
            quad ->
                graphs.computeIfAbsent(quad.getGraph(), _ -> new HashSet<>()).add(quad.asTriple()));
    return graphs;
  }
}
