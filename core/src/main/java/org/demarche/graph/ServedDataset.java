package org.demarche.graph;

import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.JenaTransactionException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;

/**
 * The dataset for processors that bring their own transactions, such as Fuseki's. In a read
 * transaction calls go straight to the store, so that its query engine is used. In a write
 * transaction they go to a candidate, and {@link #commit()} is a commit like any other.
 *
 * <p>Transactions belong to threads, as everywhere in Jena. A read transaction is never promoted.
 */
final class ServedDataset extends DatasetGraphWrapper {
  private final DatasetGraph stored;
  private final CommitPath commits;

  ServedDataset(DatasetGraph stored, CommitPath commits) {
    super(stored);
    this.stored = stored;
    this.commits = commits;
  }

  @Override
  protected DatasetGraph get() {
    // While the constructor of the superclass runs there are no commits yet.
    return commits.current().<DatasetGraph>map(Candidate::overlay).orElse(stored);
  }

  @Override
  protected DatasetGraph getW() {
    return commits
        .current()
        .map(Candidate::overlay)
        .orElseThrow(() -> new JenaTransactionException("Not in a write transaction"));
  }

  @Override
  public PrefixMap prefixes() {
    return PrefixMapFactory.create(get().prefixes());
  }

  @Override
  public void begin() {
    begin(TxnType.READ_PROMOTE);
  }

  @Override
  public void begin(ReadWrite mode) {
    begin(TxnType.convert(mode));
  }

  @Override
  public void begin(TxnType type) {
    switch (type) {
      case WRITE -> commits.begin();
      case READ, READ_PROMOTE, READ_COMMITTED_PROMOTE -> stored.begin(TxnType.READ);
    }
  }

  @Override
  public boolean promote() {
    return isWriting();
  }

  @Override
  public boolean promote(Promote mode) {
    return isWriting();
  }

  /**
   * Ends a read, or makes the commit.
   *
   * @throws org.demarche.validate.Refusal when the change is refused; it is over then, and nothing
   *     was stored
   */
  @Override
  public void commit() {
    if (!isWriting()) {
      stored.commit();
      return;
    }
    try {
      commits.current().ifPresent(commits::commit);
    } finally {
      commits.end();
    }
  }

  /** Gives up the change, or ends a read. Does nothing where a refusal has ended it already. */
  @Override
  public void abort() {
    end();
  }

  @Override
  public void end() {
    if (isWriting()) {
      commits.end();
    } else if (stored.isInTransaction()) {
      stored.end();
    }
  }

  @Override
  public boolean isInTransaction() {
    return isWriting() || stored.isInTransaction();
  }

  @Override
  public boolean supportsTransactions() {
    return true;
  }

  @Override
  public boolean supportsTransactionAbort() {
    return true;
  }

  /** Does nothing: the store is closed by the knowledge graph. */
  @Override
  public void close() {}

  private boolean isWriting() {
    return commits.current().isPresent();
  }
}
