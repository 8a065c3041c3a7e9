package org.demarche.server.sparql;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.function.LongSupplier;
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
import org.demarche.server.access.WriteAccess;
import org.demarche.server.federation.AllowedServices;
import org.demarche.server.problem.ProblemWriter;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Limits;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/** Mounts Fuseki's services over one dataset into a servlet context. */
public final class SparqlServices {
  private final DataService services;
  private final WriteAccess access;
  private final Bodies bodies;
  private final ProblemWriter problems = ProblemWriter.textFirst();

  /**
   * @param dataset with transactions that can be aborted; its context is locked, and it is not
   *     closed by the services
   * @param commit tells the number of the commit that the calling thread's transaction sees
   * @param access who may update
   * @param executions under which queries and updates run
   * @param limits how much one request may take
   * @param allowed which endpoints {@code SERVICE} may ask
   */
  public SparqlServices(
      DatasetGraph dataset,
      LongSupplier commit,
      WriteAccess access,
      Executions executions,
      Limits limits,
      AllowedServices allowed) {
    FusekiCore.init();
    EngineLockdown.apply(dataset.getContext(), limits.queryTime(), allowed);
    this.bodies = new Bodies(limits);
    this.access = access;
    this.services =
        DataService.newBuilder(dataset)
            .addEndpoint(
                endpoint(
                    SparqlService.QUERY,
                    Operation.Query,
                    new QueryService(executions, commit, allowed)))
            .addEndpoint(
                endpoint(
                    SparqlService.UPDATE,
                    Operation.Update,
                    new UpdateService(executions, limits.queryTime(), allowed)))
            .addEndpoint(endpoint(SparqlService.DATA, Operation.GSP_R, new GraphStoreService()))
            .build();
    services.goActive();
  }

  /** Puts the services into a context that has not started yet. */
  public void mount(ServletContextHandler context) {
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

  private Endpoint endpoint(SparqlService service, Operation operation, ActionProcessor processor) {
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
