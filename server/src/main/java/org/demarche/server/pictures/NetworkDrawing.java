package org.demarche.server.pictures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.demarche.server.pictures.Network.Edge;
import org.demarche.server.pictures.Network.Vertex;
import org.demarche.server.pictures.NetworkLayout.Box;

/**
 * Draws a network: a box with its label for each thing, an arrow for each edge, the wider the
 * heavier. Edges there and back are bent away from each other. An edge that is denied altogether is
 * dashed: its words may find no place.
 */
final class NetworkDrawing {
  private static final double WIDTH = 900;
  private static final double MARGIN = 14;
  private static final double SIZE = 13;
  private static final double LINE = 17;
  private static final double WIDEST_LABEL = 170;
  private static final double SMALL = 12;
  private static final double TIP = 9;

  private final Network network;
  private final Map<String, Box> boxes = new HashMap<>();
  private final List<double[]> taken = new ArrayList<>();

  private NetworkDrawing(Network network) {
    this.network = network;
    List<Box> inOrder = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    for (Vertex node : network.nodes()) {
      Box box = box(node);
      places.put(node.iri(), inOrder.size());
      boxes.put(node.iri(), box);
      inOrder.add(box);
    }
    List<int[]> edges =
        network.edges().stream()
            .filter(edge -> !edge.isLoop())
            .map(
                edge ->
                    new int[] {
                      places.getOrDefault(edge.from(), 0), places.getOrDefault(edge.to(), 0)
                    })
            .toList();
    NetworkLayout.place(inOrder, edges, WIDTH);
  }

  static String of(Network network, String title) {
    return new NetworkDrawing(network).draw(title);
  }

  private static List<String> lines(Vertex node) {
    return Lettering.lines(node.label(), SIZE, WIDEST_LABEL, 3);
  }

  private static Box box(Vertex node) {
    List<String> lines = lines(node);
    double widest = lines.stream().mapToDouble(line -> Lettering.width(line, SIZE)).max().orElse(0);
    return new Box(widest + 20, lines.size() * LINE + 12);
  }

  private String draw(String title) {
    double right =
        boxes.values().stream().mapToDouble(box -> box.x + box.width / 2).max().orElse(0);
    double bottom =
        boxes.values().stream().mapToDouble(box -> box.y + box.height / 2).max().orElse(0);
    for (Box box : boxes.values()) {
      box.x += MARGIN;
      box.y += MARGIN + SMALL;
      taken.add(new double[] {box.x, box.y, box.width, box.height});
    }
    Svg svg =
        Svg.picture(
            "network",
            right + 2 * MARGIN,
            bottom + 2 * MARGIN + 2 * SMALL,
            title,
            network.description());
    Set<List<String>> directions = new HashSet<>();
    network.edges().forEach(edge -> directions.add(List.of(edge.from(), edge.to())));
    List<Arrow> arrows =
        network.edges().stream()
            .map(edge -> arrow(edge, directions.contains(List.of(edge.to(), edge.from()))))
            .toList();
    arrows.forEach(arrow -> arrow.draw(svg));
    network.nodes().forEach(node -> node(svg, node));
    arrows.forEach(arrow -> words(svg, arrow));
    return svg.end();
  }

  private void node(Svg svg, Vertex node) {
    Box box = box(node.iri());
    svg.open("g", "class", "node")
        .written("title", node.label())
        .draw(
            "rect",
            "x",
            Svg.number(box.x - box.width / 2),
            "y",
            Svg.number(box.y - box.height / 2),
            "width",
            Svg.number(box.width),
            "height",
            Svg.number(box.height),
            "rx",
            "8");
    List<String> lines = lines(node);
    double base = box.y - (lines.size() - 1) * LINE / 2 + SIZE * 0.35;
    for (String line : lines) {
      svg.written(
          "text", line, "x", Svg.number(box.x), "y", Svg.number(base), "text-anchor", "middle");
      base += LINE;
    }
    svg.close("g");
  }

  /** A curve from the edge of one box to the edge of the other, by a point beside its middle. */
  private Arrow arrow(Edge edge, boolean bent) {
    Box from = box(edge.from());
    Box to = box(edge.to());
    String words = Network.edge(label(edge.from()), label(edge.to()), edge);
    if (edge.isLoop()) {
      double top = from.y - from.height / 2;
      double right = from.x + from.width / 2;
      return new Arrow(
          edge, words, right - 26, top, right + 16, top - 26, right, from.y - from.height / 4);
    }
    double dx = to.x - from.x;
    double dy = to.y - from.y;
    double length = Math.max(Math.sqrt(dx * dx + dy * dy), 1);
    double aside = bent ? Math.min(40, length / 4) : 0;
    double midX = (from.x + to.x) / 2 - dy / length * aside;
    double midY = (from.y + to.y) / 2 + dx / length * aside;
    double[] start = rim(from, midX, midY);
    double[] end = rim(to, midX, midY);
    return new Arrow(edge, words, start[0], start[1], midX, midY, end[0], end[1]);
  }

  /** Where the way from the middle of a box to a point leaves the box. */
  private static double[] rim(Box box, double x, double y) {
    double dx = x - box.x;
    double dy = y - box.y;
    double share =
        Math.min(
            Math.abs(dx) < 1e-6 ? Double.MAX_VALUE : (box.width / 2 + 3) / Math.abs(dx),
            Math.abs(dy) < 1e-6 ? Double.MAX_VALUE : (box.height / 2 + 3) / Math.abs(dy));
    return new double[] {box.x + dx * Math.min(share, 1), box.y + dy * Math.min(share, 1)};
  }

  /** The relations on the curve, if there is a place where they cover nothing. */
  private void words(Svg svg, Arrow arrow) {
    String text = Lettering.shortened(arrow.edge().words(), SMALL, WIDEST_LABEL);
    if (text.isEmpty()) {
      return;
    }
    Optional<double[]> free =
        DoubleStream.of(0.5, 0.4, 0.6, 0.45, 0.55, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8)
            .mapToObj(arrow::at)
            .map(at -> new double[] {at[0], at[1], Lettering.width(text, SMALL), SMALL + 4})
            .filter(area -> taken.stream().noneMatch(other -> overlap(other, area)))
            .findFirst();
    if (free.isEmpty()) {
      return;
    }
    double[] best = free.get();
    taken.add(best);
    svg.written(
        "text",
        text,
        "class",
        "relation",
        "x",
        Svg.number(best[0]),
        "y",
        Svg.number(best[1] + SMALL * 0.35),
        "text-anchor",
        "middle");
  }

  private static boolean overlap(double[] one, double[] other) {
    return Math.abs(one[0] - other[0]) < (one[2] + other[2]) / 2
        && Math.abs(one[1] - other[1]) < (one[3] + other[3]) / 2;
  }

  private Box box(String iri) {
    return boxes.getOrDefault(iri, new Box(0, 0));
  }

  private String label(String iri) {
    return network.nodes().stream()
        .filter(node -> node.iri().equals(iri))
        .map(Vertex::label)
        .findFirst()
        .orElse(iri);
  }

  /** A curve by three points, with a tip at its end. */
  private record Arrow(
      Edge edge,
      String words,
      double fromX,
      double fromY,
      double midX,
      double midY,
      double toX,
      double toY) {

    double[] at(double share) {
      double rest = 1 - share;
      return new double[] {
        rest * rest * fromX + 2 * rest * share * midX + share * share * toX,
        rest * rest * fromY + 2 * rest * share * midY + share * share * toY
      };
    }

    void draw(Svg svg) {
      double dx = toX - midX;
      double dy = toY - midY;
      double length = Math.max(Math.sqrt(dx * dx + dy * dy), 1);
      double x = dx / length;
      double y = dy / length;
      double width = 1.2 + Math.min(StrictMath.log((double) edge.weight()) * 1.3, 6);
      double tip = TIP + width;
      double backX = toX - x * tip;
      double backY = toY - y * tip;
      svg.open("g", "class", "edge")
          .written("title", words)
          .draw(
              "path",
              "class",
              "line",
              "d",
              "M%s %s Q%s %s %s %s"
                  .formatted(
                      Svg.number(fromX),
                      Svg.number(fromY),
                      Svg.number(midX),
                      Svg.number(midY),
                      Svg.number(backX),
                      Svg.number(backY)),
              "stroke-width",
              Svg.number(width),
              "stroke-dasharray",
              edge.isDenied() ? "6 5" : "none",
              "fill",
              "none")
          .draw(
              "path",
              "class",
              "tip",
              "d",
              "M%s %s L%s %s L%s %s Z"
                  .formatted(
                      Svg.number(toX),
                      Svg.number(toY),
                      Svg.number(backX - y * tip / 2.2),
                      Svg.number(backY + x * tip / 2.2),
                      Svg.number(backX + y * tip / 2.2),
                      Svg.number(backY - x * tip / 2.2)))
          .close("g");
    }
  }
}
