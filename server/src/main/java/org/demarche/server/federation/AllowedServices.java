package org.demarche.server.federation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.demarche.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints that {@code SERVICE} may ask. IRIs are the same when they differ in the case of
 * scheme and host, in naming the default port, or in the slash of an empty path. Immutable.
 */
public final class AllowedServices {
  private final Set<URI> endpoints = new LinkedHashSet<>();

  /**
   * Allows these and no others.
   *
   * @param iris of endpoints; one that is not HTTP, or has a password or a fragment, matches
   *     nothing
   */
  public AllowedServices(List<String> iris) {
    iris.forEach(iri -> normalised(iri).ifPresent(endpoints::add));
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return endpoints.isEmpty();
  }

  /**
   * The endpoint as it is to be asked.
   *
   * @param service as a query names it
   * @throws ProblemException 403 when it may not be asked, naming the host and how to allow it
   */
  public URI require(Node service) {
    if (!service.isURI()) {
      throw new ProblemException(403, "SERVICE needs the IRI of an endpoint.");
    }
    return normalised(service.getURI())
        .filter(endpoints::contains)
        .orElseThrow(() -> new ProblemException(403, refusal(service.getURI())));
  }

  private static String refusal(String iri) {
    return "SERVICE would ask "
        + host(iri)
        + ", and the operator of this server has not allowed queries to ask it. The operator allows"
        + " it with --allow-service "
        + iri;
  }

  private static String host(String iri) {
    try {
      String host = URI.create(iri).getHost();
      return host == null ? "<" + iri + ">" : host;
    } catch (IllegalArgumentException _) {
      return "<" + iri + ">";
    }
  }

  private static Optional<URI> normalised(String iri) {
    try {
      URI uri = new URI(new URI(iri).toASCIIString());
      String scheme = lowerCase(uri.getScheme());
      if ((!scheme.equals("http") && !scheme.equals("https"))
          || uri.getHost() == null
          || uri.getRawUserInfo() != null
          || uri.getRawFragment() != null) {
        return Optional.empty();
      }
      int standard = scheme.equals("http") ? 80 : 443;
      String port = uri.getPort() == -1 || uri.getPort() == standard ? "" : ":" + uri.getPort();
      String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return Optional.of(new URI(scheme + "://" + lowerCase(uri.getHost()) + port + path + query));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static String lowerCase(@Nullable String part) {
    return part == null ? "" : part.toLowerCase(Locale.ROOT);
  }
}
