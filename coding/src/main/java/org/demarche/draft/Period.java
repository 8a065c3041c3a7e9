package org.demarche.draft;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known of a day: the first and the last that it can be, both included. Immutable.
 *
 * @param begin the first
 * @param end the last
 */
public record Period(LocalDate begin, LocalDate end) {
  private static final Pattern ONE_OF =
      Pattern.compile("\\[(\\d{4}-\\d{2}-\\d{2})\\.\\.(\\d{4}-\\d{2}-\\d{2})]");

  /** Checks the order. */
  public Period {
    if (end.isBefore(begin)) {
      throw new IllegalArgumentException(end + " is before " + begin);
    }
  }

  /**
   * Reads a day or the days that it may be, in EDTF.
   *
   * @param edtf such as {@code 2019-11-24} or {@code [2019-11-24..2019-12-01]}
   * @return empty for anything else
   */
  public static Optional<Period> parse(String edtf) {
    try {
      Matcher oneOf = ONE_OF.matcher(edtf);
      return Optional.of(
          oneOf.matches()
              ? new Period(LocalDate.parse(oneOf.group(1)), LocalDate.parse(oneOf.group(2)))
              : of(LocalDate.parse(edtf)));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Period of(LocalDate day) {
    return new Period(day, day);
  }

  static Period of(YearMonth month) {
    return new Period(month.atDay(1), month.atEndOfMonth());
  }

  static Period ofYear(int year) {
    return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  /** Both, and what lies between them. */
  Period with(Period other) {
    return new Period(
        begin.isBefore(other.begin) ? begin : other.begin,
        end.isAfter(other.end) ? end : other.end);
  }

  /** In the Extended Date/Time Format of ISO 8601-2, as short as it can be. */
  public String edtf() {
    if (begin.equals(end)) {
      return begin.toString();
    }
    if (equals(ofYear(begin.getYear()))) {
      return String.valueOf(begin.getYear());
    }
    if (equals(of(YearMonth.from(begin)))) {
      return YearMonth.from(begin).toString();
    }
    return "[" + begin + ".." + end + "]";
  }
}
