package org.demarche.server.reconcile;

import java.util.List;
import java.util.Optional;
import org.demarche.server.pages.Label;

/**
 * What a reader sees of a thing before choosing it.
 *
 * @param id its identifier
 * @param name its name, in English where there is one
 * @param otherNames its labels in other languages
 * @param kinds what it is, the most special first
 * @param definition or a note, if there is one
 * @param facts a few of what is said of it
 * @param page where all is said of it
 */
public record Preview(
    String id,
    Label name,
    List<Label> otherNames,
    List<String> kinds,
    Optional<Label> definition,
    List<Fact> facts,
    String page) {

  /** Copies the lists. */
  public Preview {
    otherNames = List.copyOf(otherNames);
    kinds = List.copyOf(kinds);
    facts = List.copyOf(facts);
  }

  /**
   * Something that is said of the thing.
   *
   * @param property what of it
   * @param values what it is, several with commas
   */
  public record Fact(String property, String values) {}
}
