package org.demarche.server.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How wide a text will be, roughly and rather too wide than too narrow: the fonts are those of the
 * reader's machine. Hangul, kana and kanji are as wide as high.
 */
final class Lettering {
  private static final String MORE = "…";
  private static final Pattern WORD = Pattern.compile("\\s+");

  private Lettering() {}

  /** The width of a text in a font of that size. */
  static double width(String text, double size) {
    return text.codePoints().mapToDouble(Lettering::width).sum() * size;
  }

  /** The text, or its beginning with dots where it is too wide. */
  static String shortened(String text, double size, double widest) {
    if (width(text, size) <= widest) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    double left = widest - width(MORE, size);
    for (int letter : text.codePoints().toArray()) {
      left -= width(letter) * size;
      if (left < 0) {
        break;
      }
      kept.appendCodePoint(letter);
    }
    return kept.toString().strip() + MORE;
  }

  /** The text in lines, broken between words; what the last line can't hold becomes dots. */
  static List<String> lines(String text, double size, double widest, int most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : WORD.split(text.strip(), -1)) {
      boolean fits = line.isEmpty() || width(line + " " + word, size) <= widest;
      if (!fits && lines.size() < most - 1) {
        lines.add(shortened(line.toString(), size, widest));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(shortened(line.toString(), size, widest));
    return lines;
  }

  private static double width(int letter) {
    if ((letter >= 0x1100 && Character.isLetter(letter)) || Character.isIdeographic(letter)) {
      return 1;
    }
    if (Character.isUpperCase(letter) || "mwMW%@—".indexOf(letter) >= 0) {
      return 0.74;
    }
    return " ijl.,:;'|!()[]tfr-".indexOf(letter) >= 0 ? 0.38 : 0.58;
  }
}
