package org.demarche.server.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers people who open the query endpoint in a browser. Thread-safe. */
@FunctionalInterface
public interface ForBrowsers {
  /**
   * Answers a GET or HEAD, with or without a query, where the client likes a page best.
   *
   * @return false when it likes something else as well; nothing was written then
   * @throws IOException when the client has left
   */
  boolean answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
