package org.demarche.server.reference;

import java.util.List;

/**
 * A scheme of codes.
 *
 * @param anchor where it stands on the page: {@code codes-polarity}
 * @param iri its whole name
 * @param notes its texts; the scope note is the question that a coder answers with it
 * @param properties those that take its codes
 * @param codes in the order of the scheme: those without a broader one first, by name
 */
public record Scheme(
    String anchor, String iri, Notes notes, List<Link> properties, List<Code> codes) {
  /** Copies the lists. */
  public Scheme {
    properties = List.copyOf(properties);
    codes = List.copyOf(codes);
  }

  /** What it is called. */
  public Text label() {
    return notes.label(iri.substring(iri.lastIndexOf('/') + 1));
  }
}
