package org.demarche.sheet;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of when something began and ended. All days are included; a bound that is empty is
 * open, and nothing is known on that side.
 *
 * @param earliestBegin the first day on which it can have begun
 * @param latestBegin the last one
 * @param earliestEnd the first day on which it can have ended
 * @param latestEnd the last one
 */
public record DateBounds(
    Optional<LocalDate> earliestBegin,
    Optional<LocalDate> latestBegin,
    Optional<LocalDate> earliestEnd,
    Optional<LocalDate> latestEnd) {

  /** Begins between two days, and ends between two days. */
  static DateBounds of(Days begin, Days end) {
    return new DateBounds(begin.first(), begin.last(), end.first(), end.last());
  }

  /** Days of which one is meant, the first and the last of them included. */
  record Days(Optional<LocalDate> first, Optional<LocalDate> last) {
    static final Days ANY = new Days(Optional.empty(), Optional.empty());

    static Days between(LocalDate first, LocalDate last) {
      return new Days(Optional.of(first), Optional.of(last));
    }
  }
}
