package org.demarche.draft;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cuts paragraphs into sentences. Java's own iterator does so for all languages, but ends one after
 * {@code U.S.} or {@code Nov.}; here they are put together again.
 */
final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      RuleFile.lines("abbreviations.txt").stream()
          .map(List::getFirst)
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern LAST_WORD = Pattern.compile("(\\S+)\\s*$");

  /** {@code U.S.}, {@code J.}: a sentence may end with them. */
  private static final Pattern INITIALS = Pattern.compile("[\"“(]*(?:\\p{Lu}\\.)+");

  /** Words that begin a sentence and no name. */
  private static final Pattern BEGINNING =
      Pattern.compile(
          "(?:The|An?|It|He|She|They|We|This|That|These|Those|But|And|Yet|So|If|When|While|In|On|As|At|For"
              + "|However|Moreover|There|Its|Their|His|Her|Both|Neither|Although|Though|After|Before)\\b.*",
          Pattern.DOTALL);

  /** The credit of a picture and the like are no sentences of their own. */
  private static final Pattern REMNANT =
      Pattern.compile("\\P{L}*|[^.!?。！？]{0,3}(?:\\p{L}+[^\\p{L}.!?。！？]*){1,3}");

  private Sentences() {}

  /**
   * The sentences of a paragraph.
   *
   * @param usual the language where the letters don't tell it
   */
  static List<Sentence> of(String paragraph, String usual) {
    List<String> texts = new ArrayList<>();
    BreakIterator breaks =
        BreakIterator.getSentenceInstance(Locale.of(Language.of(paragraph, usual)));
    breaks.setText(paragraph);
    StringBuilder open = new StringBuilder();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      open.append(paragraph, start, end);
      if (isWhole(open, paragraph.substring(end))) {
        texts.add(open.toString().strip());
        open.setLength(0);
      }
    }
    if (!open.toString().isBlank()) {
      texts.add(open.toString().strip());
    }
    List<Sentence> sentences = new ArrayList<>();
    for (String text : texts) {
      sentences.add(new Sentence(sentences.size() + 1, Language.of(text, usual), text));
    }
    return sentences;
  }

  private static boolean isWhole(CharSequence sentence, String rest) {
    if (REMNANT.matcher(rest).matches()) {
      return false;
    }
    Matcher word = LAST_WORD.matcher(sentence);
    if (!word.find()) {
      return false;
    }
    String last = word.group(1);
    if (ABBREVIATIONS.contains(last)) {
      return false;
    }
    return !INITIALS.matcher(last).matches() || BEGINNING.matcher(rest).matches();
  }
}
