package org.demarche.server.reference;

import java.util.List;

/**
 * A scheme of codes.
 *
 * @param anchor where it stands on the page: {@code codes-polarity}
 * @param iri its whole name
 * @param notes its texts; the scope note is the question that a coder answers with it
 * @param facts which properties take its codes
 * @param codes in the order of the scheme: those without a broader one first, by name
 */
public record Scheme(String anchor, String iri, Notes notes, List<Fact> facts, List<Code> codes) {
  /** Copies the lists. */
  public Scheme {
    facts = List.copyOf(facts);
    codes = List.copyOf(codes);
  }

  /** What it is called. */
  public Text label() {
    return notes.label(iri.substring(iri.lastIndexOf('/') + 1));
  }
}
