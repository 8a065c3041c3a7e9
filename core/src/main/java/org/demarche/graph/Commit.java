package org.demarche.graph;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.demarche.validate.Findings;

/**
 * How a change ended that was not refused.
 *
 * @param number the commit that the dataset is at now
 * @param made whether that is a new commit; a change that changes nothing makes none
 * @param changedGraphs the named graphs whose triples changed, {@code graph:inferred} among them,
 *     {@code graph:provenance} and {@code graph:description} not
 * @param added how many triples are there now that weren't, the entailed ones included
 * @param removed how many triples were there that aren't now, the entailed ones included
 * @param advice what was found that didn't stand in the way
 */
public record Commit(
    long number, boolean made, Set<Node> changedGraphs, long added, long removed, Findings advice) {

  /** Copies what could change. */
  public Commit {
    changedGraphs = Set.copyOf(changedGraphs);
  }

  static Commit none(long number) {
    return new Commit(number, false, Set.of(), 0, 0, Findings.none());
  }
}
