package org.demarche.server.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.ActionProcessor;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.function.scripting.ScriptDenyException;
import org.apache.jena.update.UpdateException;
import org.demarche.server.problem.Problem;
import org.demarche.server.problem.ProblemWriter;
import org.demarche.server.problem.Problems;

/**
 * Nothing that fails in a service gets past it to Fuseki, whose own error messages break on
 * characters outside ASCII, and show whatever text an exception has. Thread-safe.
 */
final class ErrorBoundary implements ActionProcessor {
  private final ActionProcessor service;
  private final ProblemWriter problems;

  ErrorBoundary(ActionProcessor service, ProblemWriter problems) {
    this.service = service;
    this.problems = problems;
  }

  @Override
  public void process(HttpAction action) {
    HttpServletRequest request = action.getRequest();
    HttpServletResponse response = action.getResponse();
    // Two headers that Fuseki has set: numbered requests tell strangers how busy the server is, and
    // nothing here varies by Origin.
    response.setHeader(Fuseki.FusekiRequestIdHeader, null);
    response.setHeader("Vary", "Accept, Accept-Encoding");
    try {
      service.process(action);
    } catch (Throwable failure) {
      answer(failure, request, response);
    }
  }

  private void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response) {
    if (clientHasLeft(failure)) {
      ProtocolFilter.cutOff(request);
      return;
    }
    Problem problem = problem(failure, request.getMethod() + " " + request.getRequestURI());
    if (response.isCommitted()) {
      ProtocolFilter.cutOff(request);
      return;
    }
    try {
      problems.write(problem, request, response);
    } catch (IOException _) {
      // The client has left.
      ProtocolFilter.cutOff(request);
    }
  }

  private static Problem problem(Throwable failure, String during) {
    return switch (failure) {
      case QueryCancelledException _ -> Problems.timeUp();
      case ScriptDenyException _ ->
          Problem.of(403, "Functions written in JavaScript are not run on this server.");
      case StackOverflowError _ ->
          Problem.of(400, "The request is nested too deeply to be answered.");
      case QueryException told -> Problem.of(400, sentence(told));
      case UpdateException told -> Problem.of(400, sentence(told));
      case ActionErrorException told when told.getCause() == null && told.getRC() < 500 ->
          Problem.of(told.getRC(), sentence(told));
      default -> Problems.of(failure, during);
    };
  }

  private static String sentence(RuntimeException told) {
    String message = told.getMessage();
    return message == null ? "The request can't be answered as it stands." : message;
  }

  private static boolean clientHasLeft(Throwable failure) {
    return failure instanceof RuntimeIOException && failure.getCause() instanceof IOException;
  }
}
