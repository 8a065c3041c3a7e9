package org.demarche.server.pictures;

import java.util.Locale;

/**
 * Writes one picture. What is given as text or as the value of an attribute is escaped. Not
 * thread-safe.
 */
final class Svg {
  private final StringBuilder written = new StringBuilder();

  private Svg() {}

  /**
   * Begins a picture in its natural size.
   *
   * @param kind a class for the style sheet, and the beginning of the picture's ids
   * @param title its name
   * @param description what it shows, for those who don't see it
   */
  static Svg picture(String kind, double width, double height, String title, String description) {
    return picture("img", kind, width, height, title, description);
  }

  /** Begins a picture with links in it, which an image can't have. */
  static Svg links(String kind, double width, double height, String title, String description) {
    return picture("group", kind, width, height, title, description);
  }

  private static Svg picture(
      String role, String kind, double width, double height, String title, String description) {
    Svg svg = new Svg();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "picture " + kind,
        "role",
        role,
        "aria-labelledby",
        kind + "-title " + kind + "-description",
        "width",
        number(width),
        "height",
        number(height),
        "viewBox",
        "0 0 " + number(width) + " " + number(height));
    svg.written("title", title, "id", kind + "-title");
    svg.written("desc", description, "id", kind + "-description");
    return svg;
  }

  /** The picture, ended. */
  String end() {
    return close("svg").written.toString();
  }

  /** An element that others follow in; attributes as names and values in turn. */
  Svg open(String element, String... attributes) {
    start(element, attributes);
    written.append('>');
    return this;
  }

  Svg close(String element) {
    written.append("</").append(element).append('>');
    return this;
  }

  /** An element without content. */
  Svg draw(String element, String... attributes) {
    start(element, attributes);
    written.append("/>");
    return this;
  }

  /** An element with a text. */
  Svg written(String element, String text, String... attributes) {
    open(element, attributes);
    written.append(escaped(text));
    return close(element);
  }

  /** A length or place, to a tenth: the same on every machine. */
  static String number(double number) {
    String text = String.format(Locale.ROOT, "%.1f", number);
    String whole = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    return whole.equals("-0") ? "0" : whole;
  }

  private void start(String element, String... attributes) {
    written.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      written
          .append(' ')
          .append(attributes[i])
          .append("=\"")
          .append(escaped(attributes[i + 1]))
          .append('"');
    }
  }

  /** Characters that XML can't hold are left out. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .filter(letter -> letter >= 0x20 && letter != 0xFFFE && letter != 0xFFFF)
        .filter(letter -> letter < 0xD800 || letter > 0xDFFF)
        .forEach(
            letter -> {
              switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(letter);
              }
            });
    return escaped.toString();
  }
}
