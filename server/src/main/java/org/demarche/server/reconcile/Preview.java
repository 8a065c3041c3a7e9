package org.demarche.server.reconcile;

import java.util.List;

/**
 * What a reader sees of a thing before choosing it.
 *
 * @param id its identifier
 * @param name its name
 * @param language of the name; empty where it is in none
 * @param otherNames its labels in other languages
 * @param kinds what it is, the most special first
 * @param definition or a note; may be empty
 * @param facts a few of what is said of it
 * @param page where all is said of it
 */
public record Preview(
    String id,
    String name,
    String language,
    List<Text> otherNames,
    List<String> kinds,
    String definition,
    List<Fact> facts,
    String page) {

  /** Copies the lists. */
  public Preview {
    otherNames = List.copyOf(otherNames);
    kinds = List.copyOf(kinds);
    facts = List.copyOf(facts);
  }

  /**
   * A text in a language.
   *
   * @param text as it is written
   * @param language its tag, or empty
   */
  public record Text(String text, String language) {}

  /**
   * Something that is said of the thing.
   *
   * @param property what of it
   * @param values what it is, several with commas
   */
  public record Fact(String property, String values) {}
}
