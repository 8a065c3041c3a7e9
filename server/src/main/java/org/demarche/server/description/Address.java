package org.demarche.server.description;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.demarche.server.problem.ProblemException;
import org.demarche.server.sparql.SparqlService;

/**
 * Where a client has reached the server.
 *
 * @param root scheme and authority, without a slash at the end
 */
public record Address(String root) {
  /** A name or an address, with a port or without: nothing that could end an IRI. */
  private static final Pattern AUTHORITY =
      Pattern.compile("([A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

  /**
   * The address that the request was sent to, as its client wrote it.
   *
   * @throws ProblemException 400 when the {@code Host} header holds no host
   */
  public static Address of(HttpServletRequest request) {
    String authority =
        Optional.ofNullable(request.getHeader("Host"))
            .orElseGet(() -> request.getServerName() + ":" + request.getServerPort());
    if (!AUTHORITY.matcher(authority).matches()) {
      throw new ProblemException(400, "The header Host holds no name or address of a host.");
    }
    return new Address(request.getScheme() + "://" + authority);
  }

  Node endpoint(SparqlService service) {
    return at(service.path());
  }

  /** Where a named graph can be read. */
  Node dump(Node graph) {
    return at(
        SparqlService.DATA.path()
            + "?graph="
            + URLEncoder.encode(graph.getURI(), StandardCharsets.UTF_8));
  }

  /** Where the default graph can be read. */
  Node dump() {
    return at(SparqlService.DATA.path() + "?default");
  }

  Node at(String path) {
    return NodeFactory.createURI(root + path);
  }
}
