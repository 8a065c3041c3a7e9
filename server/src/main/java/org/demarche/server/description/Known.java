package org.demarche.server.description;

import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.PerCommit;
import org.demarche.graph.Snapshot;
import org.demarche.ontology.Graphs;

/**
 * What a commit says of itself. Immutable.
 *
 * @param commit its number
 * @param description {@code graph:description}; empty in a folder that was last written before
 *     there was one. Not to be changed
 * @param queries {@code graph:queries}; not to be changed
 * @param graphs the named graphs, by IRI
 */
record Known(long commit, Graph description, Graph queries, List<Node> graphs) {
  /** Copies the list. */
  Known {
    graphs = List.copyOf(graphs);
  }

  /** The value of a property, if it is told. */
  Optional<Node> value(Node subject, Node property) {
    return description.stream(subject, property, Node.ANY).map(Triple::getObject).findFirst();
  }

  /** Reads it once for each commit. Thread-safe. */
  static final class Reader {
    private final KnowledgeGraph graph;
    private final PerCommit<Known> latest = new PerCommit<>(Reader::read);

    Reader(KnowledgeGraph graph) {
      this.graph = graph;
    }

    Known latest() {
      try (Snapshot snapshot = graph.snapshot()) {
        return latest.of(snapshot);
      }
    }

    private static Known read(Snapshot snapshot) {
      return new Known(
          snapshot.commit(),
          snapshot.copy(Graphs.DESCRIPTION),
          snapshot.copy(Graphs.QUERIES),
          Iter.asStream(snapshot.dataset().listGraphNodes())
              .sorted(NodeCmp::compareRDFTerms)
              .toList());
    }
  }
}
