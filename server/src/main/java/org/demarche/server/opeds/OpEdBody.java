package org.demarche.server.opeds;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.load.Source;
import org.demarche.server.problem.Problem;
import org.demarche.server.problem.ProblemException;
import org.demarche.server.sparql.Bodies;
import org.demarche.sheet.CodedOpEds;

/** Reads the op-eds that a request brings. Thread-safe. */
public final class OpEdBody {
  /** The media types that are read, the preferred first. */
  public static final List<String> TYPES = CodedOpEds.mediaTypes();

  /** The largest body, in bytes: some hundred op-eds. */
  private static final int MOST = 50_000_000;

  /** By which messages call it, with line and column after it. */
  private static final String NAME = "body";

  private final Bodies bodies;

  OpEdBody(Bodies bodies) {
    this.bodies = bodies;
  }

  /**
   * The op-eds of a request, in the order of the body. It is read only when the headers are right.
   *
   * @throws ProblemException 415 for another media type, charset or coding, 413 for a body over the
   *     limit, 400 for an empty one, 408 and 503 as {@link Bodies} says
   * @throws org.demarche.validate.Refusal when it can't be read, or doesn't tell which op-eds it is
   *     of; with line and column
   * @throws IOException when the client leaves before its request is complete
   */
  List<Source> read(HttpServletRequest request) throws IOException {
    String mediaType = mediaType(request);
    if (request.getContentLengthLong() > MOST) {
      throw tooLarge();
    }
    byte[] content = bodies.read(request, MOST + 1);
    if (content.length > MOST) {
      throw tooLarge();
    }
    if (content.length == 0) {
      throw new ProblemException(
          400,
          "The body is empty. Send the coded op-ed in it, as " + String.join(", ", TYPES) + ".");
    }
    return CodedOpEds.of(NAME, content, mediaType);
  }

  private static String mediaType(HttpServletRequest request) {
    if (Bodies.isCompressed(request)) {
      throw new ProblemException(
          Problem.of(
                  415, "No compressed bodies are read here: a small one could hold a huge graph.")
              .withHeader("Accept-Encoding", "identity"));
    }
    String type =
        Optional.ofNullable(request.getHeader("Content-Type"))
            .map(whole -> whole.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
            .orElse("");
    boolean known = TYPES.contains(type);
    if (!known || !Bodies.isUtf8(request)) {
      String readable = String.join(", ", TYPES);
      throw new ProblemException(
          Problem.of(
                  415,
                  (!known
                          ? type.isEmpty()
                              ? "The body has no Content-Type. "
                              : type + " isn't read here. "
                          : "The body isn't in UTF-8. ")
                      + "Send a coded op-ed as "
                      + readable
                      + "; in UTF-8.")
              .withHeader("Accept", readable));
    }
    return type;
  }

  private static ProblemException tooLarge() {
    return new ProblemException(
        413,
        String.format(
            Locale.ROOT,
            "The body is larger than the %,d bytes that are read here. Send fewer op-eds at once.",
            MOST));
  }
}
