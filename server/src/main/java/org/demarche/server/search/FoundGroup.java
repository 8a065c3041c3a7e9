package org.demarche.server.search;

import java.util.List;

/**
 * What was found of one kind.
 *
 * @param kind as the parameter {@code kind} takes it
 * @param total how many there are, also where not all are told
 * @param things the best first
 */
public record FoundGroup(String kind, long total, List<FoundThing> things) {

  /** Copies the list. */
  public FoundGroup {
    things = List.copyOf(things);
  }

  /** What the kind is called. */
  public String name() {
    return KindName.of(kind);
  }
}
