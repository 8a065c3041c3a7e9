package org.demarche.server.pictures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.demarche.server.pictures.Timeline.Item;
import org.demarche.server.pictures.Timeline.Known;

/**
 * Draws a timeline: each item with its name above it, side by side where they have room. What isn't
 * known exactly is a dashed outline, and what is open at an end fades.
 */
final class TimelineDrawing {
  private static final double WIDTH = 928;
  private static final double SIDE = 8;
  private static final double SIZE = 13;
  private static final double LANE = 38;
  private static final double BASE = 15;
  private static final double BAR = 21;
  private static final double THICK = 10;
  private static final double GAP = 14;
  private static final double AXIS = 26;
  private static final double FADE = 70;
  private static final double WIDEST_LABEL = 460;

  private final Timeline timeline;
  private final TimeAxis axis;

  /** Everything of one item, with where it stands. */
  private record Placed(Item item, String label, double labelAt, double from, double to) {
    double left() {
      return Math.min(labelAt, from);
    }

    double right() {
      return Math.max(labelAt + Lettering.width(label, SIZE), to);
    }
  }

  private TimelineDrawing(Timeline timeline) {
    this.timeline = timeline;
    LocalDate first =
        timeline.items().stream().map(Item::begin).min(LocalDate::compareTo).orElseThrow();
    LocalDate last =
        timeline.items().stream().map(Item::end).max(LocalDate::compareTo).orElseThrow();
    this.axis =
        new TimeAxis(
            first,
            last,
            SIDE + (has(Known.OPEN_BEGIN) ? FADE : THICK),
            WIDTH - SIDE - (has(Known.OPEN_END) ? FADE : THICK));
  }

  private boolean has(Known known) {
    return timeline.items().stream().anyMatch(item -> item.known() == known);
  }

  static String of(Timeline timeline, String title) {
    return new TimelineDrawing(timeline).draw(title);
  }

  private String draw(String title) {
    List<List<Placed>> lanes = lanes();
    double bottom = AXIS + lanes.size() * LANE + 8;
    Svg svg = Svg.picture("timeline", WIDTH, bottom + 2 * AXIS + 8, title, description());
    fades(svg);
    for (TimeAxis.Tick tick : axis.ticks()) {
      tick(svg, tick, bottom);
    }
    for (int lane = 0; lane < lanes.size(); lane++) {
      for (Placed placed : lanes.get(lane)) {
        item(svg, placed, AXIS + lane * LANE);
      }
    }
    legend(svg, bottom + AXIS + 18);
    return svg.end();
  }

  /** From the top: each item in the first lane that has room for it. */
  private List<List<Placed>> lanes() {
    List<List<Placed>> lanes = new ArrayList<>();
    for (Item item : timeline.items()) {
      Placed placed = placed(item);
      lanes.stream()
          .filter(
              lane ->
                  lane.stream()
                      .allMatch(
                          other ->
                              placed.left() > other.right() + GAP
                                  || placed.right() + GAP < other.left()))
          .findFirst()
          .orElseGet(
              () -> {
                List<Placed> lane = new ArrayList<>();
                lanes.add(lane);
                return lane;
              })
          .add(placed);
    }
    return lanes;
  }

  private Placed placed(Item item) {
    double from = axis.begin(item.begin());
    double to = axis.end(item.end());
    switch (item.known()) {
      case DAY -> {
        double middle = (from + to) / 2;
        from = middle - THICK / 2;
        to = middle + THICK / 2;
      }
      case OPEN_END -> to = item.end().equals(item.begin()) ? from + FADE : to;
      case OPEN_BEGIN -> from = item.end().equals(item.begin()) ? to - FADE : from;
      case PERIOD, WITHIN -> to = Math.max(to, from + THICK / 2);
    }
    to = Math.min(to, WIDTH - SIDE);
    from = Math.max(Math.min(from, WIDTH - SIDE - THICK), SIDE);
    String label = Lettering.shortened(item.label(), SIZE, WIDEST_LABEL);
    double at = Math.max(SIDE, Math.min(from, WIDTH - SIDE - Lettering.width(label, SIZE)));
    return new Placed(item, label, at, from, to);
  }

  private void item(Svg svg, Placed placed, double top) {
    Item item = placed.item();
    svg.open("g", "class", "item")
        .written("title", item.label() + ": " + item.when())
        .written(
            "text", placed.label(), "x", Svg.number(placed.labelAt()), "y", Svg.number(top + BASE));
    mark(svg, item.known(), item.approximate(), placed.from(), placed.to(), top + BAR);
    item.coreBegin()
        .flatMap(
            begin -> item.coreEnd().map(end -> new double[] {axis.begin(begin), axis.end(end)}))
        .ifPresent(core -> bar(svg, "mark", core[0], core[1], top + BAR));
    svg.close("g");
  }

  private static void mark(
      Svg svg, Known known, boolean approximate, double from, double to, double top) {
    switch (known) {
      case DAY ->
          svg.draw(
              "circle",
              "class",
              approximate ? "mark vague" : "mark",
              "cx",
              Svg.number((from + to) / 2),
              "cy",
              Svg.number(top + THICK / 2),
              "r",
              Svg.number(THICK / 2));
      case PERIOD -> bar(svg, approximate ? "mark vague" : "mark", from, to, top);
      case WITHIN -> bar(svg, "mark within", from, to, top);
      case OPEN_END -> bar(svg, "fading end", from, to, top);
      case OPEN_BEGIN -> bar(svg, "fading begin", from, to, top);
    }
  }

  private static void bar(Svg svg, String kind, double from, double to, double top) {
    String fill = kind.equals("fading end") ? "url(#fade-end)" : "url(#fade-begin)";
    svg.draw(
        "rect",
        "class",
        kind,
        "x",
        Svg.number(from),
        "y",
        Svg.number(top),
        "width",
        Svg.number(to - from),
        "height",
        Svg.number(THICK),
        "rx",
        "3",
        "fill",
        kind.startsWith("fading") ? fill : "currentColor");
  }

  /** From full to nothing and the other way. */
  private static void fades(Svg svg) {
    svg.open("defs");
    for (String end : List.of("end", "begin")) {
      svg.open("linearGradient", "id", "fade-" + end)
          .draw(
              "stop", "offset", "0", "class", "stop", "stop-opacity", end.equals("end") ? "1" : "0")
          .draw(
              "stop", "offset", "1", "class", "stop", "stop-opacity", end.equals("end") ? "0" : "1")
          .close("linearGradient");
    }
    svg.close("defs");
  }

  private void tick(Svg svg, TimeAxis.Tick tick, double bottom) {
    String at = Svg.number(axis.begin(tick.day()));
    double half = Lettering.width(tick.label(), SIZE) / 2;
    double middle = Math.max(half, Math.min(axis.begin(tick.day()), WIDTH - half));
    svg.draw(
        "line",
        "class",
        "grid",
        "x1",
        at,
        "y1",
        Svg.number(AXIS - 6),
        "x2",
        at,
        "y2",
        Svg.number(bottom));
    for (double base : new double[] {AXIS - 10, bottom + 16}) {
      svg.written(
          "text",
          tick.label(),
          "class",
          "tick",
          "x",
          Svg.number(middle),
          "y",
          Svg.number(base),
          "text-anchor",
          "middle");
    }
  }

  /** The forms in use, each with its meaning. */
  private void legend(Svg svg, double top) {
    double at = SIDE;
    Set<Known> used = EnumSet.noneOf(Known.class);
    timeline.items().forEach(item -> used.add(item.known()));
    for (Known known : used) {
      double length = known == Known.DAY ? THICK : 34;
      mark(svg, known, false, at, at + length, top);
      at = words(svg, known.words(), at + length + 6, top);
    }
    if (timeline.items().stream().anyMatch(Item::approximate)) {
      mark(svg, Known.PERIOD, true, at, at + 34, top);
      words(svg, "approximate", at + 40, top);
    }
  }

  private static double words(Svg svg, String words, double at, double top) {
    svg.written("text", words, "class", "tick", "x", Svg.number(at), "y", Svg.number(top + THICK));
    return at + Lettering.width(words, SIZE) + 20;
  }

  private String description() {
    List<Item> items = timeline.items();
    StringBuilder told = new StringBuilder();
    told.append(items.size() == 1 ? "1 item" : items.size() + " items")
        .append(" between ")
        .append(axis.first())
        .append(" and ")
        .append(axis.last())
        .append(", in the order of their beginnings.");
    if (timeline.left() > 0) {
      told.append(" ").append(timeline.left()).append(" later ones are not drawn.");
    }
    if (timeline.undated() > 0) {
      told.append(" Rows without a date, not drawn: ").append(timeline.undated()).append(".");
    }
    return told.append(" The table below tells the same.").toString();
  }
}
