package org.demarche.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of the article between empty ones.
 *
 * @param start index in the text, not characters
 * @param text without spaces around
 */
public record Block(int start, String text) {
  private static final Pattern LINE = Pattern.compile("[^\\r\\n]*(?:\\R|\\z)");
  private static final Pattern ENDED =
      Pattern.compile(".*[.!?。！？…][\"'”’)）」』\\]]*", Pattern.DOTALL);
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern JAM = Pattern.compile("\\p{Ll}\\p{Lu}");

  /** A line that is longer is a paragraph, as nobody breaks lines so late. */
  private static final int LONGEST_LINE = 120;

  private static final int WORDS_OF_PROSE = 8;
  private static final int WORDS_OF_PARAGRAPH = 25;
  private static final int WORDS_OF_HEADLINE = 3;

  /** Characters of Chinese, Japanese or Korean that make about as much as an English word. */
  private static final int DENSITY = 2;

  /** The index after its last character. */
  public int end() {
    return start + text.length();
  }

  /** The blocks of a text, in its order. */
  static List<Block> of(String text) {
    List<Block> blocks = new ArrayList<>();
    int start = 0;
    int end = 0;
    Matcher line = LINE.matcher(text);
    while (line.find() && line.end() > line.start()) {
      if (line.group().isBlank()) {
        add(blocks, text.substring(start, end), start);
        start = line.end();
      }
      end = line.end();
    }
    add(blocks, text.substring(start, end), start);
    return blocks;
  }

  private static void add(List<Block> blocks, String text, int start) {
    if (text.isBlank()) {
      return;
    }
    Block block = stripped(text, start);
    List<Block> lines = block.lines();
    boolean paragraphs =
        lines.stream().anyMatch(line -> line.text.length() > LONGEST_LINE)
            || lines.stream().allMatch(Block::isProse);
    if (paragraphs) {
      blocks.addAll(lines);
    } else {
      blocks.add(block);
    }
  }

  /** Each of its lines as a block. */
  List<Block> lines() {
    List<Block> lines = new ArrayList<>();
    Matcher line = LINE.matcher(text);
    while (line.find() && line.end() > line.start()) {
      if (!line.group().isBlank()) {
        lines.add(stripped(line.group(), start + line.start()));
      }
    }
    return lines;
  }

  private static Block stripped(String text, int start) {
    return new Block(start + text.length() - text.stripLeading().length(), text.strip());
  }

  /** Whether it reads as a paragraph: whole sentences, or long. */
  boolean isProse() {
    long words = words();
    return words >= WORDS_OF_PARAGRAPH
        || (words >= WORDS_OF_PROSE && ENDED.matcher(text).matches());
  }

  /** Whether it is long enough for a headline. */
  boolean isHeadline() {
    return words() >= WORDS_OF_HEADLINE;
  }

  /**
   * Names of icons and menus that were copied along run together: {@code ChevronIcon FacebookIcon}.
   */
  boolean isJammed() {
    List<String> words = SPACES.splitAsStream(text).toList();
    long jams = words.stream().filter(word -> JAM.matcher(word).find()).count();
    return jams >= 2 && jams * 4 >= words.size();
  }

  private long words() {
    return Language.isDense(text)
        ? Language.composed(text).codePoints().filter(Character::isLetterOrDigit).count() / DENSITY
        : SPACES.splitAsStream(text).count();
  }
}
