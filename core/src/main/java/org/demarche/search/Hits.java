package org.demarche.search;

import java.util.List;
import java.util.Map;

/**
 * What a search found.
 *
 * @param best the best first, each thing once
 * @param counts how many things there are of each kind, also where not all are among the best
 * @param partly whether some were found by a part of the words only, for want of better ones
 * @param more whether there are more than were counted
 */
public record Hits(List<Hit> best, Map<String, Long> counts, boolean partly, boolean more) {

  /** Copies what could change. */
  public Hits {
    best = List.copyOf(best);
    counts = Map.copyOf(counts);
  }

  /** How many things were counted. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
