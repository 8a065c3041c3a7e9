package org.demarche.server.reconcile;

import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;

/**
 * A thing that may be the one that is looked for: section 4.2 of the specification.
 *
 * @param thing itself
 * @param label the one that is most like the text; empty where the text didn't find it
 * @param score 0 to 100
 * @param match whether it is good enough to be taken without a look
 * @param name how much alike label and text are, 0 to 1
 * @param ofType whether it is of the types that were asked for, or of those that are likely
 * @param properties how well each property fits, 0 to 1, by its identifier
 */
record Candidate(
    Node thing,
    String label,
    double score,
    boolean match,
    double name,
    boolean ofType,
    Map<String, Double> properties) {

  Candidate {
    properties = Map.copyOf(new TreeMap<>(properties));
  }

  /** The same, taken for the one that is looked for. */
  Candidate taken() {
    return new Candidate(thing, label, score, true, name, ofType, properties);
  }
}
