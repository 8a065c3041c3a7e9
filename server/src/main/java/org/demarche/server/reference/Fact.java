package org.demarche.server.reference;

import java.util.List;

/**
 * What the graph says of a term, besides texts.
 *
 * @param name such as {@code Subclass of}
 * @param values never empty
 */
public record Fact(String name, List<Link> values) {
  /** Copies the list. */
  public Fact {
    values = List.copyOf(values);
  }
}
