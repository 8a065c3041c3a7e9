package org.demarche.draft;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a way to name a date means.
 *
 * @param unit what is counted, or how else the date is found
 * @param amount how many of it from publication on; empty where the text gives the number
 */
record DateRule(Unit unit, Optional<Integer> amount) {
  /** A month without a year is at most so far ahead, else it was the year before. */
  private static final int MONTHS_AHEAD = 3;

  /** A day without a month is at most so far ahead, else it was the month before. */
  private static final int DAYS_AHEAD = 10;

  private static final String NUMBER_OF_TEXT = "-n";

  enum Unit {
    CALENDAR,
    DAY,
    WEEK,
    MONTH,
    YEAR,
    WEEKDAY,
    YEAR_END
  }

  /** Reads {@code week -1}. */
  static DateRule of(String written) {
    String[] parts = written.split(" ", -1);
    Unit unit =
        Stream.of(Unit.values())
            .filter(it -> it.name().equalsIgnoreCase(parts[0].replace('-', '_')))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No rule for dates: " + written));
    return new DateRule(
        unit,
        parts.length == 1 || parts[1].equals(NUMBER_OF_TEXT)
            ? Optional.empty()
            : Optional.of(Integer.valueOf(parts[1])));
  }

  /** Whether it needs no day of publication. */
  boolean isAbsolute(Matcher found) {
    return unit == Unit.CALENDAR && group(found, "year").isPresent();
  }

  /**
   * What the words mean.
   *
   * @param words for the names of months, days and numbers
   * @return empty for a date that doesn't exist
   */
  Optional<Period> resolve(Matcher found, DateWords words, LocalDate published) {
    int many = amount.orElseGet(() -> -group(found, "number").map(words::number).orElse(1));
    return switch (unit) {
      case DAY -> Optional.of(Period.of(published.plusDays(many)));
      case WEEK -> Optional.of(week(published.plusWeeks(many)));
      case MONTH -> Optional.of(Period.of(YearMonth.from(published).plusMonths(many)));
      case YEAR -> Optional.of(Period.ofYear(published.getYear() + many));
      case YEAR_END ->
          Optional.of(Period.of(LocalDate.of(published.getYear(), Month.DECEMBER, 31)));
      case WEEKDAY ->
          group(found, "weekday").map(words::weekday).map(day -> weekday(day, many, published));
      case CALENDAR ->
          calendar(
              group(found, "year").map(Integer::valueOf),
              group(found, "month").map(words::month),
              group(found, "day").map(Integer::valueOf),
              published);
    };
  }

  private static Optional<Period> calendar(
      Optional<Integer> year, Optional<Integer> month, Optional<Integer> day, LocalDate published) {
    if (month.isEmpty() && day.isEmpty()) {
      return year.map(Period::ofYear);
    }
    if (month.isPresent() && (month.get() < 1 || month.get() > Month.values().length)) {
      return Optional.empty();
    }
    YearMonth latest =
        YearMonth.from(
            month.isPresent()
                ? published.plusMonths(MONTHS_AHEAD)
                : published.plusDays(DAYS_AHEAD - day.orElseThrow()).plusDays(1));
    List<YearMonth> candidates =
        year.isPresent()
            ? List.of(YearMonth.of(year.get(), month.orElse(1)))
            : IntStream.range(0, 12)
                .mapToObj(latest::minusMonths)
                .filter(it -> month.isEmpty() || it.getMonthValue() == month.get())
                .toList();
    return candidates.stream()
        .filter(it -> day.isEmpty() || it.isValidDay(day.get()))
        .findFirst()
        .map(it -> day.map(number -> Period.of(it.atDay(number))).orElseGet(() -> Period.of(it)));
  }

  /** Weeks begin on Monday, as in ISO 8601. */
  private static Period week(LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new Period(monday, monday.plus(6, ChronoUnit.DAYS));
  }

  private static Period weekday(DayOfWeek day, int weeks, LocalDate published) {
    return Period.of(
        published.with(TemporalAdjusters.previousOrSame(day)).plusWeeks(Math.max(weeks, 0)));
  }

  private static Optional<String> group(Matcher found, String name) {
    return found.namedGroups().containsKey(name)
        ? Optional.ofNullable(found.group(name))
        : Optional.empty();
  }
}
