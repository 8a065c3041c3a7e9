package org.demarche.server.reference;

import java.util.List;

/**
 * A class or property of the ontology.
 *
 * @param name the last part of its IRI, and where it stands on the page
 * @param iri its whole name
 * @param kind {@code class}, {@code object property} and the like
 * @param notes its texts
 * @param facts what else is said of it
 * @param deprecated whether it is no longer to be used
 */
public record Term(
    String name, String iri, String kind, Notes notes, List<Fact> facts, boolean deprecated) {
  /** Copies the list. */
  public Term {
    facts = List.copyOf(facts);
  }

  /** What it is called. */
  public Text label() {
    return notes.label(name);
  }
}
