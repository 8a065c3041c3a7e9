package org.demarche.draft;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What blocks of text are, by the patterns of {@code layout.tsv}. */
final class LayoutRules {
  private static final List<Rule> RULES =
      RuleFile.lines("layout.tsv").stream().map(Rule::of).toList();

  private static final String NAME = "name";
  private static final String VALUE = "value";

  private LayoutRules() {}

  /**
   * What a note on the author says.
   *
   * @param name of the author, unless it says "the writer"
   */
  record Note(Optional<String> name) {}

  private record Rule(String kind, Pattern pattern) {
    static Rule of(List<String> line) {
      return new Rule(
          line.getFirst(),
          Pattern.compile(line.get(1), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
  }

  static boolean isFurniture(String text) {
    return find("furniture", text).isPresent();
  }

  static boolean isEnd(String text) {
    return find("end", text).isPresent();
  }

  static boolean isCaption(String text) {
    return find("caption", text).isPresent();
  }

  /** Whether it is a byline, a date or a section, which stand above the first paragraph. */
  static boolean isHeading(String text) {
    return byline(text).isPresent()
        || section(text).isPresent()
        || find("dateline", text).isPresent();
  }

  static Optional<String> byline(String text) {
    return find("byline", text).flatMap(found -> group(found, NAME));
  }

  static Optional<String> section(String text) {
    return find("section", text).flatMap(found -> group(found, VALUE));
  }

  static Optional<Note> note(String text) {
    return find("note", text).map(found -> new Note(group(found, NAME)));
  }

  private static Optional<Matcher> find(String kind, String text) {
    String composed = Language.composed(text);
    return RULES.stream()
        .filter(rule -> rule.kind().equals(kind))
        .map(rule -> rule.pattern().matcher(composed))
        .filter(Matcher::find)
        .findFirst();
  }

  private static Optional<String> group(Matcher found, String name) {
    return found.namedGroups().containsKey(name)
        ? Optional.ofNullable(found.group(name)).map(String::strip)
        : Optional.empty();
  }
}
