package org.demarche.load;

import java.util.List;
import org.demarche.graph.Commit;

/**
 * How a load ended.
 *
 * @param sources what became of each, in the order they were given
 * @param commit the one commit that all are in, with the advice of the examination; not {@link
 *     Commit#made} when all were unchanged
 */
public record LoadReport(List<Loaded> sources, Commit commit) {

  /** Copies what could change. */
  public LoadReport {
    sources = List.copyOf(sources);
  }
}
