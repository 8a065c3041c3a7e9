package org.demarche.server.federation;

import org.demarche.server.problem.ProblemException;

/**
 * An endpoint that may be asked gave no answer of use. {@code SERVICE SILENT} passes over it; else
 * it is told as a problem. It says nothing in the words of the endpoint, which may not be one.
 */
final class FailedService extends RuntimeException {
  /**
   * @param host that was asked
   * @param what it did, without a full stop: {@code redirects to …}
   */
  FailedService(String host, String what) {
    super("SERVICE asked " + host + ", which " + what + ".");
  }

  ProblemException told() {
    return new ProblemException(502, String.valueOf(getMessage()));
  }
}
