package org.demarche.server.running;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Finds out whether a client is still there. A server that computes doesn't look at its connection,
 * and Jetty reads from it only for a next request; so this reads a byte ahead. One that does come,
 * from a client that sends its next request early, is handed on, and the watch ends.
 *
 * <p>Thread-safe.
 */
final class ClientWatch {
  private final Connection connection;
  private boolean over;

  private ClientWatch(Connection connection) {
    this.connection = connection;
  }

  /** Watches over the connection of a request whose body has been read to its end. */
  static ClientWatch of(HttpServletRequest request) {
    return new ClientWatch(
        ServletContextRequest.getServletContextRequest(request)
            .getConnectionMetaData()
            .getConnection());
  }

  /** Whether the client has closed the connection, or its half of it. */
  synchronized boolean hasLeft() {
    if (over || !(connection instanceof Connection.UpgradeTo next)) {
      return false;
    }
    EndPoint endPoint = connection.getEndPoint();
    ByteBuffer ahead = BufferUtil.allocate(1);
    try {
      int read = endPoint.fill(ahead);
      if (read > 0) {
        over = true;
        next.onUpgradeTo(ahead);
      }
      return read < 0;
    } catch (IOException broken) {
      return true;
    }
  }

  /** Ends the watch: from now on the connection is read by the server alone. */
  synchronized void end() {
    over = true;
  }
}
