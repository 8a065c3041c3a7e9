package org.demarche.server.pictures;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws trees: a box with its label for each thing, those below it under it and further to the
 * right, joined by a line. The trees stand one under the other, in columns of about one height.
 * Boxes are links, so the picture is a group for those who hear it, and not one image.
 */
public final class TreeDrawing {
  private static final int COLUMNS = 3;
  private static final double MARGIN = 6;
  private static final double STEP = 32;
  private static final double BETWEEN = 10;
  private static final double HEIGHT = 25;
  private static final double INDENT = 24;
  private static final double APART = 36;
  private static final double SIZE = 13;
  private static final double WIDEST_LABEL = 230;

  private final Svg svg;

  private TreeDrawing(Svg svg) {
    this.svg = svg;
  }

  /**
   * Draws trees.
   *
   * @param title the name of the picture
   * @param description what it shows, for those who don't see it
   * @return an {@code svg} element to stand in HTML, everything in it escaped
   */
  public static String of(List<Tree> trees, String title, String description) {
    List<List<Tree>> columns = columns(trees);
    double width = MARGIN;
    for (List<Tree> column : columns) {
      width += width(column, 0) + APART;
    }
    double height = columns.stream().mapToDouble(TreeDrawing::height).max().orElse(0) + 2 * MARGIN;
    Svg svg = Svg.links("tree", width - APART + MARGIN, height, title, description);
    TreeDrawing drawing = new TreeDrawing(svg);
    double left = MARGIN;
    for (List<Tree> column : columns) {
      double top = MARGIN;
      for (Tree tree : column) {
        top = drawing.draw(tree, left, top) + BETWEEN;
      }
      left += width(column, 0) + APART;
    }
    return svg.end();
  }

  /** Draws a tree, and says where the next thing below it would stand. */
  private double draw(Tree tree, double left, double top) {
    List<Double> joints = new ArrayList<>();
    double next = top + STEP;
    for (Tree below : tree.below()) {
      joints.add(next + HEIGHT / 2);
      next = draw(below, left + INDENT, next);
    }
    double stem = left + INDENT / 2;
    for (double joint : joints) {
      svg.draw(
          "path",
          "class",
          "branch",
          "d",
          "M%s %sV%sH%s"
              .formatted(
                  Svg.number(stem),
                  Svg.number(top + HEIGHT),
                  Svg.number(joint),
                  Svg.number(left + INDENT)));
    }
    box(tree, left, top);
    return next;
  }

  private void box(Tree tree, double left, double top) {
    svg.open("a", "href", tree.href(), "class", tree.below().isEmpty() ? "node" : "node parent")
        .draw(
            "rect",
            "x",
            Svg.number(left),
            "y",
            Svg.number(top),
            "width",
            Svg.number(width(tree)),
            "height",
            Svg.number(HEIGHT),
            "rx",
            "6")
        .written(
            "text",
            Lettering.shortened(tree.label(), SIZE, WIDEST_LABEL),
            "x",
            Svg.number(left + 10),
            "y",
            Svg.number(top + HEIGHT / 2 + SIZE * 0.35))
        .close("a");
  }

  /** Fills one column after the other, as far as the whole would reach in equal ones. */
  private static List<List<Tree>> columns(List<Tree> trees) {
    double each = height(trees) / COLUMNS;
    List<List<Tree>> columns = new ArrayList<>();
    columns.add(new ArrayList<>());
    double filled = 0;
    for (Tree tree : trees) {
      double height = height(List.of(tree)) + BETWEEN;
      boolean full = filled > 0 && filled + height / 2 > each;
      if (full && columns.size() < COLUMNS) {
        columns.add(new ArrayList<>());
        filled = 0;
      }
      columns.getLast().add(tree);
      filled += height;
    }
    return columns;
  }

  private static double height(List<Tree> trees) {
    return trees.stream().mapToInt(Tree::size).sum() * STEP + (trees.size() - 1) * BETWEEN;
  }

  private static double width(List<Tree> trees, double indent) {
    return trees.stream()
        .mapToDouble(tree -> Math.max(indent + width(tree), width(tree.below(), indent + INDENT)))
        .max()
        .orElse(0);
  }

  private static double width(Tree tree) {
    double bold = tree.below().isEmpty() ? 1 : 1.12;
    return Math.min(Lettering.width(tree.label(), SIZE) * bold, WIDEST_LABEL) + 26;
  }
}
