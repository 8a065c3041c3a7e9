package org.demarche.draft;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A name in a sentence. Immutable.
 *
 * @param start index in the sentence
 * @param end the index after the last
 * @param text as it is written there
 * @param readings what it may stand for: one, or several between which the coder decides
 * @param certainty how plainly it names them
 */
public record Mention(int start, int end, String text, List<Known> readings, Certainty certainty) {

  /** How plainly a name names a thing. */
  public enum Certainty {
    /** It is what the graph calls it. */
    NAMED,

    /** It is a part of what the graph calls it. */
    SHORTENED,

    /** It is the name of a capital, which may stand for the government. */
    CAPITAL
  }

  /** Copies what could change. */
  public Mention {
    readings = List.copyOf(readings);
  }

  /** The thing that it stands for; empty where the coder must decide. */
  public Optional<Known> decided() {
    return readings.size() == 1 && certainty != Certainty.CAPITAL
        ? Optional.of(readings.getFirst())
        : Optional.empty();
  }

  /** The actor that it stands for if an actor is meant, as places hold no views. */
  Optional<Known> actor() {
    List<Known> actors = readings.stream().filter(it -> it.sort().isActor()).toList();
    return actors.size() == 1 ? Optional.of(actors.getFirst()) : Optional.empty();
  }

  /** What the coder must decide, as a question; empty where it is plain. */
  Optional<String> question() {
    return switch (certainty) {
      case CAPITAL -> Optional.of(text + ": place or government?");
      case SHORTENED -> Optional.of(text + ": short for " + references() + "?");
      case NAMED ->
          readings.size() == 1 ? Optional.empty() : Optional.of(text + ": " + references() + "?");
    };
  }

  private String references() {
    return readings.stream().map(Known::reference).collect(Collectors.joining(" or "));
  }
}
