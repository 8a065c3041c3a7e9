package org.demarche.server.things;

import java.util.Map;

/** The letters that stand for kinds of statements, so that a kind isn't told by colour alone. */
final class KindLetters {
  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("event", "E"),
          Map.entry("state", "S"),
          Map.entry("measure", "M"),
          Map.entry("grievance", "G"),
          Map.entry("demand", "D"),
          Map.entry("condition", "C"),
          Map.entry("evaluation", "V"),
          Map.entry("prediction", "P"),
          Map.entry("recommendation", "R"),
          Map.entry("attribution", "A"),
          Map.entry("background", "B"));

  private KindLetters() {}

  /** The letter of a kind, by its notation; a question mark for one that joined since. */
  static String of(String kind) {
    return LETTERS.getOrDefault(kind, "?");
  }
}
