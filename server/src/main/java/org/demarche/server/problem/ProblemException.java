package org.demarche.server.problem;

/** Ends the handling of a request with a problem. */
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  /** Carries the problem to where it is written. */
  public ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** Carries a problem that its sentences tell in full. */
  public ProblemException(int status, String detail) {
    this(Problem.of(status, detail));
  }

  /** What to tell the client. */
  public Problem problem() {
    return problem;
  }
}
