package org.demarche.server.pictures;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/**
 * The days that a literal stands for: {@code 2019-11-22} for one, {@code 2019-11} and {@code 2019}
 * for all of the month or the year, a time for its day.
 *
 * @param first the first of them
 * @param last the last of them
 */
record CalendarDays(LocalDate first, LocalDate last) {
  private static final Pattern DAYS =
      Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:T.*)?)?)?(?:Z|[+-]\\d{2}:\\d{2})?");

  /** Empty when it is no date; a number isn't one. */
  static Optional<CalendarDays> of(Node node) {
    if (!node.isLiteral()) {
      return Optional.empty();
    }
    String type = node.getLiteralDatatypeURI();
    return type.endsWith("#date")
            || type.endsWith("#dateTime")
            || type.endsWith("#gYear")
            || type.endsWith("#gYearMonth")
            || type.endsWith("#string")
        ? of(node.getLiteralLexicalForm())
        : Optional.empty();
  }

  private static Optional<CalendarDays> of(String text) {
    Matcher parts = DAYS.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(parts.group(1));
    try {
      if (parts.group(2) == null) {
        return Optional.of(new CalendarDays(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
      }
      YearMonth month = YearMonth.of(year, Integer.parseInt(parts.group(2)));
      if (parts.group(3) == null) {
        return Optional.of(new CalendarDays(month.atDay(1), month.atEndOfMonth()));
      }
      LocalDate day = month.atDay(Integer.parseInt(parts.group(3)));
      return Optional.of(new CalendarDays(day, day));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
