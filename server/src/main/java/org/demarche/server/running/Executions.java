package org.demarche.server.running;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.update.UpdateException;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.server.negotiation.NotAcceptableException;
import org.demarche.server.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs queries and updates within the limits, watches over them, and tells of each when it is over.
 * Thread-safe.
 */
public final class Executions implements AutoCloseable {
  /** Names the execution to the client, so that it can be found in the log. */
  public static final String ID_HEADER = "Demarche-Query-Id";

  private static final Logger LOG = LoggerFactory.getLogger(Executions.class);

  /** One line for each: what it was, what it cost and how it ended. */
  private static final Logger QUERY_LOG = LoggerFactory.getLogger("org.demarche.query-log");

  private static final Duration WATCH_EVERY = Duration.ofMillis(250);

  /** A client may close its half of the connection and still wait for a quick answer. */
  private static final Duration WATCH_AFTER = Duration.ofSeconds(1);

  private final Limits limits;
  private final Lanes lanes;
  private final Counters counters = new Counters();
  private final Map<String, Execution> running = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final String start = Long.toString(System.currentTimeMillis(), 36);
  private final ScheduledExecutorService watcher =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("query-watch").factory());
  private final ScheduledFuture<?> watch;
  private final MemoryWatch memory = new MemoryWatch(this::running);

  /** Begins to watch; nothing runs yet. */
  public Executions(Limits limits) {
    this.limits = limits;
    this.lanes = new Lanes(limits);
    this.watch =
        watcher.scheduleWithFixedDelay(
            this::watch, WATCH_EVERY.toMillis(), WATCH_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Like {@link #call}, for what gives nothing back. */
  public void run(
      Kind kind,
      HttpServletRequest request,
      HttpServletResponse response,
      String text,
      Consumer<Execution> body) {
    call(
        kind,
        request,
        response,
        text,
        execution -> {
          body.accept(execution);
          return execution;
        });
  }

  /**
   * Runs a query or update as soon as there is a place for it.
   *
   * @param text as it was sent, for the log
   * @param body what to run, by this thread; whatever it throws is thrown on, but where the
   *     execution was stopped it is a {@link ProblemException} that says why
   * @return what the body returns
   * @throws ProblemException 429 when there is no place
   */
  public <T> T call(
      Kind kind,
      HttpServletRequest request,
      HttpServletResponse response,
      String text,
      Function<Execution, T> body) {
    String id = start + "-" + Long.toString(numbers.incrementAndGet(), 36);
    response.setHeader(ID_HEADER, id);
    Execution execution = new Execution(id, kind, request, text, limits.rows());
    Outcome outcome = Outcome.FAILED;
    try (Lanes.Place place = lanes.of(kind).enter()) {
      execution.takes(place);
      running.put(id, execution);
      try {
        T result = body.apply(execution);
        outcome = execution.outcome();
        return result;
      } finally {
        running.remove(id);
        execution.watch().end();
      }
    } catch (RuntimeException | Error failure) {
      outcome = outcomeOf(failure, execution);
      switch (outcome) {
        case TIMED_OUT, OUT_OF_MEMORY, CANCELLED, CLIENT_LEFT -> throw Execution.told(outcome);
        default -> throw failure;
      }
    } finally {
      tell(execution, outcome);
    }
  }

  /** Those under way, the oldest first. */
  public List<Execution> running() {
    return running.values().stream()
        .sorted(Comparator.comparing(Execution::elapsed).reversed())
        .toList();
  }

  /**
   * Stops one of those under way.
   *
   * @return it, or empty when there is none of that name
   */
  public Optional<Execution> cancel(String id) {
    Optional<Execution> found = Optional.ofNullable(running.get(id));
    found.ifPresent(execution -> execution.stop(Outcome.CANCELLED));
    return found;
  }

  /** What was counted since the start, and what runs now. */
  public Counters counters() {
    return counters;
  }

  /** How many wait for a place. */
  public int waiting() {
    return lanes.waiting();
  }

  /** Ends the watch; what still runs goes on. */
  @Override
  public void close() {
    watch.cancel(true);
    watcher.shutdown();
    memory.close();
  }

  private void watch() {
    Collection<Execution> now = running.values();
    for (Execution execution : now) {
      try {
        watch(execution);
      } catch (RuntimeException failed) {
        LOG.error("The watch over query {} failed", execution.id(), failed);
      }
    }
  }

  private void watch(Execution execution) {
    if (execution.elapsed().compareTo(WATCH_AFTER) < 0 || execution.isStopped()) {
      return;
    }
    if (execution.watch().hasLeft()) {
      execution.stop(Outcome.CLIENT_LEFT);
    } else if (execution.elapsed().compareTo(limits.queryTime().plusSeconds(5)) > 0
        && execution.stop(Outcome.TIMED_OUT)) {
      LOG.warn("Query {} outlives its time; it was stopped again", execution.id());
    }
  }

  private static Outcome outcomeOf(Throwable failure, Execution execution) {
    return switch (failure) {
      case OutOfMemoryError _ -> Outcome.OUT_OF_MEMORY;
      case QueryCancelledException _ -> execution.stopped().orElse(Outcome.TIMED_OUT);
      case RuntimeIOException _ -> Outcome.CLIENT_LEFT;
      case ProblemException told -> outcomeOf(told, execution);
      case DemarcheException told when told.category() == ErrorCategory.INTERNAL -> Outcome.FAILED;
      case QueryException _, UpdateException _, NotAcceptableException _, DemarcheException _ ->
          execution.stopped().orElse(Outcome.REFUSED);
      default -> execution.stopped().orElse(Outcome.FAILED);
    };
  }

  private static Outcome outcomeOf(ProblemException told, Execution execution) {
    if (execution.outcome() == Outcome.TOO_LARGE) {
      return Outcome.TOO_LARGE;
    }
    int status = told.problem().status();
    return status == 429 ? Outcome.BUSY : status < 500 ? Outcome.REFUSED : Outcome.FAILED;
  }

  private void tell(Execution execution, Outcome outcome) {
    if (outcome == Outcome.OUT_OF_MEMORY) {
      // What it leaves behind would be laid to the next one's charge.
      watcher.execute(System::gc);
    }
    counters.count(execution, outcome);
    QUERY_LOG.info(
        "id={} kind={} client={} hash={} rows={} bytes={} ms={} outcome={}",
        execution.id(),
        execution.kind(),
        execution.client(),
        execution.hash(),
        execution.rows(),
        execution.bytes(),
        execution.elapsed().toMillis(),
        outcome);
  }
}
