package org.demarche.graph;

import java.io.UncheckedIOException;
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
import org.demarche.search.SearchIndex;
import org.demarche.search.TextProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the triples lie, a TDB2 database, and the index of their texts; in a folder or in memory.
 */
final class Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);

  private final DatasetGraph dataset;
  private final SearchIndex index;
  private final Runnable release;

  private Store(
      DatasetGraph dataset, SearchIndex index, DefaultGraph defaultGraph, Runnable release) {
    this.dataset = dataset;
    this.index = index;
    this.release = release;
    dataset.getContext().set(TDB2.symUnionDefaultGraph, defaultGraph == DefaultGraph.UNION);
    ExplicitDatasets.install(dataset.getContext());
    TextProperty.install(dataset.getContext(), () -> index.at(Bookkeeping.commit(dataset)));
  }

  static Store inMemory(DefaultGraph defaultGraph) {
    DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
    return new Store(dataset, SearchIndex.inMemory(), defaultGraph, dataset::close);
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
        return new Store(
            dataset,
            index(folder.search(), dataset),
            defaultGraph,
            () -> {
              disconnect(dataset);
              folder.close();
            });
      } catch (RuntimeException e) {
        disconnect(dataset);
        throw e;
      }
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

  /**
   * Writes the store anew where most of its files is waste: TDB2 writes a copy of each block that a
   * commit touches, and never uses the old one again. Waits for whoever reads.
   *
   * @return whether it was due
   */
  boolean compactIfDue() {
    Optional<Path> data =
        Optional.ofNullable(DatabaseMgr.location(dataset))
            .filter(location -> !location.isMem())
            .map(DatabaseOps::findStorageLocation);
    if (data.filter(StoreFiles::isMostlyWaste).isEmpty()) {
      return false;
    }
    compact();
    return true;
  }

  void compact() {
    LOG.info("The store is compacted");
    DatabaseMgr.compact(dataset, true);
  }

  SearchIndex index() {
    return index;
  }

  @Override
  public void close() {
    index.close();
    release.run();
  }

  /** The index of the dataset's present commit. */
  private static SearchIndex index(Path folder, DatasetGraph dataset) {
    try {
      SearchIndex index = SearchIndex.open(folder);
      try {
        Txn.executeRead(dataset, () -> bringUpToDate(index, dataset));
        return index;
      } catch (RuntimeException e) {
        index.close();
        throw e;
      }
    } catch (UncheckedIOException e) {
      throw new DemarcheException(
          ErrorCategory.INTERNAL,
          "The search index in " + folder + " can't be written: " + e.getMessage(),
          e);
    }
  }

  /** It lags behind after a crash, or is missing from a folder of an earlier version. */
  private static void bringUpToDate(SearchIndex index, DatasetGraph dataset) {
    long commit = Bookkeeping.commit(dataset);
    if (!index.shows(commit)) {
      LOG.info("The search index is filled from commit {}", commit);
      index.rebuild(dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY), commit);
    }
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
