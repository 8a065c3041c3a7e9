package org.demarche.search;

import static java.util.Comparator.comparingDouble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/** The texts of one commit. To be closed by whoever got it. Thread-safe. */
public final class Searcher implements AutoCloseable {
  private static final int MOST_TEXTS = 2_000;

  /** With fewer things than this, those that answer a part are told too. */
  private static final int FEW = 3;

  /** Of equals, the one that says least beside what was asked for. */
  private static final Comparator<Found> BEST_FIRST =
      comparingDouble(Found::score)
          .reversed()
          .thenComparingInt(found -> found.entry().text().length());

  private final DirectoryReader reader;
  private final Analysis analysis;
  private final long commit;

  Searcher(DirectoryReader reader, Analysis analysis, long commit) {
    this.reader = reader;
    this.analysis = analysis;
    this.commit = commit;
  }

  DirectoryReader reader() {
    return reader;
  }

  /** The same once more, to be closed by itself. */
  Searcher lent() {
    reader.incRef();
    return this;
  }

  /** The number of the commit. */
  public long commit() {
    return commit;
  }

  /** An entry with its score. */
  record Found(Entry entry, float score) {}

  /**
   * Searches.
   *
   * @param valid which entries are wanted; all of them, unless the reader sees an earlier commit
   */
  public Hits search(Search search, Predicate<Text> valid) {
    return read(
        () -> {
          NameQuery query = new NameQuery(search.text(), analysis, reader);
          Grouped whole = grouped(ofKind(query.whole(), search), search, valid);
          if (whole.things.size() >= FEW) {
            return whole.hits(false);
          }
          Grouped partly = grouped(ofKind(query.partly(), search), search, valid);
          return partly.things.size() > whole.things.size() ? partly.hits(true) : whole.hits(false);
        });
  }

  /**
   * Completes what is being typed.
   *
   * @return names that begin so, or have a word that does; if there are none, the names that are
   *     nearest to it
   */
  public List<Hit> suggest(Search search, Predicate<Text> valid) {
    return read(
        () -> {
          NameQuery query = new NameQuery(search.text(), analysis, reader);
          Grouped begun = grouped(ofKind(query.begun(), search), search, valid);
          Grouped all =
              begun.things.isEmpty()
                  ? grouped(ofKind(query.whole(), search), search, valid)
                  : begun;
          return all.things.values().stream().limit(search.limit()).toList();
        });
  }

  /** Names that are like what was typed, for whoever found nothing by it. */
  public List<Hit> like(Search search, Predicate<Text> valid) {
    return read(
        () -> {
          NameQuery query = new NameQuery(search.text(), analysis, reader);
          return grouped(query.like(), search, valid).things.values().stream()
              .limit(search.limit())
              .toList();
        });
  }

  /** The text of a hit, with what of it answers the search. */
  public List<Marked> marked(String text, String search) {
    return Marked.of(text, search, analysis);
  }

  /** What a reader can hold against its own dataset. */
  public record Text(Node graph, Node thing, Node property, Node literal) {}

  /**
   * Entries that answer a query of Lucene's.
   *
   * @param most how many are wanted at most
   */
  List<Found> find(Query query, int most, IndexSearcher searcher) throws IOException {
    List<Found> found = new ArrayList<>();
    TopDocs top = searcher.search(query, most);
    var stored = searcher.storedFields();
    for (ScoreDoc scored : top.scoreDocs) {
      Document document = stored.document(scored.doc);
      found.add(new Found(IndexField.entry(document), scored.score));
    }
    return found;
  }

  /** For queries of whoever brings his own; to be used before this is closed. */
  IndexSearcher lucene() {
    return new IndexSearcher(reader);
  }

  Analysis analysis() {
    return analysis;
  }

  @Override
  public void close() {
    try {
      reader.decRef();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Things by rank. */
  private record Grouped(Map<Node, Hit> things, Map<String, Long> counts, int limit, boolean more) {

    Hits hits(boolean partly) {
      Map<String, Integer> taken = new HashMap<>();
      List<Hit> best =
          things.values().stream()
              .filter(hit -> taken.merge(hit.kind(), 1, Integer::sum) <= limit)
              .toList();
      return new Hits(best, counts, partly, more);
    }
  }

  private Grouped grouped(Query query, Search search, Predicate<Text> valid) throws IOException {
    List<Found> found = new ArrayList<>(find(query, MOST_TEXTS, lucene()));
    found.sort(BEST_FIRST);
    Map<Node, Hit> things = new LinkedHashMap<>();
    Map<String, Long> counts = new HashMap<>();
    for (Found each : found) {
      Entry entry = each.entry();
      if (!things.containsKey(entry.thing())
          && valid.test(
              new Text(entry.graph(), entry.thing(), entry.property(), entry.literal()))) {
        counts.merge(entry.kind(), 1L, Long::sum);
        things.put(
            entry.thing(),
            new Hit(
                entry.thing(),
                entry.kind(),
                entry.wording(),
                entry.text(),
                entry.language(),
                each.score()));
      }
    }
    return new Grouped(things, counts, search.limit(), found.size() >= MOST_TEXTS);
  }

  private static Query ofKind(Query query, Search search) {
    @Nullable String kind = search.kind().orElse(null);
    return kind == null
        ? query
        : new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(new TermQuery(new Term(IndexField.KIND, kind)), Occur.FILTER)
            .build();
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (AlreadyClosedException e) {
      throw new IllegalStateException("The search index is closed", e);
    }
  }
}
