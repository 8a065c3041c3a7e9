package org.demarche.server.sparql;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.demarche.server.access.WriteAccess;
import org.demarche.server.problem.Problem;
import org.demarche.server.problem.ProblemException;
import org.demarche.server.problem.ProblemWriter;
import org.demarche.server.problem.Problems;
import org.eclipse.jetty.io.QuietException;

/**
 * What stands before a service of Fuseki's: who may come in, by which method, with what. Also what
 * stands behind it: where an answer was cut off, the connection is broken off too, so that no
 * client takes the part for the whole. Fuseki itself can't, as it catches every exception.
 */
final class ProtocolFilter extends HttpFilter {
  private static final String CUT_OFF = ProtocolFilter.class.getName() + ".cutOff";

  private final SparqlService service;
  private final WriteAccess access;
  private final Bodies bodies;
  private final ProblemWriter problems;

  ProtocolFilter(SparqlService service, WriteAccess access, Bodies bodies, ProblemWriter problems) {
    this.service = service;
    this.access = access;
    this.bodies = bodies;
    this.problems = problems;
  }

  /** Has the connection broken off once the service returns. */
  static void cutOff(HttpServletRequest request) {
    request.setAttribute(CUT_OFF, true);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getMethod().equals("OPTIONS")) {
      response.setHeader("Allow", allow());
      response.setStatus(204);
      return;
    }
    HttpServletRequest readable;
    try {
      readable = admit(request);
    } catch (RuntimeException | Error failure) {
      problems.write(
          Problems.of(failure, request.getMethod() + " " + request.getRequestURI()),
          request,
          response);
      return;
    }
    chain.doFilter(readable, response);
    if (request.getAttribute(CUT_OFF) != null) {
      throw new QuietException.RuntimeException("The answer was cut off");
    }
  }

  private HttpServletRequest admit(HttpServletRequest request) throws IOException {
    if (!service.methods().contains(request.getMethod())) {
      throw new ProblemException(
          Problem.of(
                  405,
                  "%s answers %s, not %s."
                      .formatted(
                          service.path(),
                          String.join(", ", service.methods()),
                          request.getMethod()))
              .withHeader("Allow", allow()));
    }
    if (service.writes(request.getMethod())) {
      // Before the body is read: whoever may not write shouldn't make the server hold megabytes.
      access.require(request);
    }
    return ProtocolRequest.read(service, request, bodies);
  }

  private String allow() {
    return String.join(", ", service.methods()) + ", OPTIONS";
  }
}
