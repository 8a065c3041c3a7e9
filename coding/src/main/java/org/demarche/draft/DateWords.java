package org.demarche.draft;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Months, days of the week and numbers in one language, as Java knows them. Immutable. */
final class DateWords {
  /** Java spells no numbers. */
  private static final List<String> ENGLISH_NUMBERS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private final Map<String, Integer> months = new HashMap<>();
  private final Map<String, DayOfWeek> weekdays = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  DateWords(String language) {
    Locale locale = Locale.of(language);
    for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
      for (Month month : Month.values()) {
        months.put(key(month.getDisplayName(style, locale)), month.getValue());
      }
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      weekdays.put(key(day.getDisplayName(TextStyle.FULL, locale)), day);
    }
    if (language.equals(Language.ENGLISH)) {
      months.put("sept", Month.SEPTEMBER.getValue());
      for (int i = 1; i < ENGLISH_NUMBERS.size(); i++) {
        numbers.put(ENGLISH_NUMBERS.get(i), i);
      }
      numbers.put("a", 1);
      numbers.put("an", 1);
    }
  }

  /** A pattern of {@code dates.{language}.tsv}, with the words in place of their names. */
  Pattern pattern(String written) {
    return Pattern.compile(
        written
            // May is a month and may is not.
            .replace("{month}", "(?<month>(?-i:" + any(months, DateWords::capital) + "))")
            .replace("{weekday}", "(?<weekday>" + any(weekdays, word -> word) + ")")
            .replace("{number}", "(?<number>\\d{1,2}|" + any(numbers, word -> word) + ")"),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  int month(String word) {
    return value(months, word);
  }

  DayOfWeek weekday(String word) {
    return Objects.requireNonNull(weekdays.get(key(word)), word);
  }

  int number(String word) {
    return value(numbers, word);
  }

  private static int value(Map<String, Integer> words, String word) {
    Integer known = words.get(key(word));
    return known == null ? Integer.parseInt(word) : known;
  }

  private static String any(Map<String, ?> words, UnaryOperator<String> spelling) {
    return words.keySet().stream()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(it -> it))
        .map(spelling)
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String key(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
