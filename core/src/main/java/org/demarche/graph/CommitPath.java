package org.demarche.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.GraphRoles;
import org.demarche.describe.Description;
import org.demarche.describe.DescriptionUpkeep;
import org.demarche.entail.Entailment;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;
import org.demarche.search.SearchIndex;
import org.demarche.validate.Findings;
import org.demarche.validate.Refusal;
import org.demarche.validate.Validation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in which the dataset changes: one change at a time, made on a candidate, examined,
 * and only then stored, in one transaction of the store. A change that is refused never begins that
 * transaction, so it leaves no trace in the files.
 *
 * <p>Thread-safe: whoever comes second waits.
 */
final class CommitPath {
  private static final Logger LOG = LoggerFactory.getLogger(CommitPath.class);

  private final DatasetGraph stored;
  private final SearchIndex index;
  private final DefaultGraph defaultGraph;
  private final Duration patience;
  private final Consequences consequences;
  private final ReentrantLock turn = new ReentrantLock(true);

  /** The change under way; read and written only by the thread that holds the turn. */
  private @Nullable Candidate current;

  /**
   * @param index of the texts in the dataset, which follows it
   * @param patience how long a change waits for the one before it
   */
  CommitPath(DatasetGraph stored, SearchIndex index, DefaultGraph defaultGraph, Duration patience) {
    this.stored = stored;
    this.index = index;
    this.defaultGraph = defaultGraph;
    this.patience = patience;
    this.consequences = new Consequences(stored);
  }

  /**
   * Waits for this thread's turn and begins a change, which {@link #end} must end.
   *
   * @throws DemarcheException {@link ErrorCategory#BUSY} when the turn doesn't come
   */
  Candidate begin() {
    if (turn.isHeldByCurrentThread() || stored.isInTransaction()) {
      throw new IllegalStateException(
          "This thread is reading or writing already: close its snapshot, or end its transaction,"
              + " before a change");
    }
    awaitTurn();
    try {
      stored.begin(ReadWrite.READ);
      Candidate candidate =
          new Candidate(new Overlay(stored, defaultGraph), Bookkeeping.commit(stored));
      current = candidate;
      return candidate;
    } catch (RuntimeException e) {
      end();
      throw e;
    }
  }

  /** The change that the calling thread has under way. */
  Optional<Candidate> current() {
    return turn.isHeldByCurrentThread() ? Optional.ofNullable(current) : Optional.empty();
  }

  /**
   * Tells what is wrong with the change, entailment included, without storing anything.
   *
   * @return faults and advice
   */
  Findings examine(Candidate candidate) {
    Findings forbidden = ForbiddenGraphs.findings(candidate.overlay().forbidden());
    return forbidden.hasFaults()
        ? forbidden
        : Validation.examine(
            consequences.examination(
                candidate.overlay(), candidate.loads().keySet(), candidate.places()));
  }

  /**
   * The only place where a commit happens.
   *
   * @throws Refusal when there are faults; nothing is stored then
   */
  Commit commit(Candidate candidate) {
    Overlay overlay = candidate.overlay();
    if (isWithoutEffect(candidate)) {
      return Commit.none(candidate.basedOn());
    }
    Findings findings = examine(candidate);
    if (findings.hasFaults()) {
      throw new Refusal(ErrorCategory.REFUSED, findings);
    }
    long number = candidate.basedOn() + 1;
    Commit commit =
        new Commit(
            number,
            true,
            overlay.changedGraphs(),
            count(overlay.added()),
            count(overlay.removed()),
            findings);
    keepBooks(candidate, commit);
    store(overlay, number);
    consequences.stored();
    LOG.debug("commit {}: {} triples added, {} removed", number, commit.added(), commit.removed());
    return commit;
  }

  /** Does something in this thread's turn that is no change and needs no transaction open. */
  boolean withoutReading(BooleanSupplier work) {
    stored.end();
    return work.getAsBoolean();
  }

  /** Ends the change, made or not, and hands the turn to whoever waits. */
  void end() {
    current = null;
    try {
      if (stored.isInTransaction()) {
        stored.end();
      }
    } finally {
      turn.unlock();
    }
  }

  /** Waits for the change under way, then closes the store; no further change gets a turn. */
  void close(Runnable closeStore) {
    awaitTurn();
    try {
      closeStore.run();
    } finally {
      turn.unlock();
    }
  }

  private void awaitTurn() {
    try {
      if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new DemarcheException(
            ErrorCategory.BUSY,
            "Another change has been under way for "
                + patience.toSeconds()
                + " seconds. Nothing was changed; try again later.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemarcheException(
          ErrorCategory.BUSY, "Interrupted while waiting for another change to end.", e);
    }
  }

  private boolean isWithoutEffect(Candidate candidate) {
    return candidate.overlay().forbidden().isEmpty()
        && candidate.overlay().changedGraphs().isEmpty()
        && candidate.loads().entrySet().stream().noneMatch(load -> isNews(candidate, load));
  }

  private static boolean isNews(Candidate candidate, Map.Entry<Node, String> load) {
    return candidate
        .loaded(load.getKey())
        .filter(known -> known.contentSha256().equals(load.getValue()) && !known.edited())
        .isEmpty();
  }

  private void keepBooks(Candidate candidate, Commit commit) {
    Overlay overlay = candidate.overlay();
    Instant now = Instant.now();
    candidate
        .loads()
        .forEach(
            (graph, sha256) -> Bookkeeping.setLoaded(overlay, graph, sha256, commit.number(), now));
    candidate.kept().forEach(graph -> Bookkeeping.setKept(overlay, graph));
    commit.changedGraphs().stream()
        .filter(graph -> GraphRoles.isWritable(graph) && !candidate.loads().containsKey(graph))
        .forEach(graph -> Bookkeeping.setEdited(overlay, graph, commit.number(), now));
    if (!Bookkeeping.isInferredByPresentRules(overlay)) {
      Bookkeeping.setLoaded(
          overlay, Graphs.INFERRED, Entailment.rulesSha256(), commit.number(), now);
    }
    Bookkeeping.setCommit(overlay, commit.number());
    // Last, as it counts everything else.
    describe(overlay, now);
  }

  private void describe(Overlay overlay, Instant now) {
    boolean kept =
        new DescriptionUpkeep(stored, overlay, overlay::put, overlay::erase)
            .keepUp(list(overlay.added()), list(overlay.removed()), now);
    if (!kept) {
      overlay.set(Graphs.DESCRIPTION, Description.of(overlay, now));
    }
  }

  private static List<Quad> list(Iterable<Quad> quads) {
    return StreamSupport.stream(quads.spliterator(), false).toList();
  }

  /**
   * Stores the differences; the turn makes sure that the store is still what was read. The index
   * has them first, so that whoever sees the commit can search it, but holds them for valid last.
   */
  private void store(Overlay overlay, long number) {
    stored.end();
    stored.begin(ReadWrite.WRITE);
    try {
      overlay.removed().forEach(stored::delete);
      overlay.added().forEach(stored::add);
      setPrefixes();
      index.prepare(overlay.removed(), overlay.added(), number);
      stored.commit();
    } catch (RuntimeException | InternalError e) {
      // The latter is how a mapped file fails.
      index.rollback();
      throw notStored(e);
    }
    index.commit();
  }

  private DemarcheException notStored(Throwable reason) {
    try {
      stored.abort();
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
    }
    stored.end();
    return new DemarcheException(
        ErrorCategory.INTERNAL,
        "The commit could not be stored: "
            + (reason instanceof InternalError ? "the disk is full or broken" : reason.getMessage())
            + ". The graph is at commit "
            + Txn.calculateRead(stored, () -> Bookkeeping.commit(stored))
            + ".",
        reason);
  }

  /** For answers that are written with prefixes; the same for all, whatever an upload declares. */
  private void setPrefixes() {
    Map<String, String> prefixes = Namespaces.PREFIXES.getNsPrefixMap();
    if (!stored.prefixes().getMappingCopy().equals(prefixes)) {
      stored.prefixes().clear();
      stored.prefixes().putAll(prefixes);
    }
  }

  private static long count(Iterable<?> items) {
    long count = 0;
    for (Object ignored : items) {
      count++;
    }
    return count;
  }
}
