package org.demarche.graph;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.sys.DatabaseOps;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;

/** Where the triples lie: a TDB2 database, in a folder or in memory. */
final class Store implements AutoCloseable {
  private final DatasetGraph dataset;
  private final Runnable release;

  private Store(DatasetGraph dataset, DefaultGraph defaultGraph, Runnable release) {
    this.dataset = dataset;
    this.release = release;
    dataset.getContext().set(TDB2.symUnionDefaultGraph, defaultGraph == DefaultGraph.UNION);
    ExplicitDatasets.install(dataset.getContext());
  }

  static Store inMemory(DefaultGraph defaultGraph) {
    DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
    return new Store(dataset, defaultGraph, dataset::close);
  }

  static Store open(Path path, DefaultGraph defaultGraph) {
    StoreFolder folder = StoreFolder.lock(path);
    try {
      Path store = folder.store(empty -> disconnect(connect(empty)));
      requireAllFiles(store);
      DatasetGraph dataset = connect(store);
      try {
        Txn.calculateRead(dataset, () -> StoreCheck.damage(dataset))
            .ifPresent(
                what -> {
                  throw damaged(store, what);
                });
      } catch (RuntimeException e) {
        disconnect(dataset);
        throw e;
      }
      return new Store(
          dataset,
          defaultGraph,
          () -> {
            disconnect(dataset);
            folder.close();
          });
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /**
   * A term as the store gives it back. Numbers and dates it keeps as values: {@code "01"} of type
   * {@code xsd:integer} comes back as {@code "1"}.
   */
  static Node asStored(Node term) {
    NodeId value = NodeId.inline(term);
    return value == null ? term : NodeId.extract(value);
  }

  DatasetGraph dataset() {
    return dataset;
  }

  @Override
  public void close() {
    release.run();
  }

  private static void requireAllFiles(Path store) {
    Optional.ofNullable(DatabaseOps.findStorageLocation(store))
        .map(StoreFiles::missing)
        .orElse(Optional.of(store.resolve("Data-0001")))
        .ifPresent(
            missing -> {
              throw damaged(store, missing.getFileName() + " is missing");
            });
  }

  private static DatasetGraph connect(Path store) {
    try {
      return DatabaseMgr.connectDatasetGraph(Location.create(store));
    } catch (RuntimeException e) {
      throw damaged(store, String.valueOf(e.getMessage()));
    }
  }

  /** Writes nothing: every commit is in the files already. */
  private static void disconnect(DatasetGraph dataset) {
    TDBInternal.expel(dataset, true);
  }

  private static DemarcheException damaged(Path store, String what) {
    return new DemarcheException(
        ErrorCategory.INTERNAL,
        store + " is damaged: " + what + ". Restore it from a backup, or load anew elsewhere.");
  }
}
