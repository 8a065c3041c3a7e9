package org.demarche.server.sparql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.demarche.server.running.Limits;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whoever sends slowly is given up, and holds up nobody else. */
class BodiesTest {
  private static final String HEAD =
      """
      POST /sparql HTTP/1.1\r
      Host: x\r
      Content-Type: application/sparql-query\r
      Content-Length: 100000\r
      \r
      SELECT""";

  @AutoClose
  private static final TestServer server =
      TestServer.start(
          Settings.defaults().withLimits(Limits.defaults().withBodyTime(Duration.ofMillis(1500))));

  @Test
  void a_body_that_drips_in_is_given_up() throws Exception {
    try (Socket socket = open()) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      for (int i = 0; i < 30 && socket.getInputStream().available() == 0; i++) {
        out.write(' ');
        out.flush();
        Thread.sleep(100);
      }

      byte[] answer = new byte[200];
      int read = socket.getInputStream().read(answer);

      assertThat(new String(answer, 0, read, UTF_8)).startsWith("HTTP/1.1 408 ");
    }
  }

  @Test
  void three_hundred_that_send_nothing_more_hold_up_nobody() throws IOException {
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        silent.add(open());
      }

      assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
      assertThat(server.get("/queries/op-eds").statusCode()).isEqualTo(200);
      assertThat(server.query("ASK {}").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  private static Socket open() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.getOutputStream().write(HEAD.getBytes(UTF_8));
    return socket;
  }
}
