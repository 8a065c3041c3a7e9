package org.demarche.server.opeds;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;

/**
 * The state of an op-ed's graph. Other than the commit of the dataset it stays the same while
 * others change other graphs, so whoever means to replace the op-ed isn't told of changes that
 * aren't its.
 *
 * @param commit the latest that changed the graph; 0 where none is known
 */
record OpEdVersion(long commit) {

  /** That of a graph; empty where there is no such graph. */
  static Optional<OpEdVersion> of(DatasetGraph dataset, Node graph) {
    return dataset.containsGraph(graph)
        ? Optional.of(
            new OpEdVersion(
                Stream.of(Dem.loadedInCommit, Dem.editedInCommit)
                    .flatMap(
                        property ->
                            Iter.asStream(
                                dataset.find(Graphs.PROVENANCE, graph, property, Node.ANY)))
                    .map(Quad::getObject)
                    .mapToLong(number -> Long.parseLong(number.getLiteralLexicalForm()))
                    .max()
                    .orElse(0)))
        : Optional.empty();
  }
}
