package org.demarche.server.problem;

import static java.util.Objects.requireNonNullElse;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.demarche.DemarcheException;
import org.demarche.server.negotiation.NotAcceptableException;
import org.demarche.validate.Finding;
import org.demarche.validate.Findings;
import org.demarche.validate.FindingsJson;
import org.demarche.validate.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What to tell a client of a failure. Faults of the caller are told in full and not logged; faults
 * of ours are logged in full, once, and the client gets the reference under which they were.
 *
 * <p>Thread-safe.
 */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  private Problems() {}

  /**
   * The problem that a failure is.
   *
   * @param failure as it was caught
   * @param during what was being done, for the log: {@code GET /queries}
   */
  public static Problem of(Throwable failure, String during) {
    return switch (failure) {
      case ProblemException told -> told.problem();
      case NotAcceptableException refused ->
          Problem.of(406, sentences(refused)).with("offered", refused.offered());
      case DemarcheException told -> of(told, during);
      default -> internal(failure, during);
    };
  }

  /** The answer was not complete when the time of the request was up. */
  public static Problem timeUp() {
    return Problem.of(
            503,
            "The time for one request was up before the answer was complete, so there is none."
                + " Ask for less at once, for example with LIMIT.")
        .withHeader("Retry-After", "30");
  }

  private static Problem of(DemarcheException told, String during) {
    return switch (told.category()) {
      case BAD_INPUT -> located(withFindings(Problem.of(400, sentences(told)), told), told);
      case REFUSED -> withFindings(Problem.of(422, sentences(told)), told);
      case BUSY -> Problem.of(503, sentences(told)).withHeader("Retry-After", "5");
      case INTERNAL -> internal(told, during);
    };
  }

  /** With the findings one by one: for programs. */
  private static Problem withFindings(Problem problem, DemarcheException told) {
    return told instanceof Refusal refusal ? withFindings(problem, refusal.findings()) : problem;
  }

  /** With the findings that are told, and how many there are besides. */
  public static Problem withFindings(Problem problem, Findings findings) {
    return problem.with("findings", FindingsJson.of(findings)).with("untold", findings.untold());
  }

  /** With line and column of the first fault, if it has a place in a text: for programs. */
  private static Problem located(Problem problem, DemarcheException told) {
    return told instanceof Refusal refusal
        ? refusal.findings().faults().stream()
            .map(Finding::place)
            .flatMap(Optional::stream)
            .filter(place -> place.heading().isEmpty())
            .findFirst()
            .map(place -> problem.with("line", place.line()).with("column", place.column()))
            .orElse(problem)
        : problem;
  }

  private static String sentences(RuntimeException told) {
    return requireNonNullElse(told.getMessage(), "No reason was given.");
  }

  private static Problem internal(Throwable failure, String during) {
    byte[] random = new byte[4];
    RANDOM.nextBytes(random);
    String reference = HexFormat.of().formatHex(random);
    LOG.error("{} failed, reference {}", during, reference, failure);
    return Problem.of(
            500,
            "Something went wrong in the server. It was logged under the reference "
                + reference
                + "; please give it when you report this.")
        .with("reference", reference);
  }
}
