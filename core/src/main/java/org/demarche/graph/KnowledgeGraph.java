package org.demarche.graph;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.demarche.DemarcheException;
import org.demarche.validate.Findings;
import org.demarche.validate.Refusal;

/**
 * The one door to the triples. Whoever reads gets the dataset as one commit left it; whoever writes
 * makes a commit, which is examined first and is then there as a whole or not at all, also after a
 * power cut.
 *
 * <pre>{@code
 * try (KnowledgeGraph graph = KnowledgeGraph.open(folder, DefaultGraph.UNION)) {
 *   graph.commit(candidate -> candidate.dataset().add(opEdGraph, subject, property, value));
 *   try (Snapshot snapshot = graph.snapshot();
 *       QueryExec query = snapshot.query(parsed, Duration.ofSeconds(30))) {
 *     query.select().forEachRemaining(row -> …);
 *   }
 * }
 * }</pre>
 *
 * <p>Thread-safe; any number of threads may read while one writes.
 */
public final class KnowledgeGraph implements AutoCloseable {
  /** Longer than any commit takes, so that a wait beyond it means that something hangs. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Store store;
  private final DefaultGraph defaultGraph;
  private final CommitPath commits;
  private final DatasetGraph served;
  private volatile boolean closed;

  private KnowledgeGraph(Store store, DefaultGraph defaultGraph) {
    this.store = store;
    this.defaultGraph = defaultGraph;
    this.commits = new CommitPath(store.dataset(), store.index(), defaultGraph, PATIENCE);
    this.served = new ServedDataset(store.dataset(), commits);
  }

  /**
   * Opens the graph in a folder, or begins one there.
   *
   * @param folder of an earlier graph, or empty, or not there yet
   * @param defaultGraph what a query sees that names no graph; not stored
   * @throws DemarcheException when another process has the folder open, when it holds something
   *     else, or when it is damaged; it is left as it was
   */
  public static KnowledgeGraph open(Path folder, DefaultGraph defaultGraph) {
    return new KnowledgeGraph(Store.open(folder, defaultGraph), defaultGraph);
  }

  /** An empty graph that is gone when it is closed. */
  public static KnowledgeGraph inMemory(DefaultGraph defaultGraph) {
    return new KnowledgeGraph(Store.inMemory(defaultGraph), defaultGraph);
  }

  /**
   * The number of the commit that the calling thread sees: that of its open transaction if it has
   * one, else the latest; 0 before the first. It grows by one with each commit and names the state
   * of the dataset.
   */
  public long commit() {
    requireOpen();
    return commits
        .current()
        .map(Candidate::basedOn)
        .orElseGet(
            () -> Txn.calculateRead(store.dataset(), () -> Bookkeeping.commit(store.dataset())));
  }

  /** What a query sees that names no graph. */
  public DefaultGraph defaultGraph() {
    return defaultGraph;
  }

  /**
   * The dataset as it is now, for as long as the snapshot is open.
   *
   * @throws IllegalStateException when the calling thread is reading or writing already
   */
  public Snapshot snapshot() {
    requireOpen();
    return new Snapshot(store.dataset(), store.index());
  }

  /**
   * Makes a change.
   *
   * @return the new commit, or the present one when the change changes nothing
   * @throws Refusal when the graph would not be sound; nothing was stored
   * @throws DemarcheException when another change doesn't end, or the store fails
   * @throws IllegalStateException when the calling thread is reading or writing already
   */
  public Commit commit(Change change) {
    requireOpen();
    Candidate candidate = commits.begin();
    try {
      change.applyTo(candidate);
      return commits.commit(candidate);
    } finally {
      commits.end();
    }
  }

  /**
   * Does everything that {@link #commit(Change)} does, but stores nothing.
   *
   * @return all that was found; a commit would be refused if there are faults among it
   * @throws IllegalStateException when the calling thread is reading or writing already
   */
  public Findings examine(Change change) {
    requireOpen();
    Candidate candidate = commits.begin();
    try {
      change.applyTo(candidate);
      return commits.examine(candidate);
    } finally {
      commits.end();
    }
  }

  /**
   * Writes the files anew if most of what they hold is of no use any more, as it is after thousands
   * of commits. Nothing of the dataset changes. Waits for the change under way and for whoever
   * reads; takes some minutes for ten million triples. For those who make many commits, now and
   * then.
   *
   * @return whether it was due
   * @throws IllegalStateException when the calling thread is reading or writing already
   */
  public boolean compactIfDue() {
    requireOpen();
    commits.begin();
    try {
      return commits.withoutReading(store::compactIfDue);
    } finally {
      commits.end();
    }
  }

  /**
   * The dataset with Jena's transactions, for processors that bring their own. {@code begin(READ)}
   * reads; {@code begin(WRITE)} … {@code commit()} is a change like any other, and {@code commit()}
   * throws a {@link Refusal} when it is refused. Its context holds what queries may do and reach.
   */
  public DatasetGraph served() {
    return served;
  }

  /**
   * Waits for the change under way, and closes the store. Snapshots that are still open fail at
   * their next read. A second call does nothing.
   */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      commits.close(store::close);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The knowledge graph is closed");
    }
  }
}
