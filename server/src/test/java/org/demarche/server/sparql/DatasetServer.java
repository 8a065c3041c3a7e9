package org.demarche.server.sparql;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.demarche.server.access.WriteAccess;
import org.demarche.server.federation.AllowedServices;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Limits;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;

/**
 * The SPARQL services alone, over any dataset. A knowledge graph would not take what the W3C's
 * tests need: triples in the default graph, and named graphs of any name.
 */
public final class DatasetServer implements AutoCloseable {
  private final Executions executions = new Executions(Limits.defaults());
  private final Server server =
      new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

  /** Serves queries over a dataset. */
  public DatasetServer(DatasetGraph dataset) {
    ServletContextHandler context = new ServletContextHandler();
    AllowedServices none = new AllowedServices(List.of());
    new SparqlServices(
            dataset,
            Map.of(
                SparqlService.QUERY,
                new QueryService(executions, () -> 0, none, (_, _) -> false, (_, _) -> false)),
            new WriteAccess(Optional.empty()),
            Limits.defaults(),
            none)
        .mount(context);
    server.setHandler(context);
    try {
      server.start();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Where it answers queries. */
  public String sparql() {
    return "http://127.0.0.1:" + server.getURI().getPort() + "/sparql";
  }

  @Override
  public void close() {
    executions.close();
    try {
      server.stop();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
