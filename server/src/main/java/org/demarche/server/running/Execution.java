package org.demarche.server.running;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.server.problem.Problem;
import org.demarche.server.problem.ProblemException;
import org.demarche.server.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * One query or update under way. It is run by one thread, which also counts its rows and bytes;
 * others may stop it, once.
 */
public final class Execution {
  private final String id;
  private final Kind kind;
  private final String client;
  private final String text;
  private final Thread thread = Thread.currentThread();
  private final long startedNanos = System.nanoTime();
  private final long allocatedBefore = Allocations.of(thread);
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final ClientWatch watch;
  private final long rowLimit;

  private Lanes.@Nullable Place place;
  private volatile @Nullable Runnable abort;
  private volatile @Nullable Outcome stopped;
  private volatile Outcome outcome = Outcome.ANSWERED;

  Execution(String id, Kind kind, HttpServletRequest request, String text, long rowLimit) {
    this.id = id;
    this.kind = kind;
    this.client = request.getRemoteAddr();
    this.text = text;
    this.rowLimit = rowLimit;
    this.watch = ClientWatch.of(request);
  }

  /** Names it in the log, in the response's header and to whoever cancels it. */
  public String id() {
    return id;
  }

  /** What is run. */
  public Kind kind() {
    return kind;
  }

  /** The address that it came from. */
  public String client() {
    return client;
  }

  /** The query as it was sent. */
  public String text() {
    return text;
  }

  /** The first 16 hexadecimal digits of the SHA-256 of the text. */
  public String hash() {
    return DigestUtils.sha256Hex(text).substring(0, 16);
  }

  /** How many rows or triples were written so far. */
  public long rows() {
    return rows.get();
  }

  /** How many bytes were written so far, before compression. */
  public long bytes() {
    return bytes.get();
  }

  /** Since it was admitted. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  /**
   * Says how to stop it. Where it has been stopped already, it is stopped at once.
   *
   * @param execution not yet executed
   */
  public void stoppedBy(QueryExec execution) {
    abort = execution::abort;
    if (stopped != null) {
      execution.abort();
    }
  }

  /**
   * Counts a triple of a graph that is given whole, however large it is.
   *
   * @throws QueryCancelledException when it has been stopped
   */
  public void countTriple() {
    // One thread counts, so that the cheaper way will do; others only look.
    rows.setRelease(rows.getPlain() + 1);
    if (isStopped()) {
      throw new QueryCancelledException();
    }
  }

  /**
   * Counts a row of the result, or a triple of a graph that a query builds.
   *
   * @throws QueryCancelledException when it has been stopped
   * @throws ProblemException when there are more than one result may have
   */
  public void countRow() {
    countTriple();
    if (rows.getPlain() > rowLimit) {
      outcome = Outcome.TOO_LARGE;
      throw new ProblemException(
          400,
          "The result has more than %,d rows, which is the most for one. Ask for it in parts, with"
                  .formatted(rowLimit)
              + " ORDER BY, LIMIT and OFFSET.");
    }
  }

  /** Says that all is computed, so that another may begin while the client takes the answer. */
  public void computed() {
    if (place != null) {
      place.close();
    }
  }

  /** Says which place it holds. */
  void takes(Lanes.Place taken) {
    place = taken;
  }

  /** Counts bytes of the response. */
  public void countBytes(long number) {
    bytes.setRelease(bytes.getPlain() + number);
  }

  /** Says that the client has the answer already. */
  public void notModified() {
    outcome = Outcome.NOT_MODIFIED;
  }

  /**
   * Stops it, if nobody has before.
   *
   * @return whether this was the first time
   */
  synchronized boolean stop(Outcome reason) {
    if (stopped != null) {
      return false;
    }
    stopped = reason;
    Runnable how = abort;
    if (how != null) {
      how.run();
    }
    return true;
  }

  boolean isStopped() {
    return stopped != null;
  }

  /** How it ended, as far as no failure says otherwise. */
  Outcome outcome() {
    return outcome;
  }

  Optional<Outcome> stopped() {
    return Optional.ofNullable(stopped);
  }

  /** What its thread has allocated since it began, in bytes: most of it garbage by now. */
  long allocated() {
    return Allocations.of(thread) - allocatedBefore;
  }

  ClientWatch watch() {
    return watch;
  }

  /** What to tell the client of a query that was stopped. */
  static ProblemException told(Outcome reason) {
    return new ProblemException(
        switch (reason) {
          case TIMED_OUT -> Problems.timeUp();
          case OUT_OF_MEMORY ->
              Problem.of(
                      503,
                      "The query was stopped, since it needed more memory than the server can give"
                          + " to one. Sort, group or join less at once.")
                  .withHeader("Retry-After", "30");
          case CANCELLED -> Problem.of(503, "The query was cancelled by the operator.");
          default -> Problem.of(503, "The query was stopped.");
        });
  }
}
