package org.demarche.graph;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Looks for damage that TDB2 itself would only show by wrong answers: it keeps every quad in six
 * indexes, and answers from whichever suits the pattern. Reads everything once, if that is soon
 * done: some 20,000 quads take a quarter of a second. Of a large store it reads samples from each
 * index, and looks for the same quads in the others.
 */
final class StoreCheck {
  /** Of an index, before the store is taken for a large one. */
  private static final int MOST_QUADS = 200_000;

  /** Of each index of a large store. */
  private static final int SAMPLE = 2_000;

  private StoreCheck() {}

  /**
   * What is damaged, if anything is.
   *
   * @param dataset a TDB2 store, in a transaction
   */
  static Optional<String> damage(DatasetGraph dataset) {
    return damage(dataset, MOST_QUADS);
  }

  /**
   * What is damaged, if anything is.
   *
   * @param mostQuads that are all read; of a larger store only samples are
   */
  static Optional<String> damage(DatasetGraph dataset, int mostQuads) {
    NodeTupleTable quads =
        TDBInternal.getDatasetGraphTDB(dataset).getQuadTable().getNodeTupleTable();
    try {
      Set<NodeId> nodes = new HashSet<>();
      TupleIndex[] indexes = quads.getTupleTable().getIndexes();
      if (isLarger(indexes[0], mostQuads)) {
        return sampled(indexes, nodes).or(() -> damage(quads.getNodeTable(), nodes));
      }
      Content first = read(indexes[0], nodes);
      for (TupleIndex index : indexes) {
        if (!read(index, nodes).equals(first)) {
          return Optional.of(
              "indexes " + indexes[0].getName() + " and " + index.getName() + " differ");
        }
      }
      return damage(quads.getNodeTable(), nodes);
    } catch (RuntimeException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isLarger(TupleIndex index, int mostQuads) {
    Iterator<Tuple<NodeId>> tuples = index.all();
    int quads = 0;
    while (quads <= mostQuads && tuples.hasNext()) {
      tuples.next();
      quads++;
    }
    return quads > mostQuads;
  }

  /** The first quads of each index, which lie in different places of the others. */
  private static Optional<String> sampled(TupleIndex[] indexes, Set<NodeId> nodes) {
    for (TupleIndex index : indexes) {
      Iterator<Tuple<NodeId>> tuples = index.all();
      for (int i = 0; i < SAMPLE && tuples.hasNext(); i++) {
        Tuple<NodeId> tuple = tuples.next();
        tuple.forEach(nodes::add);
        for (TupleIndex other : indexes) {
          if (!other.find(tuple).hasNext()) {
            return Optional.of(
                "indexes " + index.getName() + " and " + other.getName() + " differ");
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> damage(NodeTable table, Set<NodeId> nodes) {
    for (NodeId id : nodes) {
      Node node = table.getNodeForNodeId(id);
      if (node == null || !id.equals(table.getNodeIdForNode(node))) {
        return Optional.of("the term numbered " + id + " can't be found");
      }
    }
    return Optional.empty();
  }

  /** How many quads an index holds, and a hash over them that doesn't depend on their order. */
  private record Content(long quads, long hash) {}

  private static Content read(TupleIndex index, Set<NodeId> nodes) {
    long quads = 0;
    long hash = 0;
    for (Iterator<Tuple<NodeId>> tuples = index.all(); tuples.hasNext(); ) {
      Tuple<NodeId> tuple = tuples.next();
      long mixed = 1;
      for (NodeId id : tuple) {
        nodes.add(id);
        mixed = (mixed ^ id.hashCode()) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 32;
      }
      quads++;
      hash += mixed;
    }
    return new Content(quads, hash);
  }
}
