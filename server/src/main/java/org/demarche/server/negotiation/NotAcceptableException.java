package org.demarche.server.negotiation;

import java.util.List;

/** None of the offered forms suits the client: 406, RFC 9110, section 15.5.7. */
public final class NotAcceptableException extends RuntimeException {
  private final List<String> offered;

  NotAcceptableException(String message, List<String> offered) {
    super(message);
    this.offered = List.copyOf(offered);
  }

  /** What would have been possible, the preferred first. */
  public List<String> offered() {
    return offered;
  }
}
