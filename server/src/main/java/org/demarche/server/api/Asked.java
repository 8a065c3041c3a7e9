package org.demarche.server.api;

import java.util.Set;

/** What a request for the answer to a canned query may say besides the query's own parameters. */
final class Asked {
  /**
   * Parameters of every query, which say how the answer is given. No query has its own of these.
   */
  static final Set<String> RESERVED = Set.of("format", "limit", "after", "commit", "sort");

  private Asked() {}
}
