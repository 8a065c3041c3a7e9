package org.demarche.graph;

/** What one commit is to do to the dataset. */
@FunctionalInterface
public interface Change {
  /**
   * Makes the change on a candidate, which nobody else sees. It is called once, on the thread that
   * asked for the commit, while no other change is under way; whatever it throws ends the commit,
   * and nothing is kept.
   */
  void applyTo(Candidate candidate);
}
