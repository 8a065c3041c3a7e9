package org.demarche.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of a dataset's texts. It knows the number of the commit that it shows, and is written
 * in two steps, around the commit of the dataset itself:
 *
 * <pre>
 * prepare   the differences are in the files, and can be searched; not yet valid
 *   … the dataset commits, or fails …
 * commit    valid                              rollback   gone
 * </pre>
 *
 * <p>A process that dies in between leaves an index whose number isn't that of the dataset; it has
 * to be filled anew then.
 *
 * <p>One thread writes at a time; any number may search.
 */
public final class SearchIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

  /** Held, as it would forget its level otherwise. */
  @SuppressWarnings("UnusedVariable")
  private static final java.util.logging.Logger VECTORS = withoutAdvertisement();

  private static final String COMMIT = "commit";
  private static final String VERSION = "version";

  /** For snapshots that were opened just before a commit. */
  private static final int KEPT_COMMITS = 4;

  private static final long UNKNOWN = -1;

  private final Directory directory;
  private final Analysis analysis;
  private final TreeMap<Long, Searcher> searchers = new TreeMap<>();
  private IndexWriter writer;
  private long commit;

  private SearchIndex(Directory directory, Analysis analysis) throws IOException {
    this.directory = directory;
    this.analysis = analysis;
    this.writer = writer();
    this.commit = commitOf(writer);
    publish(DirectoryReader.open(writer), commit);
  }

  /** An empty index, at commit 0, that is gone when it is closed. */
  public static SearchIndex inMemory() {
    return inMemory(Analysis.standard());
  }

  static SearchIndex inMemory(Analysis analysis) {
    try {
      SearchIndex index = new SearchIndex(new ByteBuffersDirectory(), analysis);
      index.rebuild(Stream.<Quad>empty().iterator(), 0);
      return index;
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can't fail to be read", e);
    }
  }

  /**
   * Opens the index in a folder, or begins one there. What can't be read is thrown away.
   *
   * @param folder that nobody else has open
   * @throws UncheckedIOException when the folder can't be written
   */
  public static SearchIndex open(Path folder) {
    try {
      try {
        return in(folder);
      } catch (IOException | RuntimeException damaged) {
        LOG.warn("The search index in {} can't be read; it is made anew", folder, damaged);
        delete(folder);
        return in(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the index shows a commit of the dataset. If not, it has to be filled anew. */
  public synchronized boolean shows(long commit) {
    return this.commit == commit;
  }

  /**
   * Fills the index anew.
   *
   * @param quads all of the dataset
   * @param commit they are from
   */
  public synchronized void rebuild(Iterator<Quad> quads, long commit) {
    try {
      writer.deleteAll();
      while (quads.hasNext()) {
        Optional<Entry> entry = Entry.of(quads.next());
        if (entry.isPresent()) {
          add(entry.get());
        }
      }
      write(commit);
      writer.commit();
    } catch (IOException e) {
      rollback();
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes the differences of a commit. {@link #commit} or {@link #rollback} must follow.
   *
   * @throws UncheckedIOException when they can't be written; {@link #rollback} must follow
   */
  public synchronized void prepare(Iterable<Quad> removed, Iterable<Quad> added, long commit) {
    try {
      for (Quad quad : removed) {
        Optional<Entry> entry = Entry.of(quad);
        if (entry.isPresent()) {
          writer.deleteDocuments(new Term(IndexField.KEY, entry.get().key()));
        }
      }
      for (Quad quad : added) {
        Optional<Entry> entry = Entry.of(quad);
        if (entry.isPresent()) {
          add(entry.get());
        }
      }
      write(commit);
    } catch (IOException e) {
      throw new UncheckedIOException("the search index: " + e.getMessage(), e);
    }
  }

  /**
   * Makes what was prepared valid. Should that fail, the index is filled anew at the next start.
   */
  public synchronized void commit() {
    try {
      writer.commit();
    } catch (IOException e) {
      LOG.warn("The search index of commit {} is in memory only", commit, e);
    }
  }

  /** Undoes what was prepared. */
  public synchronized void rollback() {
    try {
      writer.rollback();
      writer = writer();
      searchers.tailMap(commitOf(writer), false).values().forEach(Searcher::close);
      searchers.tailMap(commitOf(writer), false).clear();
      commit = commitOf(writer);
      if (searchers.isEmpty()) {
        publish(DirectoryReader.open(writer), commit);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("The search index can't be read back; it is made anew at the next start", e);
    }
  }

  /**
   * The texts of a commit: exactly those for the latest commits, and those of a later one for a
   * commit that several have followed. To be closed.
   *
   * @throws IllegalStateException when the index is closed
   */
  public synchronized Searcher at(long commit) {
    if (searchers.isEmpty()) {
      throw new IllegalStateException("The search index is closed");
    }
    Searcher searcher =
        Optional.ofNullable(searchers.ceilingEntry(commit))
            .orElseGet(searchers::lastEntry)
            .getValue();
    return searcher.lent();
  }

  /** Closes it. Whatever was not committed is lost. A second call does nothing. */
  @Override
  public synchronized void close() {
    try {
      searchers.values().forEach(Searcher::close);
      searchers.clear();
      writer.rollback();
      directory.close();
      analysis.close();
    } catch (IOException e) {
      LOG.warn("The search index can't be closed in order", e);
    }
  }

  /** Lucene warns whoever hasn't turned on a part of the JVM that is still in incubation. */
  private static java.util.logging.Logger withoutAdvertisement() {
    java.util.logging.Logger logger =
        java.util.logging.Logger.getLogger(
            "org.apache.lucene.internal.vectorization.VectorizationProvider");
    logger.setLevel(java.util.logging.Level.SEVERE);
    return logger;
  }

  private static SearchIndex in(Path folder) throws IOException {
    Files.createDirectories(folder);
    // The folder of the store is locked already.
    Directory directory = new MMapDirectory(folder, NoLockFactory.INSTANCE);
    try {
      return new SearchIndex(directory, Analysis.standard());
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private IndexWriter writer() throws IOException {
    return new IndexWriter(
        directory, new IndexWriterConfig(analysis.analyzer()).setCommitOnClose(false));
  }

  private void add(Entry entry) throws IOException {
    String key = entry.key();
    writer.updateDocument(new Term(IndexField.KEY, key), IndexField.document(entry, key));
  }

  /** Searchable at once, so that whoever sees the dataset's commit finds the index's. */
  private void write(long number) throws IOException {
    writer.setLiveCommitData(
        Map.of(COMMIT, Long.toString(number), VERSION, Analysis.VERSION).entrySet());
    publish(reader(), number);
    writer.prepareCommit();
    commit = number;
  }

  /** What is in the index now; shares with the latest reader whatever hasn't changed. */
  private DirectoryReader reader() throws IOException {
    if (searchers.isEmpty()) {
      return DirectoryReader.open(writer);
    }
    DirectoryReader latest = searchers.lastEntry().getValue().reader();
    DirectoryReader changed = DirectoryReader.openIfChanged(latest, writer);
    return changed == null ? DirectoryReader.open(writer) : changed;
  }

  private void publish(DirectoryReader reader, long number) {
    Optional.ofNullable(searchers.put(number, new Searcher(reader, analysis, number)))
        .ifPresent(Searcher::close);
    while (searchers.size() > KEPT_COMMITS) {
      searchers.pollFirstEntry().getValue().close();
    }
  }

  private static long commitOf(IndexWriter writer) {
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data == null) {
      return UNKNOWN;
    }
    SequencedMap<String, String> values = new TreeMap<>();
    data.forEach(entry -> values.put(entry.getKey(), entry.getValue()));
    return Analysis.VERSION.equals(values.get(VERSION))
        ? Long.parseLong(values.getOrDefault(COMMIT, Long.toString(UNKNOWN)))
        : UNKNOWN;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchElementException e) {
      throw new IOException(e);
    }
  }
}
