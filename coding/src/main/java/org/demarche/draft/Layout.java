package org.demarche.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the paragraphs of an article are in a text that was copied from a page with its furniture.
 * Immutable.
 *
 * @param passages headline, standfirst and paragraphs, as far as they are there
 * @param section of the newspaper, if the text names it
 * @param author by the name that the text gives, if it gives one
 * @param leftOut blocks that are no part of the article, such as menus and advertisements
 */
public record Layout(
    List<Passage> passages,
    Optional<String> section,
    Optional<String> author,
    List<Block> leftOut) {

  /** A standfirst that is a sentence stands at most so many blocks before byline or date. */
  private static final int BLOCKS_OF_HEADER = 4;

  /** Copies what could change. */
  public Layout {
    passages = List.copyOf(passages);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Finds the paragraphs.
   *
   * @param language of the article where its letters don't tell it
   */
  public static Layout of(Article article, String language) {
    return new Reading(article, language).layout();
  }

  /** The headline as it stands there. */
  Optional<String> headline() {
    return passages.stream()
        .filter(passage -> passage.role() == Passage.Role.HEADLINE)
        .map(Passage::text)
        .map(Language::composed)
        .findFirst();
  }

  /** Goes through the blocks once, from the top. */
  private static final class Reading {
    private final Article article;
    private final String language;
    private final List<Block> blocks;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Block> leftOut = new ArrayList<>();
    private Optional<String> section = Optional.empty();
    private Optional<String> author = Optional.empty();

    Reading(Article article, String language) {
      this.article = article;
      this.language = language;
      this.blocks =
          Block.of(article.text()).stream()
              .flatMap(block -> isMixed(block) ? block.lines().stream() : Stream.of(block))
              .toList();
    }

    Layout layout() {
      int body = bodyStart();
      header(blocks.subList(0, body));
      int end = bodyEnd(body);
      body(body, end);
      leftOut.addAll(blocks.subList(end, blocks.size()));
      return new Layout(passages, section, author, leftOut);
    }

    /** The first paragraph: prose that isn't a standfirst before byline, date or section. */
    private int bodyStart() {
      int first = firstProse(0);
      for (int i = first + 1; i < Math.min(first + BLOCKS_OF_HEADER, blocks.size()); i++) {
        if (first > 0 && LayoutRules.isHeading(blocks.get(i).text())) {
          return firstProse(i + 1);
        }
      }
      return first;
    }

    private int firstProse(int from) {
      for (int i = from; i < blocks.size(); i++) {
        Block block = blocks.get(i);
        if (block.isProse() && !isFurniture(block) && !LayoutRules.isCaption(block.text())) {
          return i;
        }
      }
      return blocks.size();
    }

    private void header(List<Block> header) {
      for (Block block : header) {
        String text = block.text();
        Optional<String> name = LayoutRules.byline(text);
        Optional<String> found = LayoutRules.section(text);
        if (name.isPresent()) {
          author = name;
          leftOut.add(block);
        } else if (found.isPresent()) {
          section = section.or(() -> found);
          leftOut.add(block);
        } else if (isFurniture(block)
            || LayoutRules.isHeading(text)
            || LayoutRules.isCaption(text)
            || !block.isHeadline()
            || passages.size() == 2) {
          leftOut.add(block);
        } else if (passages.isEmpty()) {
          add("H", Passage.Role.HEADLINE, block);
        } else {
          add("S", Passage.Role.STANDFIRST, block);
        }
      }
    }

    /** Ends at what stands below articles, unless most of the prose is still to come. */
    private int bodyEnd(int start) {
      for (int i = start; i < blocks.size(); i++) {
        Block block = blocks.get(i);
        if (!block.isProse()
            && LayoutRules.isEnd(block.text())
            && prose(i, blocks.size()) <= prose(start, i)) {
          return i;
        }
      }
      return blocks.size();
    }

    private int prose(int from, int to) {
      return blocks.subList(from, to).stream()
          .filter(Block::isProse)
          .mapToInt(block -> block.text().length())
          .sum();
    }

    private void body(int start, int end) {
      int number = 0;
      for (int i = start; i < end; i++) {
        Block block = blocks.get(i);
        boolean last = blocks.subList(i + 1, end).stream().noneMatch(Block::isProse);
        Optional<LayoutRules.Note> note =
            last && number > 0 ? LayoutRules.note(block.text()) : Optional.empty();
        if (isFurniture(block)) {
          leftOut.add(block);
        } else if (note.isPresent()) {
          author = author.or(() -> note.get().name());
          add("P" + ++number, Passage.Role.AUTHOR_NOTE, block);
        } else if (LayoutRules.isCaption(block.text())) {
          add("P" + ++number, Passage.Role.CAPTION, block);
        } else if (block.isProse()) {
          add("P" + ++number, Passage.Role.BODY, block);
        } else {
          leftOut.add(block);
        }
      }
    }

    /**
     * Whether byline, date or buttons stand in lines of their own, without an empty one between.
     */
    private static boolean isMixed(Block block) {
      return !block.isProse()
          && block.lines().stream()
              .anyMatch(line -> isFurniture(line) || LayoutRules.isHeading(line.text()));
    }

    private static boolean isFurniture(Block block) {
      return block.isJammed() || LayoutRules.isFurniture(block.text());
    }

    private void add(String paragraph, Passage.Role role, Block block) {
      passages.add(
          new Passage(
              paragraph,
              role,
              article.characters(block.start()),
              article.characters(block.end()),
              block.text(),
              Sentences.of(Language.composed(block.text()), language)));
    }
  }
}
