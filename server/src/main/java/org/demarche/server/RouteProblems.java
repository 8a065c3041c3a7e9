package org.demarche.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.demarche.server.problem.Problem;
import org.demarche.server.problem.ProblemWriter;
import org.demarche.server.problem.Problems;
import org.eclipse.jetty.http.HttpException;

/** Turns what goes wrong in a route, and requests that no route answers, into problems. */
final class RouteProblems {
  private static final String WHAT_IS_HERE =
      "Here are / (where to start), /op-eds (the corpus), /queries (canned queries), /sparql (any"
          + " query), /data (whole graphs), /update (changes) and /health/ready.";

  private final ProblemWriter problems;

  RouteProblems(ProblemWriter problems) {
    this.problems = problems;
  }

  void register(JavalinConfig config) {
    config
        .routes
        .exception(Exception.class, this::answer)
        .exception(HttpResponseException.class, this::answer);
    config.router.javaLangErrorHandler(RouteProblems::answer);
  }

  /** Javalin gives no request with an error of the machine, so there is but one form. */
  private static void answer(HttpServletResponse response, Error failure) {
    Problem problem = Problems.of(failure, "A request");
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setContentType("application/problem+json");
    try {
      response.getOutputStream().write(problem.json().getBytes(UTF_8));
    } catch (IOException _) {
      // The client has left, and nobody is there to be told.
    }
  }

  private void answer(Exception failure, Context context) {
    if (context.method().equals(HandlerType.OPTIONS)
        && failure instanceof MethodNotAllowedResponse possible) {
      context.status(204).header("Allow", allowed(possible));
      return;
    }
    String during = context.method() + " " + context.path();
    Problem problem =
        switch (failure) {
          case MethodNotAllowedResponse refused -> methodNotAllowed(refused, during);
          case HttpResponseException told when told.getStatus() == 404 ->
              Problem.of(404, "There is nothing at " + context.path() + ". " + WHAT_IS_HERE);
          case HttpResponseException told when told.getStatus() >= 400 ->
              Problem.of(told.getStatus(), String.valueOf(told.getMessage()));
          case HttpException unreadable when unreadable.getCode() == 400 ->
              Problem.of(400, "The address can't be read: what is escaped by % in it is no UTF-8.");
          default -> Problems.of(failure, during);
        };
    try {
      problems.write(problem, context.req(), context.res());
    } catch (IOException _) {
      // The client has left, and nobody is there to be told.
    }
  }

  private static Problem methodNotAllowed(MethodNotAllowedResponse refused, String during) {
    String allowed = allowed(refused);
    return Problem.of(405, during + " is not possible. This page answers " + allowed + ".")
        .withHeader("Allow", allowed);
  }

  /** Javalin tells the methods of a route by a key that depends on the Accept header. */
  private static String allowed(MethodNotAllowedResponse refused) {
    return refused.getDetails().values().stream().collect(Collectors.joining(", ")) + ", OPTIONS";
  }
}
