package org.demarche.server.pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/**
 * How many rows have which value: one bar for each, the longest first.
 *
 * <p>The values are those of the first column of plain texts that is a category: there are at least
 * two different ones, and fewer than rows. Columns named {@code code}, {@code passage}, {@code
 * label}, {@code title}, {@code date}, {@code citations} or {@code joined}, in the plural too, and
 * those of labels are none. Where there is no such column, it is the first of things with labels.
 *
 * @param category the name of the column
 * @param counts rows by value, in the order of the bars
 * @param others how many values have no bar, as there are too many
 */
record Bars(String category, Map<String, Long> counts, long others) {
  private static final int MOST = 20;
  private static final Set<String> NO_CATEGORIES =
      Set.of("code", "passage", "label", "title", "date", "citation", "joined");

  private static final double WIDTH = 928;
  private static final double NAMES = 260;
  private static final double FIGURES = 56;
  private static final double STEP = 30;
  private static final double THICK = 18;
  private static final double SIZE = 14;

  static Optional<Bars> of(Table table) {
    Stream<String> texts =
        table.columns().stream()
            .filter(column -> !NO_CATEGORIES.contains(column.replaceFirst("s$", "")))
            .filter(column -> !column.endsWith("Label"))
            .filter(column -> table.holds(column, Bars::isText));
    return Stream.concat(texts, table.labelledThings().stream())
        .map(column -> of(table, column))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Bars> of(Table table, String column) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (List<Optional<Node>> row : table.rows()) {
      String value = table.label(row, column);
      counts.merge(value.isEmpty() ? "none" : value, 1L, Long::sum);
    }
    if (counts.size() < 2 || counts.size() >= table.rows().size()) {
      return Optional.empty();
    }
    Map<String, Long> longest = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .forEach(entry -> longest.put(entry.getKey(), entry.getValue()));
    return Optional.of(new Bars(column, longest, counts.size() - longest.size()));
  }

  private static boolean isText(Node node) {
    return node.isLiteral() && XSDDatatype.XSDstring.equals(node.getLiteralDatatype());
  }

  String draw(String title) {
    double height = counts.size() * STEP + (others > 0 ? STEP : 0) + 4;
    Svg svg = Svg.picture("bars", WIDTH, height, title, description());
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
    double top = 2;
    for (Map.Entry<String, Long> bar : counts.entrySet()) {
      double length = (WIDTH - NAMES - FIGURES) * bar.getValue() / most;
      String base = Svg.number(top + STEP / 2 + SIZE * 0.35);
      svg.open("g")
          .written("title", bar.getKey() + ": " + bar.getValue())
          .written(
              "text",
              Lettering.shortened(bar.getKey(), SIZE, NAMES - 12),
              "x",
              Svg.number(NAMES - 10),
              "y",
              base,
              "text-anchor",
              "end")
          .draw(
              "rect",
              "class",
              "mark",
              "x",
              Svg.number(NAMES),
              "y",
              Svg.number(top + (STEP - THICK) / 2),
              "width",
              Svg.number(Math.max(length, 1)),
              "height",
              Svg.number(THICK),
              "rx",
              "2")
          .written(
              "text",
              Long.toString(bar.getValue()),
              "class",
              "figure",
              "x",
              Svg.number(NAMES + length + 8),
              "y",
              base)
          .close("g");
      top += STEP;
    }
    if (others > 0) {
      svg.written(
          "text",
          "… and " + others + " values more",
          "class",
          "quiet",
          "x",
          Svg.number(NAMES),
          "y",
          Svg.number(top + STEP / 2 + SIZE * 0.35));
    }
    return svg.end();
  }

  private String description() {
    List<String> told = new ArrayList<>();
    counts.forEach((value, count) -> told.add(value + " " + count));
    return "Rows by %s: %s%s."
        .formatted(
            category,
            String.join(", ", told),
            others > 0 ? ", and " + others + " values more" : "");
  }
}
