package org.demarche.server.pictures;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds a place for each box, so that boxes with an edge between them are near and none overlap:
 * the method of Fruchterman and Reingold (1991), beginning from a circle, with no chance in it;
 * then boxes that overlap are pushed apart. Not thread-safe.
 */
final class NetworkLayout {
  private static final int ROUNDS = 400;
  private static final double APART_X = 34;
  private static final double APART_Y = 30;

  private final List<Box> boxes;
  private final List<int[]> edges;
  private final double width;
  private final double height;

  /** A box around its middle. */
  static final class Box {
    final double width;
    final double height;
    double x;
    double y;

    Box(double width, double height) {
      this.width = width;
      this.height = height;
    }
  }

  private NetworkLayout(List<Box> boxes, List<int[]> edges, double width) {
    this.boxes = boxes;
    this.edges = edges;
    this.width = width;
    this.height = Math.min(Math.max(150, 62.0 * boxes.size()), 900);
  }

  /**
   * Moves the boxes to their places; the leftmost and the topmost touch 0.
   *
   * @param edges pairs of indices of boxes
   * @param width that is to be filled
   */
  static void place(List<Box> boxes, List<int[]> edges, double width) {
    NetworkLayout layout = new NetworkLayout(boxes, edges, width);
    layout.circle();
    layout.pull();
    layout.fill();
    layout.separate();
    layout.toOrigin();
  }

  /** StrictMath gives the same on every machine. */
  private void circle() {
    for (int i = 0; i < boxes.size(); i++) {
      double angle = 2 * Math.PI * i / boxes.size() + 0.3;
      boxes.get(i).x = StrictMath.cos(angle) * width / 3;
      boxes.get(i).y = StrictMath.sin(angle) * height / 3;
    }
  }

  private void pull() {
    double ideal = Math.sqrt(width * height / boxes.size()) * 0.7;
    for (int round = 0; round < ROUNDS; round++) {
      double heat = width / 8 * (1 - (double) round / ROUNDS);
      double[] dx = new double[boxes.size()];
      double[] dy = new double[boxes.size()];
      for (int i = 0; i < boxes.size(); i++) {
        for (int j = 0; j < boxes.size(); j++) {
          if (i != j) {
            double x = boxes.get(i).x - boxes.get(j).x;
            double y = boxes.get(i).y - boxes.get(j).y;
            double distance = Math.max(Math.sqrt(x * x + y * y), 1);
            dx[i] += x / distance * ideal * ideal / distance;
            dy[i] += y / distance * ideal * ideal / distance;
          }
        }
        // A weak pull to the middle keeps parts together that no edge joins.
        dx[i] -= boxes.get(i).x * 0.4;
        dy[i] -= boxes.get(i).y * 0.4;
      }
      for (int[] edge : edges) {
        double x = boxes.get(edge[0]).x - boxes.get(edge[1]).x;
        double y = boxes.get(edge[0]).y - boxes.get(edge[1]).y;
        double distance = Math.max(Math.sqrt(x * x + y * y), 1);
        dx[edge[0]] -= x * distance / ideal;
        dy[edge[0]] -= y * distance / ideal;
        dx[edge[1]] += x * distance / ideal;
        dy[edge[1]] += y * distance / ideal;
      }
      for (int i = 0; i < boxes.size(); i++) {
        double length = Math.max(Math.sqrt(dx[i] * dx[i] + dy[i] * dy[i]), 1e-6);
        boxes.get(i).x += dx[i] / length * Math.min(length, heat);
        boxes.get(i).y += dy[i] / length * Math.min(length, heat);
      }
    }
  }

  /** Stretches the places over the width, and over the height that is wanted. */
  private void fill() {
    double left = boxes.stream().mapToDouble(box -> box.x).min().orElse(0);
    double right = boxes.stream().mapToDouble(box -> box.x).max().orElse(0);
    double top = boxes.stream().mapToDouble(box -> box.y).min().orElse(0);
    double bottom = boxes.stream().mapToDouble(box -> box.y).max().orElse(0);
    double widest = boxes.stream().mapToDouble(box -> box.width).max().orElse(0);
    for (Box box : boxes) {
      box.x = right - left < 1 ? 0 : (box.x - left) / (right - left) * (width - widest);
      box.y = bottom - top < 1 ? 0 : (box.y - top) / (bottom - top) * height;
    }
  }

  private void separate() {
    boolean moved = true;
    for (int round = 0; moved && round < 500; round++) {
      moved = false;
      for (int i = 0; i < boxes.size(); i++) {
        for (int j = i + 1; j < boxes.size(); j++) {
          moved |= separate(boxes.get(i), boxes.get(j));
        }
      }
    }
  }

  /** Along the shorter way, half of it each. */
  private static boolean separate(Box one, Box other) {
    double x = (one.width + other.width) / 2 + APART_X - Math.abs(one.x - other.x);
    double y = (one.height + other.height) / 2 + APART_Y - Math.abs(one.y - other.y);
    if (x <= 0.01 || y <= 0.01) {
      return false;
    }
    if (y <= x) {
      double way = one.y <= other.y ? y / 2 : -y / 2;
      one.y -= way;
      other.y += way;
    } else {
      double way = one.x <= other.x ? x / 2 : -x / 2;
      one.x -= way;
      other.x += way;
    }
    return true;
  }

  private void toOrigin() {
    double left = boxes.stream().mapToDouble(box -> box.x - box.width / 2).min().orElse(0);
    double top = boxes.stream().mapToDouble(box -> box.y - box.height / 2).min().orElse(0);
    for (Box box : new ArrayList<>(boxes)) {
      box.x -= left;
      box.y -= top;
    }
  }
}
