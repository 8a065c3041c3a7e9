package org.demarche.server.negotiation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;

/**
 * The form in which a client wants its answer.
 *
 * @param format the value of {@code ?format=}, if the request has one; it overrides {@code accept}
 * @param accept the value of the {@code Accept} header, if there is one
 */
public record Wish(Optional<String> format, Optional<String> accept) {

  /** Reads both from a request; several {@code Accept} headers are one list. */
  public static Wish of(HttpServletRequest request) {
    return new Wish(
        Optional.ofNullable(request.getParameter("format")).filter(format -> !format.isBlank()),
        acceptOf(request));
  }

  /** Reads the header only, from a request whose parameters must not be looked at. */
  public static Wish byHeader(HttpServletRequest request) {
    return new Wish(Optional.empty(), acceptOf(request));
  }

  private static Optional<String> acceptOf(HttpServletRequest request) {
    String headers = String.join(",", Collections.list(request.getHeaders("Accept")));
    return Optional.of(headers).filter(header -> !header.isBlank());
  }
}
