package org.demarche.server.running;

import java.util.Locale;

/** What is run, and in which lane: the slow ones of one can't hold up the other. */
public enum Kind {
  /** A query of a client's own. */
  QUERY(Lane.SPARQL),

  /** An update. */
  UPDATE(Lane.SPARQL),

  /** A whole graph, to be read. */
  GRAPH(Lane.SPARQL),

  /** A canned query, or what a page needs. */
  CANNED(Lane.CANNED);

  /** Those that wait for each other. */
  enum Lane {
    SPARQL,
    CANNED
  }

  private final Lane lane;

  Kind(Lane lane) {
    this.lane = lane;
  }

  Lane lane() {
    return lane;
  }

  /** As logs and metrics write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
