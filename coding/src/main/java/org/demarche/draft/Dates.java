package org.demarche.draft;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The ways in which one language names dates. Immutable. */
final class Dates {
  private static final Map<String, Dates> BY_LANGUAGE =
      Language.KNOWN.stream().collect(Collectors.toMap(Function.identity(), Dates::read));

  private final DateWords words;
  private final List<Line> lines;

  private record Line(DateRule rule, Pattern pattern) {}

  private Dates(DateWords words, List<Line> lines) {
    this.words = words;
    this.lines = lines;
  }

  /** The dates that a sentence names, in its order, seen from the day of publication. */
  static List<DateMention> in(Sentence sentence, Period published) {
    return Optional.ofNullable(BY_LANGUAGE.get(sentence.language()))
        .map(dates -> dates.find(sentence.text(), published))
        .orElse(List.of());
  }

  private List<DateMention> find(String text, Period published) {
    List<DateMention> mentions = new ArrayList<>();
    BitSet taken = new BitSet();
    for (Line line : lines) {
      Matcher found = line.pattern().matcher(text);
      while (found.find()) {
        int next = taken.nextSetBit(found.start());
        if (next < 0 || next >= found.end()) {
          taken.set(found.start(), found.end());
          Optional<Period> early = line.rule().resolve(found, words, published.begin());
          Optional<Period> late = line.rule().resolve(found, words, published.end());
          boolean inferred = !line.rule().isAbsolute(found);
          if (early.isPresent() && late.isPresent()) {
            mentions.add(
                new DateMention(
                    found.start(), found.group().strip(), early.get().with(late.get()), inferred));
          }
        }
      }
    }
    return mentions.stream().sorted(Comparator.comparingInt(DateMention::start)).toList();
  }

  private static Dates read(String language) {
    DateWords words = new DateWords(language);
    return new Dates(
        words,
        RuleFile.lines("dates." + language + ".tsv").stream()
            .map(line -> new Line(DateRule.of(line.getFirst()), words.pattern(line.get(1))))
            .toList());
  }
}
