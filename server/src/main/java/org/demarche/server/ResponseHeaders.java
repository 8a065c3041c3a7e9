package org.demarche.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.demarche.server.running.Executions;

/**
 * Headers of every response, whoever writes it.
 *
 * <p>Scripts of any site may read (CORS). None may write: {@code Authorization} is not among the
 * headers that a preflight allows, so a browser never sends the token for another site.
 */
final class ResponseHeaders extends HttpFilter {
  /** Scripts and styles from files of this server only, and nothing from another host. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  /** What scripts of other sites may see, besides the usual. */
  private static final String EXPOSED =
      "ETag, Link, Retry-After, Content-Language, Demarche-Hint, Demarche-Commit, "
          + Executions.ID_HEADER;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Expose-Headers", EXPOSED);
    response.setHeader("Vary", "Accept, Accept-Encoding");
    if (request.getHeader("Sec-WebSocket-Version") != null) {
      // Javalin would begin a session for it before finding that there is no WebSocket here.
      response.sendError(501);
      return;
    }
    if (isPreflight(request)) {
      response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST");
      response.setHeader("Access-Control-Allow-Headers", "Accept, Content-Type, If-None-Match");
      response.setHeader("Access-Control-Max-Age", "86400");
      response.setStatus(204);
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Origin") != null
        && request.getHeader("Access-Control-Request-Method") != null;
  }
}
