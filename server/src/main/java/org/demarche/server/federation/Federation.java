package org.demarche.server.federation;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.engine.iterator.QueryIterCommonParent;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.service.single.ServiceExecutor;
import org.demarche.server.problem.ProblemException;

/**
 * Runs {@code SERVICE} clauses on the endpoints that are allowed. Jena asks once for each solution
 * that it joins with. Thread-safe.
 */
public final class Federation implements ServiceExecutor {
  private static final Duration TOTAL_TIME = Duration.ofSeconds(20);
  private static final int MOST_REQUESTS = 1_000;

  private final AllowedServices allowed;
  private final ServiceClient client;

  /**
   * How often a query or update has asked. The signal that cancels it is its own and no other's.
   */
  private final Map<AtomicBoolean, AtomicInteger> requests =
      Collections.synchronizedMap(new WeakHashMap<>());

  private Federation(AllowedServices allowed, ServiceClient client) {
    this.allowed = allowed;
    this.client = client;
  }

  /** What the context of a dataset is to hold; where no endpoint is allowed, it reaches nobody. */
  public static ServiceExecutorRegistry registry(AllowedServices allowed) {
    return registry(allowed, Resolver.SYSTEM, TOTAL_TIME);
  }

  static ServiceExecutorRegistry registry(
      AllowedServices allowed, Resolver resolver, Duration totalTime) {
    ServiceExecutorRegistry registry = new ServiceExecutorRegistry();
    if (!allowed.isEmpty()) {
      registry.add(
          new Federation(allowed, new ServiceClient(new PublicAddresses(resolver), totalTime)));
    }
    return registry;
  }

  @Override
  public QueryIterator createExecution(
      OpService clause, OpService original, Binding binding, ExecutionContext context) {
    URI endpoint = endpoint(clause.getService());
    AtomicBoolean cancelled = context.getCancelSignal();
    count(cancelled);
    try {
      RemoteQuery query = RemoteQuery.of(clause);
      RowSet rows = client.select(endpoint, query.text(), cancelled);
      QueryIterator solutions = QueryIter.makeTracked(query.renamed(rows), context);
      return new QueryIterCommonParent(solutions, binding, context);
    } catch (FailedService failed) {
      if (clause.getSilent()) {
        return QueryIterSingleton.create(binding, context);
      }
      throw failed.told();
    }
  }

  /** Refused before anything runs; asked again here, in case a clause was overlooked. */
  private URI endpoint(Node service) {
    if (!service.isURI()) {
      throw new ProblemException(403, "SERVICE needs the IRI of an endpoint.");
    }
    return allowed
        .find(service.getURI())
        .orElseThrow(
            () ->
                new ProblemException(
                    403,
                    "The operator of this server has not allowed queries to ask <"
                        + service.getURI()
                        + ">."));
  }

  private void count(AtomicBoolean execution) {
    if (execution.get()) {
      throw new QueryCancelledException();
    }
    int number = requests.computeIfAbsent(execution, _ -> new AtomicInteger()).incrementAndGet();
    if (number > MOST_REQUESTS) {
      throw new ProblemException(
          400,
          "SERVICE would ask more than %,d times, once for each solution it is joined with."
                  .formatted(MOST_REQUESTS)
              + " Put a subquery with LIMIT before it, or ask it first.");
    }
  }
}
