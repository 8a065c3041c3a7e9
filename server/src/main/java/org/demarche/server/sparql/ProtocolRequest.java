package org.demarche.server.sparql;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.server.problem.Problem;
import org.demarche.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A request as the engine gets to see it: read to its end, decoded, within the service's limit, and
 * with the parameters of the protocol only. However a query was sent, in the URL, in a form or as
 * the body itself, it is the parameter {@code query} here. A document for the graph store stays
 * apart, as an {@link Upload}.
 *
 * <p>Fuseki knows more parameters, and reflects some into the response ({@code callback}, {@code
 * stylesheet}, {@code force-accept}). They are dropped by being none of the service's.
 */
final class ProtocolRequest extends HttpServletRequestWrapper {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final SparqlService service;
  private final Map<String, List<String>> parameters;

  private ProtocolRequest(
      HttpServletRequest request, SparqlService service, Map<String, List<String>> parameters) {
    super(request);
    this.service = service;
    this.parameters = parameters;
  }

  /**
   * Reads a request.
   *
   * @throws ProblemException 400 for bad encoding, a repeated parameter or a bad graph name, 413
   *     for a body over the limit, 415 for a body of another type, 408 and 503 as {@link Bodies}
   *     says
   * @throws IOException when the client leaves before its request is complete
   */
  static ProtocolRequest read(SparqlService service, HttpServletRequest request, Bodies bodies)
      throws IOException {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    String inUrl = Optional.ofNullable(request.getQueryString()).orElse("");
    accept(service, FormEncoding.parse(inUrl.getBytes(UTF_8)), parameters);
    if (service.takesBody(request.getMethod())) {
      if (service == SparqlService.DATA) {
        Upload.of(request, () -> content(service, request, bodies)).keepIn(request);
      } else {
        accept(service, body(service, request, bodies), parameters);
      }
    }
    for (String name : service.single()) {
      if (parameters.getOrDefault(name, List.of()).size() > 1) {
        throw new ProblemException(
            400, "The parameter \"" + name + "\" is given more than once. Give it once.");
      }
    }
    service.repeatable().forEach(name -> requireGraphNames(name, parameters));
    return new ProtocolRequest(request, service, parameters);
  }

  /** Empty ones are dropped: some clients send the parameter always. */
  private static void requireGraphNames(String name, Map<String, List<String>> parameters) {
    List<String> names =
        parameters.getOrDefault(name, List.of()).stream().filter(iri -> !iri.isEmpty()).toList();
    names.forEach(GraphName::of);
    if (names.isEmpty()) {
      parameters.remove(name);
    } else {
      parameters.put(name, names);
    }
  }

  private static void accept(
      SparqlService service, Map<String, List<String>> given, Map<String, List<String>> accepted) {
    given.forEach(
        (name, values) -> {
          if (service.single().contains(name) || service.repeatable().contains(name)) {
            accepted.merge(name, values, ProtocolRequest::joined);
          }
        });
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static Map<String, List<String>> body(
      SparqlService service, HttpServletRequest request, Bodies bodies) throws IOException {
    Optional<String> type = Optional.ofNullable(request.getHeader("Content-Type"));
    boolean form = type.isPresent() && mediaType(type.get()).equals(FORM);
    boolean direct = type.isPresent() && service.directTypes().contains(mediaType(type.get()));
    byte[] content = content(service, request, bodies);
    if (content.length == 0 && type.isEmpty()) {
      return Map.of();
    }
    if (!(form || direct) || !Bodies.isUtf8(request) || Bodies.isCompressed(request)) {
      throw unsupported(service);
    }
    return form
        ? FormEncoding.parse(content)
        : Map.of(service.subject(), List.of(FormEncoding.utf8(content)));
  }

  private static byte[] content(SparqlService service, HttpServletRequest request, Bodies bodies)
      throws IOException {
    if (request.getContentLengthLong() > service.bodyLimit()) {
      throw tooLarge(service);
    }
    byte[] content = bodies.read(request, service.bodyLimit() + 1);
    if (content.length > service.bodyLimit()) {
      throw tooLarge(service);
    }
    return content;
  }

  /** A type without its parameters, in lower case. */
  static String mediaType(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static ProblemException tooLarge(SparqlService service) {
    return new ProblemException(
        413,
        String.format(
            Locale.ROOT,
            "The body of the request is larger than the %,d bytes that %s reads.",
            service.bodyLimit(),
            service.path()));
  }

  private static ProblemException unsupported(SparqlService service) {
    String direct = String.join(", ", service.directTypes());
    return new ProblemException(
        Problem.of(
                415,
                service.path()
                    + " reads a body of the type "
                    + direct
                    + ", or a form ("
                    + FORM
                    + ") with the field \""
                    + service.subject()
                    + "\"; in UTF-8, and not compressed.")
            .withHeader("Accept", direct + ", " + FORM));
  }

  @Override
  public String getRequestURI() {
    // The path as it was matched: Fuseki compares it undecoded.
    return service.path();
  }

  @Override
  public String getContentType() {
    return FORM;
  }

  @Override
  public String getCharacterEncoding() {
    return UTF_8.name();
  }

  @Override
  public @Nullable String getParameter(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.getFirst();
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return parameters.containsKey(name) ? parameters.get(name).toArray(String[]::new) : null;
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(parameters.keySet());
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> map = new LinkedHashMap<>();
    parameters.forEach((name, values) -> map.put(name, values.toArray(String[]::new)));
    return map;
  }
}
