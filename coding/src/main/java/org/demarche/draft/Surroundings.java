package org.demarche.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.draft.Cue.Hint;

/**
 * What stands near a word of a sentence. In English by the order of the words alone; in Korean and
 * Japanese also by the particles that mark a subject.
 */
final class Surroundings {
  /** Between the last two names that are counted up. */
  private static final Pattern AND =
      Pattern.compile("(?:['’]s)?\\s*(?:,?\\s*(?:and|&)|과|와|및|·|、|と|・|や)\\s*(?:the\\s+)?");

  /** Between those before them. */
  private static final Pattern COMMA = Pattern.compile("(?:['’]s)?\\s*,\\s*(?:the\\s+)?");

  /** How far a subject may be from its verb, and a speaker from the word for speaking. */
  private static final int FAR = 80;

  /** How far whoever holds a view is from its name: the view of, the belief in. */
  private static final int NEAR = 40;

  private final Read read;
  private final String text;
  private final List<Pattern> particles;

  Surroundings(Read read) {
    this.read = read;
    this.text = read.sentence().text();
    this.particles = Cues.of(read.sentence().language()).following(Hint.SUBJECT);
  }

  /**
   * The names that are likely to be the subject of the word: the nearest before it, with those
   * counted up.
   */
  List<Mention> subjects(Cue.Hit hit) {
    List<Mention> before = read.mentions().stream().filter(it -> it.end() <= hit.start()).toList();
    if (before.isEmpty()) {
      return List.of();
    }
    int last = before.size() - 1;
    while (last >= 0 && !isMarked(before.get(last), Hint.SUBJECT)) {
      last--;
    }
    if (last < 0 || (particles.isEmpty() && isParted(before.get(last).end(), hit.start()))) {
      return List.of();
    }
    List<Mention> subjects = new ArrayList<>(List.of(before.get(last)));
    for (int i = last - 1;
        i >= 0 && areCounted(before.get(i), subjects.getFirst(), subjects.size() > 1);
        i--) {
      subjects.addFirst(before.get(i));
    }
    return subjects;
  }

  /** A pronoun or the like right before the word, which the coder must resolve. */
  Optional<Cue.Hit> anaphor(Cue.Hit hit) {
    return read.cues().stream()
        .filter(it -> it.hint() == Hint.ANAPHOR && it.end() <= hit.start())
        .reduce((_, last) -> last)
        .filter(it -> hit.start() - it.end() <= NEAR);
  }

  /** The first name after the word. */
  Optional<Mention> after(Cue.Hit hit) {
    return read.mentions().stream().filter(it -> it.start() >= hit.end()).findFirst();
  }

  /** The name of who speaks, by where the word says that it stands. */
  Optional<Mention> speaker(Cue.Hit speech) {
    Optional<Mention> before =
        last(actors(), speech, Hint.TOPIC)
            .or(() -> last(actors(), speech, Hint.SUBJECT))
            .filter(it -> speech.start() - it.end() <= FAR || !particles.isEmpty());
    Optional<Mention> after =
        actors().stream()
            .filter(it -> it.start() >= speech.end())
            .findFirst()
            .filter(it -> it.start() - speech.end() <= NEAR);
    return switch (speech.value().replaceFirst(" .*", "")) {
      case "after" -> after;
      case "near" -> before.filter(it -> speech.start() - it.end() <= NEAR);
      case "around" -> after.or(() -> before.filter(it -> speech.start() - it.end() <= NEAR));
      default -> before.or(() -> particles.isEmpty() ? after : immediatelyBefore(speech));
    };
  }

  /** Whether somebody unnamed speaks for who is named. */
  boolean isSpokesperson(Mention mention) {
    return afterOffice(mention) > mention.end();
  }

  /** By what the word is denied: a negation before it in its clause, or the next one after it. */
  Optional<Cue.Hit> negation(Cue.Hit hit) {
    if (hit.hint() == Hint.NEGATION) {
      return Optional.of(hit);
    }
    if (hit.hint() == Hint.CONDITION || hit.hint() == Hint.SPEECH) {
      return Optional.empty();
    }
    return read.cues().stream()
        .filter(it -> it.hint() == Hint.NEGATION)
        .filter(
            it ->
                it.start() >= hit.end()
                    ? it.start() - hit.end() <= 1
                    : particles.isEmpty()
                        ? !isParted(it.end(), hit.start())
                        : hit.start() - it.end() <= 1)
        .findFirst();
  }

  private List<Mention> actors() {
    return read.mentions().stream().filter(it -> it.actor().isPresent()).toList();
  }

  /** Where a particle is written instead of an order, as in "한국에 따르면". */
  private Optional<Mention> immediatelyBefore(Cue.Hit speech) {
    return actors().stream()
        .filter(it -> it.end() <= speech.start() && speech.start() - it.end() <= 2)
        .reduce((_, last) -> last);
  }

  /**
   * The last name before the word that is marked so: whoever speaks is the topic of the sentence.
   */
  private Optional<Mention> last(List<Mention> mentions, Cue.Hit word, Hint mark) {
    return mentions.stream()
        .filter(it -> it.end() <= word.start() && isMarked(it, mark))
        .reduce((_, last) -> last);
  }

  private boolean isMarked(Mention mention, Hint mark) {
    return particles.isEmpty()
        || Cues.of(read.sentence().language()).following(mark).stream()
            .anyMatch(
                it -> it.matcher(text).region(afterOffice(mention), text.length()).lookingAt());
  }

  /** Where a name ends, with the office of who speaks for it. */
  private int afterOffice(Mention mention) {
    return Cues.of(read.sentence().language()).following(Hint.SPOKESPERSON).stream()
        .map(it -> it.matcher(text).region(mention.end(), text.length()))
        .filter(Matcher::lookingAt)
        .findFirst()
        .map(Matcher::end)
        .orElse(mention.end());
  }

  private boolean isParted(int from, int to) {
    return to - from > FAR || text.substring(from, to).matches(".*[;:—].*|.* -- .*");
  }

  private boolean areCounted(Mention one, Mention next, boolean begun) {
    if (one.start() == next.start()) {
      // Two things that one name stands for.
      return true;
    }
    if (one.end() > next.start()) {
      return false;
    }
    String between = text.substring(one.end(), next.start());
    return AND.matcher(between).matches() || (begun && COMMA.matcher(between).matches());
  }
}
