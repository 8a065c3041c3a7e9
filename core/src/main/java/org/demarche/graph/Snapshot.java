package org.demarche.graph;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * The dataset as one commit left it. Commits made meanwhile don't show. To be used and closed by
 * the thread that opened it, which has at most one open at a time; it holds up neither other
 * readers nor the writer, but space that later commits free is reused only after it is closed.
 */
public final class Snapshot implements AutoCloseable {
  private final DatasetGraph stored;
  private final DatasetGraph view;
  private final long commit;
  private boolean open = true;

  Snapshot(DatasetGraph stored) {
    if (stored.isInTransaction()) {
      throw new IllegalStateException(
          "This thread is reading or writing already: close its snapshot, or end its transaction,"
              + " before the next");
    }
    stored.begin(ReadWrite.READ);
    this.stored = stored;
    this.view = new DatasetGraphReadOnly(stored);
    this.commit = Bookkeeping.commit(stored);
  }

  /** The number of the commit; 0 before the first one. */
  public long commit() {
    return commit;
  }

  /** The dataset, to be read only. Valid until the snapshot is closed. */
  public DatasetGraph dataset() {
    return view;
  }

  /** What is remembered of the last load of a named graph; empty if it never was loaded. */
  public Optional<LoadRecord> loaded(Node graph) {
    return Bookkeeping.loaded(stored, graph);
  }

  /**
   * Prepares a query.
   *
   * @param query parsed
   * @param timeout from the start of execution to the last row; positive
   * @return to be executed and closed by the caller, before the snapshot is closed; once the time
   *     is out, it throws {@link org.apache.jena.query.QueryCancelledException}
   */
  public QueryExec query(Query query, Duration timeout) {
    return QueryExec.dataset(view)
        .query(query)
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .build();
  }

  /** Ends the reading. A second call does nothing. */
  @Override
  public void close() {
    if (open) {
      open = false;
      stored.end();
    }
  }
}
