package org.demarche.server.running;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How much one client may ask of the server. The defaults suit a machine with two cores.
 *
 * @param queryTime for a query or an update, from its start to its last row; clients may ask for
 *     less
 * @param queriesAtOnce how many queries and updates of clients run side by side; canned queries and
 *     pages are not among them
 * @param queriesWaiting how many more may wait for their turn; whoever comes then is told to come
 *     back
 * @param queueTime how long a query waits for its turn
 * @param rows of one result, or triples of one graph that a query builds
 * @param bodiesAtOnce how many requests may send their bodies side by side
 * @param bodyTime for a body, from its first byte to its last
 */
public record Limits(
    Duration queryTime,
    int queriesAtOnce,
    int queriesWaiting,
    Duration queueTime,
    long rows,
    int bodiesAtOnce,
    Duration bodyTime) {

  /** Thirty seconds, four queries at once and sixteen waiting, a million rows. */
  public static Limits defaults() {
    return new Limits(
        Duration.ofSeconds(30),
        4,
        16,
        Duration.ofSeconds(5),
        1_000_000,
        64,
        Duration.ofSeconds(20));
  }

  /** The same with another time for a query. */
  public Limits withQueryTime(Duration other) {
    return new Limits(
        other, queriesAtOnce, queriesWaiting, queueTime, rows, bodiesAtOnce, bodyTime);
  }

  /** The same with other numbers of queries, at once and waiting. */
  public Limits withQueries(int atOnce, int waiting) {
    return new Limits(queryTime, atOnce, waiting, queueTime, rows, bodiesAtOnce, bodyTime);
  }

  /** The same with another number of rows. */
  public Limits withRows(long other) {
    return new Limits(
        queryTime, queriesAtOnce, queriesWaiting, queueTime, other, bodiesAtOnce, bodyTime);
  }

  /** The same with another time for a body. */
  public Limits withBodyTime(Duration other) {
    return new Limits(
        queryTime, queriesAtOnce, queriesWaiting, queueTime, rows, bodiesAtOnce, other);
  }

  /** What is wrong: a sentence for each fault. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    positive(queryTime, "The time for a query", faults);
    positive(queueTime, "The time in the queue", faults);
    positive(bodyTime, "The time for a body", faults);
    atLeastOne(queriesAtOnce, "The number of queries at once", faults);
    atLeastOne(bodiesAtOnce, "The number of bodies at once", faults);
    atLeastOne(rows, "The number of rows", faults);
    if (queriesWaiting < 0) {
      faults.add("The number of queries waiting is " + queriesWaiting + "; the least is 0.");
    }
    return faults;
  }

  private static void positive(Duration time, String what, List<String> faults) {
    if (time.toMillis() < 1) {
      faults.add(what + " is " + time + "; it must be positive.");
    }
  }

  private static void atLeastOne(long number, String what, List<String> faults) {
    if (number < 1) {
      faults.add(what + " is " + number + "; the least is 1.");
    }
  }
}
