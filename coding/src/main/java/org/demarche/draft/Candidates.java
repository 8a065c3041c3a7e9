package org.demarche.draft;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.draft.Cue.Hint;

/** Makes candidates for statements of what was found in a sentence. Immutable. */
final class Candidates {
  private static final String UNSPECIFIED = "actor/unspecified-holder";
  private static final String CERTAIN = "certain";
  private static final String NO_VALUE = "-";
  private static final String PUBLIC = "public";
  private static final String DENIED = " denied";

  private final KnownNames names;

  Candidates(KnownNames names) {
    this.names = names;
  }

  /**
   * The statements that a sentence may make, in the order of the words that hint at them.
   *
   * @param reporter as sheets refer to who puts the passage before the reader
   */
  List<Candidate> of(Read read, String reporter) {
    List<Cue.Hit> heard =
        read.cues().stream().filter(hit -> !isWithinQuotation(hit, read)).toList();
    List<Cue.Hit> kinds = heard.stream().filter(hit -> kind(hit).isPresent()).toList();
    List<Cue.Hit> speech = kinds.stream().filter(hit -> hit.hint() == Hint.SPEECH).toList();
    List<Cue.Hit> said = kinds.stream().filter(hit -> hit.hint() != Hint.SPEECH).toList();
    List<Candidate> candidates = new ArrayList<>();
    for (Cue.Hit hit : said) {
      candidates.add(candidate(read, hit, speaking(hit, speech, read), reporter));
    }
    for (Cue.Hit hit : speech) {
      boolean merged =
          said.stream().anyMatch(it -> speaking(it, speech, read).filter(hit::equals).isPresent());
      boolean quotedAlready =
          Cues.isQuotation(hit.text()) && (speech.size() > 1 || !said.isEmpty());
      boolean introduces = speech.stream().anyMatch(it -> !it.equals(hit) && holds(it, said));
      if (!merged && !quotedAlready && !introduces) {
        candidates.add(candidate(read, hit, Optional.of(hit), reporter));
      }
    }
    heard.stream()
        .filter(hit -> hit.hint() == Hint.NEGATION)
        .filter(
            hit -> said.stream().noneMatch(it -> denial(read, it).filter(hit::equals).isPresent()))
        .forEach(hit -> candidates.add(candidate(read, hit, Optional.empty(), reporter)));
    return candidates;
  }

  /** Whether something was hinted at within quoted words. */
  private static boolean holds(Cue.Hit quotation, List<Cue.Hit> said) {
    return Cues.isQuotation(quotation.text())
        && said.stream()
            .anyMatch(it -> quotation.start() <= it.start() && it.end() <= quotation.end());
  }

  /** Who speaks, or says no, within quoted words isn't who is quoted by the op-ed. */
  private static boolean isWithinQuotation(Cue.Hit hit, Read read) {
    return (hit.hint() == Hint.SPEECH || hit.hint() == Hint.NEGATION)
        && read.cues().stream()
            .filter(it -> Cues.isQuotation(it.text()) && !it.equals(hit))
            .anyMatch(it -> it.start() <= hit.start() && hit.end() <= it.end());
  }

  private static Optional<Cue.Hit> denial(Read read, Cue.Hit hit) {
    return new Surroundings(read).negation(hit);
  }

  private static Optional<String> kind(Cue.Hit hit) {
    return switch (hit.hint()) {
      case RECOMMENDATION -> Optional.of(Candidate.RECOMMENDATION);
      case CONDITION -> Optional.of(Candidate.CONDITION);
      case PREDICTION -> Optional.of(Candidate.PREDICTION);
      case SPEECH ->
          Optional.of(
              hit.value().endsWith(Candidate.DEMAND) ? Candidate.DEMAND : Candidate.ATTRIBUTION);
      case HEDGE, NEGATION, ANAPHOR, SUFFIX, SUBJECT, TOPIC, SPOKESPERSON -> Optional.empty();
    };
  }

  /**
   * The words of speech that what is hinted at belongs to: before it, or after it where verbs end.
   */
  private static Optional<Cue.Hit> speaking(Cue.Hit hit, List<Cue.Hit> speech, Read read) {
    boolean verbsEnd = !read.sentence().language().equals(Language.ENGLISH);
    return speech.stream()
        .filter(
            it ->
                Cues.isQuotation(it.text())
                    ? it.start() <= hit.start() && hit.end() <= it.end()
                    : verbsEnd || it.end() <= hit.start())
        .reduce((_, last) -> last);
  }

  private Candidate candidate(Read read, Cue.Hit hit, Optional<Cue.Hit> speech, String reporter) {
    Surroundings around = new Surroundings(read);
    List<String> guesses = new ArrayList<>();
    Optional<String> kind = kind(hit);
    guesses.add("kind: " + quoted(hit) + (kind.isEmpty() ? " only, so the kind is yours" : ""));
    Optional<String> holder = speech.isEmpty() ? Optional.of(reporter) : Optional.empty();
    if (speech.isPresent()) {
      Optional<Mention> speaker = around.speaker(speech.get());
      holder =
          Optional.of(speaker.flatMap(it -> holder(it, speech.get(), around)).orElse(UNSPECIFIED));
      guesses.add(
          "holder: "
              + quoted(speech.get())
              + speaker
                  .map(it -> " beside " + it.text())
                  .orElse(", and nobody known is named beside it"));
    }
    boolean isSpeech = hit.hint() == Hint.SPEECH;
    List<Mention> before = isSpeech ? List.of() : around.subjects(hit);
    List<Known> subjects =
        before.stream()
            .map(it -> hit.hint() == Hint.RECOMMENDATION ? actor(it) : it.decided())
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    Optional<Known> object =
        kind.filter(Candidate.CONDITION::equals).isPresent()
            ? around.after(hit).flatMap(Mention::decided)
            : Optional.empty();
    if (!isSpeech) {
      guesses.add(
          "subject: "
              + (before.isEmpty()
                  ? around.anaphor(hit).map(it -> quoted(it) + ", who or what?").orElse("not found")
                  : before.stream().map(Mention::text).distinct().collect(Collectors.joining(", "))
                      + " before it"));
    }
    Optional<Cue.Hit> denial = hit.value().endsWith(DENIED) ? Optional.of(hit) : denial(read, hit);
    denial.ifPresent(it -> guesses.add("polarity: " + quoted(it)));
    Set<String> certainty = certainty(read, hit, guesses);
    guesses.addAll(read.questions());
    return new Candidate(
        read,
        kind,
        holder,
        reporter,
        subjects,
        object,
        List.copyOf(certainty),
        denial.isPresent(),
        hit.hint() == Hint.RECOMMENDATION
            ? Optional.of(hit.value().replace(DENIED, ""))
            : Optional.empty(),
        guesses);
  }

  /**
   * Whose position it is that a speaker puts forward, or of whom the words tell that they hold it.
   */
  private Optional<String> holder(Mention speaker, Cue.Hit speech, Surroundings around) {
    if (around.isSpokesperson(speaker)) {
      return speaker.actor().map(names::speakingFor).map(Known::reference);
    }
    if (speech.value().endsWith(PUBLIC)) {
      return speaker.actor().map(names::publicOf).map(Known::reference);
    }
    return actor(speaker).map(Known::reference);
  }

  /** A state that acts or speaks does so by its government, and a capital stands for one. */
  private Optional<Known> actor(Mention mention) {
    return mention.actor().map(names::speaking);
  }

  private static Set<String> certainty(Read read, Cue.Hit hit, List<String> guesses) {
    Set<String> found = new LinkedHashSet<>();
    if (hit.hint() == Hint.PREDICTION || hit.hint() == Hint.NEGATION) {
      read.cues().stream()
          .filter(it -> it.equals(hit) || it.hint() == Hint.HEDGE || it.hint() == Hint.CONDITION)
          .filter(it -> !it.value().isEmpty() && !it.value().equals(NO_VALUE))
          .forEach(
              it -> {
                if (found.add(it.value())) {
                  guesses.add("certainty: " + quoted(it));
                }
              });
    } else {
      read.cues().stream()
          .filter(it -> it.hint() == Hint.HEDGE)
          .findFirst()
          .ifPresent(it -> guesses.add("certainty: " + quoted(it) + " may tone it down"));
    }
    return found.isEmpty() ? Set.of(CERTAIN) : found;
  }

  /** The words that hint at something; of a quotation only that it is one. */
  private static String quoted(Cue.Hit hit) {
    return Cues.isQuotation(hit.text()) ? "a quotation" : "\"" + hit.text().strip() + "\"";
  }
}
