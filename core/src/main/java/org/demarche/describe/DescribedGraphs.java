package org.demarche.describe;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.demarche.GraphRoles;
import org.demarche.describe.Figures.Figure;

/**
 * What a description tells of the named graphs that a change touches. Those that coders and
 * developers write are counted anew, as they are small; those that commits keep grow with the
 * corpus, and their figures by what came and went. For one change and one thread.
 */
final class DescribedGraphs {
  private final DatasetGraph after;
  private final Figures figures;
  private final Telling telling;

  /**
   * @param after the dataset with the change
   * @param figures in which everything is counted that came and went
   */
  DescribedGraphs(DatasetGraph after, Figures figures, Telling telling) {
    this.after = after;
    this.figures = figures;
    this.telling = telling;
  }

  /** Tells of a graph what is true now. */
  void retell(Node graph) {
    if (GraphRoles.isKept(graph)) {
      if (after.containsGraph(graph)) {
        // An earlier version told partitions of these graphs too.
        ofGraph(graph).stream()
            .filter(triple -> !triple.getSubject().equals(graph) || Telling.isPartition(triple))
            .filter(triple -> !triple.getSubject().equals(Description.DATASET))
            .forEach(telling::takeBack);
        telling.tell(Triple.create(Description.DATASET, VOID.subset.asNode(), graph));
        telling.tell(Triple.create(graph, RDF.Nodes.type, VOID.Dataset.asNode()));
        DescriptionWriter.FIGURES.stream()
            .map(property -> new Figure(graph, property))
            .forEach(
                figure ->
                    telling.retell(
                        figure.subject(),
                        figure.property(),
                        Set.of(DescriptionWriter.number(figures.now(figure)))));
      } else {
        ofGraph(graph).forEach(telling::takeBack);
      }
      return;
    }
    Set<Triple> triples = after.getGraph(graph).stream().collect(Collectors.toSet());
    Set<Triple> wanted =
        triples.isEmpty() ? Set.of() : DescriptionWriter.ofGraph(graph, Tally.of(triples));
    ofGraph(graph).stream().filter(triple -> !wanted.contains(triple)).forEach(telling::takeBack);
    wanted.forEach(telling::tell);
  }

  /** All that the description tells of a named graph. */
  private Set<Triple> ofGraph(Node graph) {
    Set<Triple> told = telling.told(graph, Node.ANY, Node.ANY).collect(Collectors.toSet());
    told.stream()
        .filter(Telling::isPartition)
        .toList()
        .forEach(triple -> telling.told(triple.getObject(), Node.ANY, Node.ANY).forEach(told::add));
    telling.told(Description.DATASET, VOID.subset.asNode(), graph).forEach(told::add);
    return told;
  }
}
