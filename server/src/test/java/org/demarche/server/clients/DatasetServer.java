package org.demarche.server.clients;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.demarche.server.access.WriteAccess;
import org.demarche.server.sparql.SparqlServices;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;

/**
 * The SPARQL services alone, over any dataset. A knowledge graph would not take what the W3C's
 * tests need: triples in the default graph, and named graphs of any name.
 */
final class DatasetServer implements AutoCloseable {
  private final Server server = new Server(new InetSocketAddress("127.0.0.1", 0));

  DatasetServer(DatasetGraph dataset) {
    ServletContextHandler context = new ServletContextHandler();
    new SparqlServices(dataset, new WriteAccess(Optional.empty()), Duration.ofSeconds(30))
        .mount(context);
    server.setHandler(context);
    try {
      server.start();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Where it answers queries. */
  String sparql() {
    return "http://127.0.0.1:" + server.getURI().getPort() + "/sparql";
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
