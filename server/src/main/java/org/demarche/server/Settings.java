package org.demarche.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.server.access.Token;

/**
 * How to serve.
 *
 * @param host the name or address to listen on; {@code 0.0.0.0} for all of the machine's
 * @param port from 1 to 65535, or 0 for any that is free
 * @param token what lets clients write; without one nobody may
 * @param queryTimeout of one query or update; clients may ask for less
 */
public record Settings(String host, int port, Optional<Token> token, Duration queryTimeout) {
  /** Reached from this machine only. */
  public static final String DEFAULT_HOST = "127.0.0.1";

  /** Taken by nothing else that researchers usually run. */
  public static final int DEFAULT_PORT = 3330;

  /** Long enough for every canned query on a large corpus. */
  public static final Duration DEFAULT_QUERY_TIMEOUT = Duration.ofSeconds(30);

  /**
   * @throws DemarcheException naming everything that is wrong, not only the first
   */
  public Settings {
    List<String> faults = new ArrayList<>();
    if (host.isBlank()) {
      faults.add("The host is empty; give a name or an address, such as " + DEFAULT_HOST + ".");
    }
    if (port < 0 || port > 65_535) {
      faults.add("The port " + port + " does not exist; ports go from 1 to 65535.");
    }
    if (queryTimeout.toMillis() < 1) {
      faults.add("The time-out of a query is " + queryTimeout + "; it must be positive.");
    }
    if (!faults.isEmpty()) {
      throw new DemarcheException(ErrorCategory.BAD_INPUT, String.join("\n", faults));
    }
  }

  /** This machine only, port 3330, no token, 30 seconds. */
  public static Settings defaults() {
    return new Settings(DEFAULT_HOST, DEFAULT_PORT, Optional.empty(), DEFAULT_QUERY_TIMEOUT);
  }

  /** The same on another host. */
  public Settings withHost(String other) {
    return new Settings(other, port, token, queryTimeout);
  }

  /** The same on another port. */
  public Settings withPort(int other) {
    return new Settings(host, other, token, queryTimeout);
  }

  /** The same, writable with a token. */
  public Settings withToken(Token other) {
    return new Settings(host, port, Optional.of(other), queryTimeout);
  }

  /** The same with another time-out. */
  public Settings withQueryTimeout(Duration other) {
    return new Settings(host, port, token, other);
  }
}
