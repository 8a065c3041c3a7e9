package org.demarche.describe;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Tells what came and what went with a change: a triple, a subject, an object, a subject of a
 * property, in one graph or in any. Each is a pattern of quads, which something fitted before or
 * not, and fits now or not. For one change and one thread.
 */
final class Presence {
  private final DatasetGraph before;
  private final DatasetGraph after;
  private final Map<Quad, Boolean> presentBefore = new HashMap<>();

  Presence(DatasetGraph before, DatasetGraph after) {
    this.before = before;
    this.after = after;
  }

  /**
   * How a pattern fares.
   *
   * @return 1 when something fits it now and nothing did, -1 the other way round, otherwise 0
   */
  int change(Quad pattern) {
    boolean was = was(pattern);
    boolean is = after.contains(pattern);
    return was == is ? 0 : is ? 1 : -1;
  }

  /** The same, where something fits it now for certain. */
  int changeOfPresent(Quad pattern) {
    return was(pattern) ? 0 : 1;
  }

  private boolean was(Quad pattern) {
    Boolean known = presentBefore.get(pattern);
    if (known != null) {
      return known;
    }
    boolean was = wasPresent(pattern);
    presentBefore.put(pattern, was);
    return was;
  }

  /** What is looked for less closely, and wasn't there, needn't be looked for more closely. */
  private boolean wasPresent(Quad pattern) {
    Node graph = pattern.getGraph();
    Node subject = pattern.getSubject();
    Node property = pattern.getPredicate();
    Node object = pattern.getObject();
    boolean isWide = isAny(property) && (isAny(subject) || isAny(object));
    if (!isWide) {
      if (!isAny(subject) && !was(Quad.create(graph, subject, Node.ANY, Node.ANY))) {
        return false;
      }
      if (!isAny(object) && !was(Quad.create(graph, Node.ANY, Node.ANY, object))) {
        return false;
      }
    }
    return before.contains(pattern);
  }

  private static boolean isAny(Node node) {
    return node.equals(Node.ANY);
  }
}
