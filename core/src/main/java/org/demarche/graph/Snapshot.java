package org.demarche.graph;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.search.Hit;
import org.demarche.search.Hits;
import org.demarche.search.Marked;
import org.demarche.search.Search;
import org.demarche.search.SearchIndex;
import org.demarche.search.Searcher;

/**
 * The dataset as one commit left it. Commits made meanwhile don't show. To be used and closed by
 * the thread that opened it, which has at most one open at a time; it holds up neither other
 * readers nor the writer, but space that later commits free is reused only after it is closed.
 */
public final class Snapshot implements AutoCloseable {
  private final DatasetGraph stored;
  private final DatasetGraph view;
  private final SearchIndex index;
  private final long commit;
  private boolean open = true;

  Snapshot(DatasetGraph stored, SearchIndex index) {
    if (stored.isInTransaction()) {
      throw new IllegalStateException(
          "This thread is reading or writing already: close its snapshot, or end its transaction,"
              + " before the next");
    }
    stored.begin(ReadWrite.READ);
    this.stored = stored;
    this.index = index;
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

  /** A named graph, copied, so that it outlives the snapshot; empty where there is none. */
  public Graph copy(Node graph) {
    Graph copy = GraphMemFactory.createDefaultGraphSameTerm();
    GraphUtil.addInto(copy, view.getGraph(graph));
    return copy;
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

  /**
   * Looks for things by their labels, other names, codes and notes, in English, Korean and
   * Japanese. A thing isn't found by what it was called in an earlier commit, nor by what it is
   * called in a later one.
   *
   * @return nothing for a text without a letter or digit
   */
  public Hits search(Search search) {
    try (Searcher searcher = index.at(commit)) {
      return searcher.search(search, valid(searcher));
    }
  }

  /**
   * Completes what is being typed: names that begin so, or have a word that does.
   *
   * @return the best first, each thing once, {@code search.limit()} at most
   */
  public List<Hit> suggest(Search search) {
    try (Searcher searcher = index.at(commit)) {
      return searcher.suggest(search, valid(searcher));
    }
  }

  /** Names that are like what was typed, for whoever found nothing by it. */
  public List<Hit> like(Search search) {
    try (Searcher searcher = index.at(commit)) {
      return searcher.like(search, valid(searcher));
    }
  }

  /** A text, with what of it answers a search. */
  public List<Marked> marked(String text, Search search) {
    try (Searcher searcher = index.at(commit)) {
      return searcher.marked(text, search.text());
    }
  }

  /** Where the index has moved on, the dataset itself decides. */
  private Predicate<Searcher.Text> valid(Searcher searcher) {
    return searcher.commit() == commit
        ? _ -> true
        : text -> stored.contains(text.graph(), text.thing(), text.property(), text.literal());
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
