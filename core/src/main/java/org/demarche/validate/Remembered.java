package org.demarche.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What was looked up of some things, kept from one change to the next: every op-ed names the same
 * governments, and where thousands say of one that it is a government, finding out takes long.
 * Holds as long as the union of all claims says the same of a thing; whoever changes that has it
 * forgotten. For the one thread that has the turn to change the dataset.
 */
public final class Remembered {
  private static final int MOST_THINGS = 5_000;

  private final Map<Node, Map<Triple, List<Triple>>> things = new HashMap<>();

  /**
   * What a graph says.
   *
   * @param pattern with a subject
   */
  List<Triple> find(Graph graph, Triple pattern) {
    if (things.size() > MOST_THINGS) {
      things.clear();
    }
    return things
        .computeIfAbsent(pattern.getSubject(), _ -> new HashMap<>())
        .computeIfAbsent(pattern, _ -> graph.find(pattern).toList());
  }

  void forget(Node thing) {
    things.remove(thing);
  }
}
