package org.demarche.server.sparql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands on loopback where a query might try to reach it, and counts who comes. */
final class Listener implements AutoCloseable {
  private final ServerSocket socket;
  private final AtomicInteger visitors = new AtomicInteger();

  Listener() {
    try {
      socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Thread.ofVirtual().start(this::count);
  }

  /** An address that leads here. */
  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/sparql";
  }

  int visitors() {
    return visitors.get();
  }

  private void count() {
    while (!socket.isClosed()) {
      try (Socket _ = socket.accept()) {
        visitors.incrementAndGet();
      } catch (IOException _) {
        // Closed at the end of the test.
      }
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
