package org.demarche.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.demarche.server.problem.Problem;
import org.demarche.server.problem.ProblemException;

/** Lets requests write that carry the server's token, and none where there is no token. */
public final class WriteAccess {
  private static final String SCHEME = "bearer ";
  private static final String CHALLENGE = "Bearer realm=\"demarche\"";

  private final Optional<Token> token;

  /** Writing is closed to all when there is no token. */
  public WriteAccess(Optional<Token> token) {
    this.token = token;
  }

  /**
   * Returns when the request may write. The token counts in the header only: one in a URL would
   * stand in logs and histories.
   *
   * @throws ProblemException 403 when the server has no token; 401 when the request has none, or
   *     another (RFC 6750, section 3)
   */
  public void require(HttpServletRequest request) {
    Token expected =
        token.orElseThrow(
            () ->
                new ProblemException(
                    403,
                    "This server only reads: it was started without a token, and accepts no"
                        + " changes over HTTP."));
    String given = bearer(request).orElseThrow(WriteAccess::missing);
    if (!expected.matches(given)) {
      throw new ProblemException(
          Problem.of(401, "The token in the Authorization header is not the token of this server.")
              .withHeader("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\""));
    }
  }

  private static Optional<String> bearer(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
        .map(header -> header.substring(SCHEME.length()).strip());
  }

  private static ProblemException missing() {
    return new ProblemException(
        Problem.of(
                401, "Changes need the header \"Authorization: Bearer\" with the server's token.")
            .withHeader("WWW-Authenticate", CHALLENGE));
  }
}
