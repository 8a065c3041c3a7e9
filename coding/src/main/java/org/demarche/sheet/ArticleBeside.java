package org.demarche.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.validate.Finding;
import org.demarche.validate.Place;
import org.demarche.validate.Quotation;

/**
 * The text of the article, where its coder keeps it beside the sheet. It is read only to find its
 * sentences in cells, where they must not be, and is kept nowhere.
 */
public final class ArticleBeside {
  /** What the file is called; Git ignores it. */
  public static final String FILE = "text.local.txt";

  /** So many words in a row are somebody's wording. Names of treaties may be longer. */
  private static final int WORDS = 8;

  /** Chinese and Japanese put no spaces between words, which have about two characters each. */
  private static final int CHARACTERS = 16;

  private static final Set<String> OWN_WORDS = Set.of("label", "comment", "editorial_note");

  private static final Pattern TOKEN =
      Pattern.compile(
          Quotation.UNSPACED + "|(?:(?!" + Quotation.UNSPACED + ")[\\p{L}\\p{N}\\p{M}])+");
  private static final Predicate<String> IS_UNSPACED = Quotation.UNSPACED.asMatchPredicate();

  private final Set<List<String>> runs = new HashSet<>();

  private ArticleBeside(String text) {
    List<String> tokens = tokens(text);
    runs(tokens, WORDS).forEach(runs::add);
    runs(tokens, CHARACTERS).forEach(runs::add);
  }

  /**
   * The article in a folder; empty where there is none.
   *
   * @throws DemarcheException when it can't be read
   */
  static Optional<ArticleBeside> in(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ArticleBeside(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new DemarcheException(
          ErrorCategory.BAD_INPUT, file + " can't be read: " + e.getMessage(), e);
    }
  }

  /**
   * The sheet, with a fault at each cell that has words of the article where the coder's belong.
   */
  ReadSheet compared(ReadSheet sheet) {
    List<Finding> faults = new ArrayList<>(sheet.faults());
    for (TableName name : List.of(TableName.STATEMENTS, TableName.ENTITIES)) {
      Table table = sheet.sheet().table(name);
      for (Table.Row row : table.rows()) {
        for (int i = 0; i < row.cells().size(); i++) {
          String heading = table.columns().get(i).strip();
          if (OWN_WORDS.contains(heading.toLowerCase(Locale.ROOT))) {
            Place place = Place.cell(sheet.file(name), row.number(), i + 1, heading);
            copied(row.cells().get(i)).map(words -> fault(place, words)).ifPresent(faults::add);
          }
        }
      }
    }
    return sheet.withFaults(faults);
  }

  private static Finding fault(Place place, String words) {
    return Finding.fault(
        place, "The article has these words: “%s”.".formatted(words), "Say it in your own words.");
  }

  /** The first words of a text that stand in the article so. */
  private Optional<String> copied(String text) {
    List<String> tokens = tokens(text);
    return Stream.of(WORDS, CHARACTERS)
        .flatMap(length -> runs(tokens, length))
        .filter(runs::contains)
        .findFirst()
        .map(run -> String.join(run.size() == WORDS ? " " : "", run));
  }

  /** All runs of so many words, or of so many characters of a script without spaces. */
  private static Stream<List<String>> runs(List<String> tokens, int length) {
    return Stream.iterate(0, start -> start + length <= tokens.size(), start -> start + 1)
        .map(start -> tokens.subList(start, start + length))
        .filter(run -> run.stream().allMatch(IS_UNSPACED) == (length == CHARACTERS))
        .map(List::copyOf);
  }

  private static List<String> tokens(String text) {
    return TOKEN.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }
}
