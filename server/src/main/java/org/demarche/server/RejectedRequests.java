package org.demarche.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.demarche.server.problem.Problem;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that Jetty itself turns away, such as one whose headers are too long: as short
 * problems, where Jetty's own pages tell of its insides.
 */
final class RejectedRequests extends ErrorHandler {
  private static final String TYPE = "application/problem+json";

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      @Nullable Throwable cause,
      Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
    response.write(true, body(code), callback);
  }

  private static ByteBuffer body(int status) {
    String detail =
        switch (status) {
          case 400 -> "This is not a request as HTTP describes it.";
          case 414 -> "The URL is too long. Send the query in the body of a POST request.";
          case 431 -> "The headers of the request are too long.";
          case 501 -> "This server speaks HTTP only, and no WebSocket.";
          default -> "The request was turned away before any page or service saw it.";
        };
    return ByteBuffer.wrap(Problem.of(Math.max(status, 400), detail).json().getBytes(UTF_8));
  }
}
