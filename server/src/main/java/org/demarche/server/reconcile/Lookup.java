package org.demarche.server.reconcile;

import java.util.List;
import org.demarche.graph.Snapshot;

/** Finds labels that are like a text. How much alike they are is judged by whoever asks. */
interface Lookup {
  /**
   * The likely labels, the likeliest first; a thing may come with several.
   *
   * @param text a name, or the beginning of one, in any script
   * @param limit how many at most
   */
  List<Match> find(Snapshot snapshot, String text, int limit);
}
