package org.demarche.server.running;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.demarche.server.problem.Problem;
import org.demarche.server.problem.ProblemException;

/** Lets some run at once and some wait, for clients' queries and canned ones apart. */
final class Lanes {
  private final Lane sparql;
  private final Lane canned;

  Lanes(Limits limits) {
    sparql = new Lane(limits.queriesAtOnce(), limits.queriesWaiting(), limits.queueTime());
    // Each is small and known; many may be asked for by one page.
    canned = new Lane(2 * limits.queriesAtOnce(), 100, limits.queueTime());
  }

  Lane of(Kind kind) {
    return switch (kind.lane()) {
      case SPARQL -> sparql;
      case CANNED -> canned;
    };
  }

  int waiting() {
    return sparql.waiting.get() + canned.waiting.get();
  }

  static final class Lane {
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int mostWaiting;
    private final Duration patience;

    private Lane(int atOnce, int mostWaiting, Duration patience) {
      this.places = new Semaphore(atOnce, true);
      this.mostWaiting = mostWaiting;
      this.patience = patience;
    }

    /**
     * Takes a place, which is to be closed.
     *
     * @throws ProblemException 429 when too many wait already, or no place comes free in time
     */
    Place enter() {
      if (places.tryAcquire()) {
        return new Place(places);
      }
      if (waiting.incrementAndGet() > mostWaiting) {
        waiting.decrementAndGet();
        throw busy();
      }
      try {
        if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
          throw busy();
        }
        return new Place(places);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw busy();
      } finally {
        waiting.decrementAndGet();
      }
    }

    private static ProblemException busy() {
      return new ProblemException(
          Problem.of(
                  429,
                  "As many queries as the server takes at once are running, and others wait. Come"
                      + " back in some seconds.")
              .withHeader("Retry-After", "10"));
    }
  }

  /** A place that is taken until it is closed; a second time changes nothing. For one thread. */
  static final class Place implements AutoCloseable {
    private final Semaphore places;
    private boolean taken = true;

    private Place(Semaphore places) {
      this.places = places;
    }

    @Override
    public void close() {
      if (taken) {
        taken = false;
        places.release();
      }
    }
  }
}
