package org.demarche.server.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers programs that look at the query endpoint without a query. Thread-safe. */
@FunctionalInterface
public interface WithoutQuery {
  /**
   * Answers a GET or HEAD that has no query.
   *
   * @return false when the client wants something else than this answer; nothing was written then,
   *     and it is told that there is no query
   * @throws org.demarche.server.negotiation.NotAcceptableException when no form suits the client
   * @throws IOException when the client has left
   */
  boolean answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
