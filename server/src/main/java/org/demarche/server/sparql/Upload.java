package org.demarche.server.sparql;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.demarche.load.GraphDocument;
import org.demarche.load.SourceFile;
import org.demarche.load.Syntax;
import org.demarche.server.problem.Problem;
import org.demarche.server.problem.ProblemException;

/**
 * The RDF document that a request brings for one graph.
 *
 * @param syntax as its {@code Content-Type} says
 * @param content all of it, in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // Uploads are read once and never compared.
record Upload(Syntax syntax, byte[] content) {
  /** The media types that are read, the preferred first. */
  static final Map<String, Syntax> SYNTAXES = syntaxes();

  private static final String ATTRIBUTE = Upload.class.getName();

  /** By which messages call it, with line and column after it. */
  private static final String NAME = "body";

  /** Reads a body, once it is sure that it can be read. */
  interface Body {
    byte[] read() throws IOException;
  }

  /**
   * What a request brings. Its body is read only when the headers are right: RFC 9110, section
   * 15.5.16.
   *
   * @throws ProblemException 415 for another media type, charset or coding
   * @throws IOException when the client leaves before its request is complete
   */
  static Upload of(HttpServletRequest request, Body body) throws IOException {
    if (Bodies.isCompressed(request)) {
      throw new ProblemException(
          Problem.of(415, "/data reads no compressed bodies: a small one could hold a huge graph.")
              .withHeader("Accept-Encoding", "identity"));
    }
    String type =
        Optional.ofNullable(request.getHeader("Content-Type"))
            .map(ProtocolRequest::mediaType)
            .orElse("");
    Syntax syntax = SYNTAXES.get(type);
    if (syntax == null || !Bodies.isUtf8(request)) {
      throw unsupported(type);
    }
    return new Upload(syntax, body.read());
  }

  /** The document that was kept in a request. */
  static Upload in(HttpServletRequest request) {
    return (Upload) requireNonNull(request.getAttribute(ATTRIBUTE));
  }

  /** Keeps it where the service finds it, which sees requests as Fuseki passes them on. */
  void keepIn(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /**
   * What it says of a graph.
   *
   * @throws org.demarche.validate.Refusal when it can't be read, with line and column
   */
  GraphDocument documentFor(Node graph) {
    return GraphDocument.read(graph, SourceFile.of(NAME, syntax, content));
  }

  private static ProblemException unsupported(String type) {
    String readable = String.join(", ", SYNTAXES.keySet());
    String why =
        switch (type) {
          case "application/trig", "application/n-quads" ->
              type + " names graphs itself, and here the URL says which graph it is. ";
          case "multipart/form-data" -> "Send each document in a request of its own. ";
          default -> "";
        };
    return new ProblemException(
        Problem.of(415, why + "/data reads a body of the type " + readable + "; in UTF-8.")
            .withHeader("Accept", readable));
  }

  private static Map<String, Syntax> syntaxes() {
    Map<String, Syntax> syntaxes = new LinkedHashMap<>();
    syntaxes.put("text/turtle", Syntax.TURTLE);
    syntaxes.put("application/n-triples", Syntax.N_TRIPLES);
    syntaxes.put("application/ld+json", Syntax.JSON_LD);
    syntaxes.put("application/rdf+xml", Syntax.RDF_XML);
    return Collections.unmodifiableMap(syntaxes);
  }
}
