package org.demarche.server.sparql;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Map;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.ActionProcessor;
import org.apache.jena.fuseki.servlets.FusekiFilter;
import org.apache.jena.fuseki.system.FusekiCore;
import org.apache.jena.sparql.core.DatasetGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.server.access.WriteAccess;
import org.demarche.server.federation.AllowedServices;
import org.demarche.server.federation.Federation;
import org.demarche.server.problem.ProblemWriter;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Limits;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/** Mounts Fuseki's services over one dataset into a servlet context. */
public final class SparqlServices {
  static {
    FusekiCore.init();
  }

  private final DataService services;
  private final WriteAccess access;
  private final Bodies bodies;
  private final Federation federation;
  private final ProblemWriter problems = ProblemWriter.textFirst();

  /**
   * @param graph what is served; the context of its dataset is locked, and it is not closed by the
   *     services
   * @param access who may update
   * @param executions under which queries and updates run
   * @param limits how much one request may take
   * @param allowed which endpoints {@code SERVICE} may ask
   * @param withoutQuery answers those who look at the query endpoint without a query
   * @param forBrowsers answers those who want a page of the query endpoint
   */
  public SparqlServices(
      KnowledgeGraph graph,
      WriteAccess access,
      Executions executions,
      Limits limits,
      AllowedServices allowed,
      WithoutQuery withoutQuery,
      ForBrowsers forBrowsers) {
    this(
        graph.served(),
        Map.of(
            SparqlService.QUERY,
            new QueryService(executions, graph::commit, allowed, withoutQuery, forBrowsers),
            SparqlService.UPDATE,
            new UpdateService(executions, limits.queryTime(), allowed),
            SparqlService.DATA,
            new GraphStoreService(graph, executions)),
        access,
        limits,
        allowed);
  }

  /**
   * @param dataset its context is locked, and it is not closed by the services
   * @param processors what answers which service; one that is left out isn't mounted
   */
  SparqlServices(
      DatasetGraph dataset,
      Map<SparqlService, ActionProcessor> processors,
      WriteAccess access,
      Limits limits,
      AllowedServices allowed) {
    this.federation = new Federation(allowed);
    EngineLockdown.apply(dataset.getContext(), limits.queryTime(), federation);
    this.bodies = new Bodies(limits);
    this.access = access;
    DataService.Builder builder = DataService.newBuilder(dataset);
    processors.forEach((service, processor) -> builder.addEndpoint(endpoint(service, processor)));
    this.services = builder.build();
    services.goActive();
  }

  /** Puts the services into a context that has not started yet. */
  public void mount(ServletContextHandler context) {
    // Starts and stops with the server.
    context.addBean(federation);
    ServletContext servlets = context.getServletContext();
    DataAccessPointRegistry points = new DataAccessPointRegistry();
    points.register(new DataAccessPoint("/", services));
    DataAccessPointRegistry.set(servlets, points);
    // Empty: each endpoint brings its processor, and none of Fuseki's own can be reached.
    OperationRegistry.set(servlets, OperationRegistry.createEmpty());
    Fuseki.setVerbose(servlets, false);
    for (SparqlService service : SparqlService.values()) {
      filter(
          context,
          new FilterHolder(new ProtocolFilter(service, access, bodies, problems)),
          service);
      filter(context, new FilterHolder(new FusekiFilter()), service);
    }
  }

  private Endpoint endpoint(SparqlService service, ActionProcessor processor) {
    Operation operation =
        switch (service) {
          case QUERY -> Operation.Query;
          case UPDATE -> Operation.Update;
          case DATA -> Operation.GSP_RW;
        };
    return Endpoint.create()
        .operation(operation)
        .endpointName(service.endpoint())
        .processor(new ErrorBoundary(processor, problems))
        .build();
  }

  private static void filter(
      ServletContextHandler context, FilterHolder filter, SparqlService service) {
    context.addFilter(filter, service.path(), EnumSet.of(DispatcherType.REQUEST));
  }
}
