package org.demarche.server.pictures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Days from left to right.
 *
 * @param first the first day
 * @param last the last day
 * @param left where the first day begins
 * @param right where the last day ends
 */
record TimeAxis(LocalDate first, LocalDate last, double left, double right) {
  private static final int MOST_TICKS = 9;

  /**
   * A mark on the axis.
   *
   * @param label {@code 2019}, {@code 2019-08} or {@code 2019-08-22}
   */
  record Tick(LocalDate day, String label) {}

  private enum Unit {
    DAY,
    MONTH,
    YEAR
  }

  private record Step(Unit unit, int size) {}

  private static final List<Step> STEPS =
      List.of(
          new Step(Unit.DAY, 1),
          new Step(Unit.DAY, 2),
          new Step(Unit.DAY, 5),
          new Step(Unit.DAY, 10),
          new Step(Unit.MONTH, 1),
          new Step(Unit.MONTH, 2),
          new Step(Unit.MONTH, 3),
          new Step(Unit.MONTH, 6),
          new Step(Unit.YEAR, 1),
          new Step(Unit.YEAR, 2),
          new Step(Unit.YEAR, 5),
          new Step(Unit.YEAR, 10),
          new Step(Unit.YEAR, 20),
          new Step(Unit.YEAR, 50),
          new Step(Unit.YEAR, 100),
          new Step(Unit.YEAR, 1000));

  /** Where a day begins. */
  double begin(LocalDate day) {
    double days = ChronoUnit.DAYS.between(first, last) + 1.0;
    return left + (right - left) * ChronoUnit.DAYS.between(first, day) / days;
  }

  /** Where a day ends. */
  double end(LocalDate day) {
    return begin(day.plusDays(1));
  }

  /** Marks at even distances, as many as can be read. */
  List<Tick> ticks() {
    return STEPS.stream()
        .map(this::ticks)
        .filter(ticks -> ticks.size() <= MOST_TICKS)
        .findFirst()
        .orElse(List.of());
  }

  private List<Tick> ticks(Step step) {
    List<Tick> ticks = new ArrayList<>();
    LocalDate day = floor(step);
    while (!day.isAfter(last) && ticks.size() <= MOST_TICKS) {
      if (!day.isBefore(first)) {
        ticks.add(new Tick(day, label(day, step.unit())));
      }
      day = next(day, step);
    }
    return ticks;
  }

  private LocalDate floor(Step step) {
    return switch (step.unit()) {
      case DAY -> first.withDayOfMonth(1);
      case MONTH -> first.withDayOfYear(1);
      case YEAR -> LocalDate.of(first.getYear() - first.getYear() % step.size(), 1, 1);
    };
  }

  private static LocalDate next(LocalDate day, Step step) {
    return switch (step.unit()) {
      case DAY -> day.plusDays(step.size());
      case MONTH -> day.plusMonths(step.size());
      case YEAR -> day.plusYears(step.size());
    };
  }

  private static String label(LocalDate day, Unit unit) {
    String text = day.toString();
    return switch (unit) {
      case DAY -> text;
      case MONTH -> text.substring(0, 7);
      case YEAR -> text.substring(0, 4);
    };
  }
}
