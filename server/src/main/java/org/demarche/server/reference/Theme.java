package org.demarche.server.reference;

import java.util.List;
import java.util.Optional;

/**
 * Terms that belong together.
 *
 * @param anchor where they stand on the page
 * @param label what they are about
 * @param notes its labels in other languages, and what the theme is
 * @param terms classes first, each kind by name
 */
public record Theme(String anchor, Text label, Optional<Notes> notes, List<Term> terms) {
  /** Copies the list. */
  public Theme {
    terms = List.copyOf(terms);
  }
}
