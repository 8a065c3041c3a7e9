package org.demarche.server.federation;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.demarche.server.problem.ProblemException;
import org.eclipse.jetty.util.component.ContainerLifeCycle;

/**
 * What answers {@code SERVICE} for one dataset: SPARQL 1.1 Federated Query. Nobody else handles
 * {@code SILENT}, so that a refusal always ends the query, by a {@link ServiceEnd}, whatever the
 * query says.
 *
 * <p>Thread-safe. It must be started, as part of the server, before queries run.
 */
public final class Federation extends ContainerLifeCycle {
  private static final Duration TOTAL_TIME = Duration.ofSeconds(20);
  private static final int MOST_REQUESTS = 1000;
  private static final Symbol REQUESTS = Symbol.create("https://w3id.org/demarche/requests");

  private final AllowedServices allowed;
  private final ServiceClient client;

  /** Asks the endpoints that are allowed; where none is, nobody. */
  public Federation(AllowedServices allowed) {
    this(allowed, Resolver.SYSTEM, TOTAL_TIME);
  }

  Federation(AllowedServices allowed, Resolver resolver, Duration totalTime) {
    this.allowed = allowed;
    this.client = new ServiceClient(new PublicAddresses(resolver), totalTime);
    if (!allowed.isEmpty()) {
      addBean(client.lifeCycle());
    }
  }

  /** For the context of the dataset: that of an endpoint isn't seen by updates. */
  public ServiceExecutorRegistry registry() {
    ServiceExecutorRegistry registry = new ServiceExecutorRegistry();
    // Takes every clause; what the engine would do after it, by HTTP and otherwise, isn't there.
    registry.addBulkLink((clause, input, execution, _) -> execute(clause, input, execution));
    return registry;
  }

  private QueryIterator execute(OpService clause, QueryIterator input, ExecutionContext execution) {
    return new BoundJoin(
        clause,
        input,
        execution,
        allowed,
        (endpoint, query) -> ask(endpoint, query, execution.getContext()));
  }

  private List<Binding> ask(URI endpoint, String query, Context execution) {
    AtomicInteger requests = execution.get(REQUESTS);
    if (requests == null) {
      requests = new AtomicInteger();
      execution.set(REQUESTS, requests);
    }
    if (requests.incrementAndGet() > MOST_REQUESTS) {
      throw new ProblemException(
          400,
          "SERVICE would ask more than %,d times. Put a subquery with LIMIT before it, and take it"
                  .formatted(MOST_REQUESTS)
              + " out of OPTIONAL and EXISTS, which ask once for each row.");
    }
    AtomicBoolean cancelled = Context.getCancelSignal(execution);
    return client.ask(endpoint, query, () -> cancelled != null && cancelled.get());
  }
}
