package org.demarche.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.server.access.Token;
import org.demarche.server.running.Limits;

/**
 * How to serve.
 *
 * @param host the name or address to listen on; {@code 0.0.0.0} for all of the machine's
 * @param port from 1 to 65535, or 0 for any that is free
 * @param token what lets clients write; without one nobody may
 * @param limits how much one client may ask
 * @param allowedServices the endpoints that {@code SERVICE} may ask, by their IRIs; no others
 * @param queries a folder of canned queries that join those that come with Demarche
 * @param publicUrl by which clients know the server, {@code https://demarche.example.org}; without
 *     one it is what each client wrote into {@code Host}
 */
public record Settings(
    String host,
    int port,
    Optional<Token> token,
    Limits limits,
    List<String> allowedServices,
    Optional<Path> queries,
    Optional<URI> publicUrl) {
  /** Reached from this machine only. */
  public static final String DEFAULT_HOST = "127.0.0.1";

  /** Taken by nothing else that researchers usually run. */
  public static final int DEFAULT_PORT = 3330;

  /**
   * @throws DemarcheException naming everything that is wrong, not only the first
   */
  public Settings {
    allowedServices = List.copyOf(allowedServices);
    List<String> faults = new ArrayList<>();
    if (host.isBlank()) {
      faults.add("The host is empty; give a name or an address, such as " + DEFAULT_HOST + ".");
    }
    if (port < 0 || port > 65_535) {
      faults.add("The port " + port + " does not exist; ports go from 1 to 65535.");
    }
    faults.addAll(limits.faults());
    allowedServices.stream()
        .filter(service -> !isHttp(service))
        .map(
            service ->
                "The service "
                    + service
                    + " can't be allowed; give the IRI of an endpoint, such as"
                    + " https://query.wikidata.org/sparql.")
        .forEach(faults::add);
    queries
        .filter(folder -> !Files.isDirectory(folder))
        .map(folder -> "There is no folder " + folder + " to read canned queries from.")
        .ifPresent(faults::add);
    publicUrl
        .filter(url -> !isRoot(url))
        .map(
            url ->
                "The public URL "
                    + url
                    + " can't be used; give a scheme and a host without a path, such as"
                    + " https://demarche.example.org.")
        .ifPresent(faults::add);
    if (!faults.isEmpty()) {
      throw new DemarcheException(ErrorCategory.BAD_INPUT, String.join("\n", faults));
    }
  }

  /** This machine only, port 3330, no token, no service, the usual limits. */
  public static Settings defaults() {
    return new Settings(
        DEFAULT_HOST,
        DEFAULT_PORT,
        Optional.empty(),
        Limits.defaults(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same on another host. */
  public Settings withHost(String other) {
    return new Settings(other, port, token, limits, allowedServices, queries, publicUrl);
  }

  /** The same on another port. */
  public Settings withPort(int other) {
    return new Settings(host, other, token, limits, allowedServices, queries, publicUrl);
  }

  /** The same, writable with a token. */
  public Settings withToken(Token other) {
    return new Settings(
        host, port, Optional.of(other), limits, allowedServices, queries, publicUrl);
  }

  /** The same with other limits. */
  public Settings withLimits(Limits other) {
    return new Settings(host, port, token, other, allowedServices, queries, publicUrl);
  }

  /** The same with other services that may be asked. */
  public Settings withAllowedServices(List<String> others) {
    return new Settings(host, port, token, limits, others, queries, publicUrl);
  }

  /** The same with a folder of canned queries of one's own. */
  public Settings withQueries(Path folder) {
    return new Settings(host, port, token, limits, allowedServices, Optional.of(folder), publicUrl);
  }

  /** The same, known to clients by another address. */
  public Settings withPublicUrl(URI url) {
    return new Settings(host, port, token, limits, allowedServices, queries, Optional.of(url));
  }

  private static boolean isRoot(URI url) {
    return isHttp(url.toString())
        && url.getRawQuery() == null
        && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"));
  }

  private static boolean isHttp(String service) {
    try {
      URI iri = new URI(service);
      return ("http".equalsIgnoreCase(iri.getScheme()) || "https".equalsIgnoreCase(iri.getScheme()))
          && iri.getHost() != null
          // Passwords would be sent to others, and stand in lists of processes.
          && iri.getRawUserInfo() == null
          && iri.getRawFragment() == null;
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
