package org.demarche.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.sheet.DateBounds.Days;

/**
 * Reads dates of the <a href="https://www.loc.gov/standards/datetime/">Extended Date/Time
 * Format</a>, levels 0 and 1, with the sets of level 2 and its qualifiers of single parts: {@code
 * 2019-11-22}, {@code 2019-11~}, {@code 201X}, {@code 2019-22}, {@code 2019-07-04/..}, {@code
 * [2019-11-24..2019-12-01]}. A qualifier ({@code ~} about, {@code ?} uncertain, {@code %} both)
 * doesn't widen the bounds: nobody says by how much. Seasons are those of the north, where winter
 * may be at either end of its year. Times of day are left out. Stateless.
 */
public final class Edtf {
  private static final String MARK = "[?~%]?";
  private static final Pattern DATE =
      Pattern.compile(
          MARK
              + "(?<year>-?[0-9]{1,4}X{0,3}|-?X{4}|Y-?[0-9]{5,9})"
              + MARK
              + "(-"
              + MARK
              + "(?<month>[0-9]{2}|XX)"
              + MARK
              + "(-"
              + MARK
              + "(?<day>[0-9]{2}|XX)"
              + MARK
              + "(?<time>T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}(:[0-9]{2})?)?)?"
              + ")?)?");
  private static final Pattern SET = Pattern.compile("\\[(?<one>[^\\[\\]]+)]|\\{(?<all>[^{}]+)}");
  private static final String OPEN = "..";
  private static final int YEAR_DIGITS = 4;

  private Edtf() {}

  /** What a date as known says of begin and end; empty when it isn't written in the format. */
  public static Optional<DateBounds> bounds(String date) {
    try {
      Matcher set = SET.matcher(date);
      if (set.matches()) {
        return set.group("one") != null
            ? days(set.group("one")).map(days -> DateBounds.of(days, days))
            : all(set.group("all"));
      }
      int slash = date.indexOf('/');
      return slash < 0
          ? day(date).map(days -> DateBounds.of(days, days))
          : interval(date.substring(0, slash), date.substring(slash + 1));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<DateBounds> interval(String begin, String end) {
    if (isOpen(begin) && isOpen(end)) {
      return Optional.empty();
    }
    return (isOpen(begin) ? Optional.of(Days.ANY) : day(begin))
        .flatMap(
            begins ->
                (isOpen(end) ? Optional.of(Days.ANY) : day(end))
                    .filter(ends -> inOrder(begins.first(), ends.last()))
                    .map(ends -> DateBounds.of(begins, ends)));
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals(OPEN);
  }

  private static boolean inOrder(Optional<LocalDate> first, Optional<LocalDate> last) {
    return first.isEmpty() || last.isEmpty() || !last.get().isBefore(first.get());
  }

  /** Every day of the set: it began on the first and ended on the last. */
  private static Optional<DateBounds> all(String members) {
    List<String> parts = List.of(members.split(",", -1));
    return days(parts.getFirst().replaceFirst("\\.\\..*", ""))
        .flatMap(
            first ->
                days(parts.getLast().replaceFirst(".*\\.\\.", ""))
                    .filter(last -> inOrder(first.first(), last.last()))
                    .map(last -> DateBounds.of(first, last)));
  }

  /** One of the days of the set. */
  private static Optional<Days> days(String members) {
    List<Days> all = new ArrayList<>();
    for (String member : members.split(",", -1)) {
      int dots = member.indexOf(OPEN);
      Optional<Days> days =
          dots < 0
              ? day(member.strip())
              : range(
                  member.substring(0, dots).strip(),
                  member.substring(dots + OPEN.length()).strip());
      if (days.isEmpty()) {
        return Optional.empty();
      }
      all.add(days.get());
    }
    boolean openBefore = all.stream().anyMatch(days -> days.first().isEmpty());
    boolean openAfter = all.stream().anyMatch(days -> days.last().isEmpty());
    return Optional.of(
        new Days(
            openBefore
                ? Optional.empty()
                : all.stream().flatMap(days -> days.first().stream()).min(LocalDate::compareTo),
            openAfter
                ? Optional.empty()
                : all.stream().flatMap(days -> days.last().stream()).max(LocalDate::compareTo)));
  }

  private static Optional<Days> range(String first, String last) {
    if (first.isEmpty() && last.isEmpty()) {
      return Optional.empty();
    }
    return (first.isEmpty() ? Optional.of(Days.ANY) : day(first))
        .flatMap(
            from ->
                (last.isEmpty() ? Optional.of(Days.ANY) : day(last))
                    .filter(to -> inOrder(from.first(), to.last()))
                    .map(to -> new Days(from.first(), to.last())));
  }

  private static Optional<Days> day(String date) {
    Matcher parts = DATE.matcher(date);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String year = parts.group("year").replace("Y", "");
    long digits = year.chars().filter(digit -> digit != '-').count();
    if (digits < YEAR_DIGITS) {
      return Optional.empty();
    }
    Optional<String> month = Optional.ofNullable(parts.group("month"));
    Optional<String> day = Optional.ofNullable(parts.group("day"));
    int from = number(year, '0');
    int to = number(year, '9');
    // Of years before that of nought the greater number is the earlier.
    int first = Math.min(from, to);
    int last = Math.max(from, to);
    if (month.isEmpty() || month.get().equals("XX")) {
      return day.isPresent() && !day.get().equals("XX")
          ? Optional.empty()
          : Optional.of(Days.between(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31)));
    }
    int number = Integer.parseInt(month.get());
    if (number > 12) {
      return day.isPresent() ? Optional.empty() : season(number, first, last);
    }
    if (day.isEmpty() || day.get().equals("XX")) {
      return Optional.of(
          Days.between(LocalDate.of(first, number, 1), YearMonth.of(last, number).atEndOfMonth()));
    }
    int dayOfMonth = Integer.parseInt(day.get());
    return Optional.of(
        Days.between(
            LocalDate.of(first, number, dayOfMonth), LocalDate.of(last, number, dayOfMonth)));
  }

  private static Optional<Days> season(int season, int first, int last) {
    return switch (season) {
      case 21 -> Optional.of(months(first, 3, last, 5));
      case 22 -> Optional.of(months(first, 6, last, 8));
      case 23 -> Optional.of(months(first, 9, last, 11));
      case 24 -> Optional.of(months(first, 1, last + 1, 2));
      default -> Optional.empty();
    };
  }

  private static Days months(int firstYear, int firstMonth, int lastYear, int lastMonth) {
    return Days.between(
        LocalDate.of(firstYear, firstMonth, 1), YearMonth.of(lastYear, lastMonth).atEndOfMonth());
  }

  private static int number(String year, char digit) {
    return Integer.parseInt(year.replace('X', digit));
  }
}
