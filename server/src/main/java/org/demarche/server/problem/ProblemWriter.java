package org.demarche.server.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Offers;
import org.demarche.server.negotiation.Wish;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * Writes problems, in the form that the client's {@code Accept} header likes best. A client that
 * likes none of them gets the first: an error is never replaced by a 406. Thread-safe.
 */
public final class ProblemWriter {
  private static final Offer<Function<Problem, String>> TEXT =
      Offer.of("text/plain", Problem::text);
  private static final Offer<Function<Problem, String>> JSON =
      Offer.of("application/problem+json", Problem::json);

  /** Also for clients that ask for JSON and have not heard of RFC 9457. */
  private static final Offer<Function<Problem, String>> PLAIN_JSON =
      Offer.of("application/json", Problem::json);

  private final Offers<Function<Problem, String>> offers;

  private ProblemWriter(Offers<Function<Problem, String>> offers) {
    this.offers = offers;
  }

  /** Plain text first, as clients of SPARQL show it, and JSON. */
  public static ProblemWriter textFirst() {
    return new ProblemWriter(Offers.of(TEXT).or(JSON).or(PLAIN_JSON));
  }

  /**
   * JSON first, a page for browsers, and plain text.
   *
   * @param page renders a problem as HTML
   */
  public static ProblemWriter withPages(Function<Problem, String> page) {
    return new ProblemWriter(
        Offers.of(JSON).or(PLAIN_JSON).or(Offer.of("text/html", page)).or(TEXT));
  }

  /**
   * Replaces what was written so far of a response that is not committed yet. Headers that were set
   * stay, but for those that described the earlier content.
   *
   * @throws IOException when the client has left
   */
  public void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Offer<Function<Problem, String>> chosen =
        offers.find(Wish.byHeader(request)).orElse(offers.first());
    // In bytes, and their number counted after encoding: stock Fuseki counts characters.
    byte[] body = chosen.form().apply(problem).getBytes(UTF_8);
    response.resetBuffer();
    response.setStatus(problem.status());
    // The charset of the earlier content would stay otherwise.
    response.setContentType(null);
    response.setContentType(contentType(chosen.mediaType()));
    response.setContentLength(body.length);
    response.setHeader("Cache-Control", "no-store");
    problem.headers().forEach(response::setHeader);
    if (!ServletContextRequest.getServletContextRequest(request).consumeAvailable()) {
      // A body that is still to come is not read, so the connection can't be used again. Said only
      // by closing it, that would lose the next request of a client that has sent it already.
      response.setHeader("Connection", "close");
    }
    response.getOutputStream().write(body);
  }

  private static String contentType(String mediaType) {
    return switch (mediaType) {
      case "application/json", "application/problem+json" -> "application/problem+json";
      default -> mediaType + ";charset=utf-8";
    };
  }
}
