package org.demarche.draft;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sentence, and what was found in it. Immutable.
 *
 * @param passage in which it stands
 * @param sentence itself
 * @param mentions known names, in the order of the text
 * @param dates in the order of the text
 * @param cues in the order of the text
 */
public record Read(
    Passage passage,
    Sentence sentence,
    List<Mention> mentions,
    List<DateMention> dates,
    List<Cue.Hit> cues) {

  /** Copies what could change. */
  public Read {
    mentions = List.copyOf(mentions);
    dates = List.copyOf(dates);
    cues = List.copyOf(cues);
  }

  /** Reads a sentence. */
  static Read of(Passage passage, Sentence sentence, NameFinder names, Period published) {
    List<Mention> mentions = names.in(sentence);
    List<Cue.Hit> cues =
        Cues.of(sentence.language()).in(sentence.text()).stream()
            .filter(
                hit ->
                    hit.hint() != Cue.Hint.ANAPHOR
                        || mentions.stream()
                            .allMatch(it -> it.end() <= hit.start() || it.start() >= hit.end()))
            .toList();
    return new Read(passage, sentence, mentions, Dates.in(sentence, published), cues);
  }

  /** The things that are named plainly, each once. */
  public List<Known> named() {
    return mentions.stream().map(Mention::decided).flatMap(Optional::stream).distinct().toList();
  }

  /** What the coder must decide about names, and the dates as they were understood. */
  List<String> questions() {
    Stream<String> names = mentions.stream().map(Mention::question).flatMap(Optional::stream);
    Stream<String> others =
        cues.stream()
            .filter(hit -> hit.hint() == Cue.Hint.ANAPHOR)
            .map(hit -> hit.text() + ": who or what?");
    Stream<String> days =
        dates.stream()
            .map(
                date ->
                    date.text()
                        + ": "
                        + date.period().edtf()
                        + (date.inferred() ? ", seen from the day of publication" : ""));
    return Stream.of(names, others, days).flatMap(it -> it).distinct().toList();
  }
}
