package org.demarche.draft;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.draft.Cue.Hint;

/** The cues of one language. Immutable. */
final class Cues {
  private static final Map<String, Cues> BY_LANGUAGE =
      Language.KNOWN.stream().collect(Collectors.toMap(Function.identity(), Cues::read));

  private static final Cues NONE = new Cues(List.of());

  private final List<Cue> cues;

  private Cues(List<Cue> cues) {
    this.cues = cues;
  }

  /** Those of a language; none for one whose words aren't known. */
  static Cues of(String language) {
    return BY_LANGUAGE.getOrDefault(language, NONE);
  }

  /** The words of a sentence that hint at something, in its order; no word counts twice. */
  List<Cue.Hit> in(String sentence) {
    List<Cue.Hit> hits = new ArrayList<>();
    BitSet taken = new BitSet();
    for (Cue cue : cues) {
      if (cue.hint().followsName()) {
        continue;
      }
      Matcher found = cue.pattern().matcher(sentence);
      while (found.find()) {
        int next = taken.nextSetBit(found.start());
        if (isQuotation(found.group()) || next < 0 || next >= found.end()) {
          hits.add(new Cue.Hit(cue, found.start(), found.end(), found.group()));
          if (!isQuotation(found.group())) {
            taken.set(found.start(), found.end());
          }
        }
      }
    }
    return hits.stream().sorted(Comparator.comparingInt(Cue.Hit::start)).toList();
  }

  /** What may follow a name, such as {@code 's}, or mark it as the subject. */
  List<Pattern> following(Hint hint) {
    return cues.stream().filter(cue -> cue.hint() == hint).map(Cue::pattern).toList();
  }

  /** Whether the text is quoted words, which hint at more within. */
  static boolean isQuotation(String text) {
    return text.startsWith("\"") || text.startsWith("“");
  }

  private static Cues read(String language) {
    return new Cues(
        RuleFile.lines("cues." + language + ".tsv").stream()
            .map(
                line ->
                    new Cue(
                        Hint.of(line.getFirst()),
                        Pattern.compile(
                            line.get(1), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                        line.size() > 2 ? line.get(2) : ""))
            .toList());
  }
}
