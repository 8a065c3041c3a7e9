package org.demarche.server.sparql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * Sends what {@code java.net.http} would not: a head whose body never follows, or bytes that are no
 * URL. It reads the answer before it would send more, so that an answer which comes early is never
 * lost to a connection that the server has closed meanwhile.
 */
final class RawClient {
  private static final int PATIENCE_MILLIS = 10_000;

  private RawClient() {}

  /** Sends a head, and nothing after it; the whole answer, up to the end of the connection. */
  static String send(int port, String... head) throws IOException {
    return sendPart(port, "", head);
  }

  /** Sends a head and the first part of a body; the whole answer. */
  static String sendPart(int port, String part, String... head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String all = String.join("\r\n", head) + "\r\nConnection: close\r\n\r\n" + part;
      socket.getOutputStream().write(all.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
