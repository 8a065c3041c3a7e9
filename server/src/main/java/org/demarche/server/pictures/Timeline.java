package org.demarche.server.pictures;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * What happened when, as far as it is known.
 *
 * <p>Columns are found by name, and must hold dates: the earliest possible beginning in {@code
 * earliestBegin}, {@code earliest}, {@code begin}, {@code from}, {@code start}, {@code date} or
 * {@code notBefore}; the latest possible end in {@code latestEnd}, {@code latest}, {@code end},
 * {@code to}, {@code until} or {@code notAfter}; of several, the first that a row has counts. Where
 * there are also {@code latestBegin} and {@code earliestEnd}, what lies between them is certain. A
 * column {@code edtf} or {@code date} of texts in the <a
 * href="https://www.loc.gov/standards/datetime/">Extended Date/Time Format</a> tells a period
 * ({@code /}) from a day that isn't known exactly, and what is approximate ({@code ~ ? %}); so does
 * {@code dateInferred}. The name is {@code label}, or the label of the first thing, or the first
 * text.
 *
 * @param items those with a date, by their beginning
 * @param undated how many rows have no date
 * @param left how many items with a date are left out, as there are too many
 */
record Timeline(List<Item> items, int undated, int left) {
  private static final int MOST = 60;

  private static final List<String> BEGINS =
      List.of("earliestBegin", "earliest", "begin", "from", "start", "date", "notBefore");
  private static final List<String> ENDS =
      List.of("latestEnd", "latest", "end", "to", "until", "date", "notAfter");
  private static final List<String> EDTF = List.of("edtf", "date");

  /** What is known of a time. */
  enum Known {
    /** One day. */
    DAY("a day"),
    /** From a day to a day. */
    PERIOD("a period"),
    /** A shorter time within these bounds. */
    WITHIN("at some time within"),
    /** The end isn't known, or there is none. */
    OPEN_END("no end known"),
    /** The beginning isn't known. */
    OPEN_BEGIN("no beginning known");

    private final String words;

    Known(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * An event or state.
   *
   * @param begin its first possible day; where none is known, the same as the end
   * @param end its last possible day; where none is known, the same as the beginning
   * @param coreBegin the first day that is certain, if any is told
   * @param coreEnd the last day that is certain, if any is told
   */
  record Item(
      String label,
      LocalDate begin,
      LocalDate end,
      Optional<LocalDate> coreBegin,
      Optional<LocalDate> coreEnd,
      Known known,
      boolean approximate) {

    /** For a person: {@code 2016-11-23 to 2019-08-23, a period, approximate}. */
    String when() {
      String days =
          switch (known) {
            case DAY -> begin.toString();
            case PERIOD, WITHIN -> begin + " to " + end + ", " + known.words();
            case OPEN_END -> "from " + begin + ", " + known.words();
            case OPEN_BEGIN -> "until " + end + ", " + known.words();
          };
      return approximate ? days + ", approximate" : days;
    }
  }

  static Optional<Timeline> of(Table table) {
    List<String> begins = dates(table, BEGINS);
    List<String> ends = dates(table, ENDS);
    if (begins.isEmpty() && ends.isEmpty()) {
      return Optional.empty();
    }
    Reader reader = new Reader(table, begins, ends, names(table));
    Set<Item> all = new LinkedHashSet<>();
    int undated = 0;
    for (List<Optional<Node>> row : table.rows()) {
      Optional<Item> item = reader.item(row);
      item.ifPresent(all::add);
      undated += item.isPresent() ? 0 : 1;
    }
    List<Item> items =
        all.stream()
            .sorted(Comparator.comparing(Item::begin).thenComparing(Item::end))
            .limit(MOST)
            .toList();
    return Optional.of(new Timeline(items, undated, all.size() - items.size()));
  }

  private static boolean isDate(Node node) {
    return CalendarDays.of(node).isPresent();
  }

  private static List<String> dates(Table table, List<String> names) {
    return names.stream().filter(name -> table.holds(name, Timeline::isDate)).toList();
  }

  private static List<String> names(Table table) {
    if (table.has("label")) {
      return List.of("label");
    }
    List<String> things = table.labelledThings().stream().limit(2).toList();
    return things.isEmpty()
        ? table.first(table.columns(), node -> node.isLiteral() && !isDate(node)).stream().toList()
        : things;
  }

  private record Reader(Table table, List<String> begins, List<String> ends, List<String> names) {

    Optional<Item> item(List<Optional<Node>> row) {
      Optional<LocalDate> begin = days(row, begins).map(CalendarDays::first);
      Optional<LocalDate> end = days(row, ends).map(CalendarDays::last);
      Optional<LocalDate> either = begin.or(() -> end);
      if (either.isEmpty()) {
        return Optional.empty();
      }
      LocalDate from = either.get();
      LocalDate to = end.filter(day -> !day.isBefore(from)).orElse(from);
      Optional<LocalDate> coreBegin = days(row, List.of("latestBegin")).map(CalendarDays::last);
      Optional<LocalDate> coreEnd = days(row, List.of("earliestEnd")).map(CalendarDays::first);
      String edtf =
          EDTF.stream().filter(table::has).findFirst().map(it -> table.text(row, it)).orElse("");
      boolean core =
          coreBegin.isPresent() && coreEnd.isPresent() && !coreBegin.get().isAfter(coreEnd.get());
      Known known;
      if (begin.isEmpty() || edtf.startsWith("../") || edtf.startsWith("/")) {
        known = Known.OPEN_BEGIN;
      } else if ((end.isEmpty() && !ends.isEmpty()) || edtf.matches(".*/(\\.\\.)?")) {
        known = Known.OPEN_END;
      } else if (from.equals(to)) {
        known = Known.DAY;
      } else if (coreBegin.isPresent() && coreEnd.isPresent()) {
        known = core ? Known.PERIOD : Known.WITHIN;
      } else {
        known = edtf.isEmpty() || edtf.contains("/") ? Known.PERIOD : Known.WITHIN;
      }
      return Optional.of(
          new Item(
              label(row),
              from,
              to,
              coreBegin.filter(_ -> core),
              coreEnd.filter(_ -> core),
              known,
              edtf.matches(".*[~?%].*") || table.text(row, "dateInferred").equals("true")));
    }

    /** What the first of the columns says that says anything. */
    private Optional<CalendarDays> days(List<Optional<Node>> row, List<String> columns) {
      return columns.stream()
          .map(column -> table.cell(row, column).flatMap(CalendarDays::of))
          .flatMap(Optional::stream)
          .findFirst();
    }

    private String label(List<Optional<Node>> row) {
      String label =
          names.stream()
              .map(name -> table.label(row, name))
              .filter(text -> !text.isEmpty())
              .collect(Collectors.joining(": "));
      return label.isEmpty() ? "without a name" : label;
    }
  }
}
