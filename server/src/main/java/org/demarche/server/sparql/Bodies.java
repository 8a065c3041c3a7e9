package org.demarche.server.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.concurrent.Semaphore;
import org.demarche.server.problem.Problem;
import org.demarche.server.problem.ProblemException;
import org.demarche.server.running.Limits;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;

/**
 * Reads the bodies of requests, some at once and each within its time: whoever sends slowly holds
 * up a thread, and a few hundred would hold up all. Thread-safe.
 */
public final class Bodies {
  private final Semaphore places;
  private final Limits limits;

  /** Reads within these limits. */
  public Bodies(Limits limits) {
    this.places = new Semaphore(limits.bodiesAtOnce());
    this.limits = limits;
  }

  /**
   * Reads a body.
   *
   * @param most how many bytes are read at most; there may be more
   * @throws ProblemException 400 when it ends early or its chunks are wrong, 408 when it doesn't
   *     come in time, 503 when too many others are read
   * @throws IOException when the client leaves, or is silent for too long
   */
  public byte[] read(HttpServletRequest request, int most) throws IOException {
    if (!places.tryAcquire()) {
      throw new ProblemException(
          Problem.of(503, "Too many requests are being sent at once. Come back in a moment.")
              .withHeader("Retry-After", "10"));
    }
    try {
      return readInTime(request.getInputStream(), most);
    } catch (HttpException.RuntimeException | EofException broken) {
      throw new ProblemException(
          400, "The body of the request is incomplete: it ended early, or a chunk of it is wrong.");
    } finally {
      places.release();
    }
  }

  /** Whether a body is in UTF-8, as far as its type tells. */
  public static boolean isUtf8(HttpServletRequest request) {
    try {
      String charset = request.getCharacterEncoding();
      return charset == null || charset.equalsIgnoreCase("utf-8");
    } catch (IllegalArgumentException _) {
      // Jetty fails on the name of a charset that Java doesn't know. It does so wherever it is
      // asked
      // for the type too, which is why others read the header itself.
      return false;
    }
  }

  /**
   * Whether a body has to be decoded first; {@code identity} is no coding: RFC 9110, section 8.4.
   */
  public static boolean isCompressed(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Content-Encoding")).stream()
        .anyMatch(coding -> !coding.strip().equalsIgnoreCase("identity"));
  }

  private byte[] readInTime(InputStream body, int most) throws IOException {
    long end = System.nanoTime() + limits.bodyTime().toNanos();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    byte[] piece = new byte[16 * 1024];
    while (whole.size() < most) {
      int read = body.read(piece, 0, Math.min(piece.length, most - whole.size()));
      if (read < 0) {
        break;
      }
      whole.write(piece, 0, read);
      if (System.nanoTime() > end) {
        throw new ProblemException(
            408,
            "The body of the request did not arrive within %d seconds."
                .formatted(limits.bodyTime().toSeconds()));
      }
    }
    return whole.toByteArray();
  }
}
