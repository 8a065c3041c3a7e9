package org.demarche.server.federation;

import org.apache.jena.query.QueryCancelledException;
import org.demarche.server.problem.ProblemException;

/**
 * Ends a query from within {@code SERVICE} or {@code text:query}. It is no exception, as the engine
 * takes every exception in a {@code FILTER} for "false" and goes on: the answer would look
 * complete. Whoever runs queries catches it and throws the reason.
 */
public final class ServiceEnd extends Error {
  private final transient RuntimeException reason;

  /** For a query that must not go on. */
  public ServiceEnd(ProblemException reason) {
    super(reason);
    this.reason = reason;
  }

  ServiceEnd(QueryCancelledException reason) {
    super(reason);
    this.reason = reason;
  }

  /** A {@link ProblemException} or a {@link QueryCancelledException}. */
  public RuntimeException reason() {
    return reason;
  }
}
