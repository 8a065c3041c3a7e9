package org.demarche.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.util.JavalinException;
import jakarta.servlet.DispatcherType;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.util.EnumSet;
import java.util.List;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.queries.Catalogue;
import org.demarche.server.access.WriteAccess;
import org.demarche.server.api.CannedQueries;
import org.demarche.server.description.DatasetDescription;
import org.demarche.server.description.ServiceDescription;
import org.demarche.server.editor.EditorPage;
import org.demarche.server.editor.TermList;
import org.demarche.server.federation.AllowedServices;
import org.demarche.server.health.Health;
import org.demarche.server.home.HomePage;
import org.demarche.server.opeds.OpEds;
import org.demarche.server.openapi.ApiPage;
import org.demarche.server.openapi.OpenApiDocument;
import org.demarche.server.pages.Pages;
import org.demarche.server.problem.ProblemWriter;
import org.demarche.server.reconcile.Reconciliation;
import org.demarche.server.reference.OntologyPage;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Operations;
import org.demarche.server.search.SearchPage;
import org.demarche.server.sparql.SparqlServices;
import org.demarche.server.things.Things;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server over a knowledge graph.
 *
 * <pre>{@code
 * try (DemarcheServer server = DemarcheServer.start(graph, Settings.defaults())) {
 *   System.out.println("Listening on " + server.url());
 *   …
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class DemarcheServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemarcheServer.class);
  private static final int LONGEST_REQUEST_HEAD = 32 * 1024;
  private static final int ANSWER_SENT_AT_ONCE = 512 * 1024;
  private static final long STOP_TIMEOUT_MILLIS = 10_000;

  private final Javalin http;
  private final Settings settings;
  private final Executions executions;

  private DemarcheServer(Javalin http, Settings settings, Executions executions) {
    this.http = http;
    this.settings = settings;
    this.executions = executions;
  }

  /**
   * Starts to serve. The graph stays the caller's: it must be open for as long as the server runs,
   * and is not closed by it.
   *
   * @throws DemarcheException when the port is taken, there is no such host, or the queries of the
   *     settings' folder have faults
   */
  public static DemarcheServer start(KnowledgeGraph graph, Settings settings) {
    Executions executions = new Executions(settings.limits());
    Javalin http = Javalin.create(config -> configure(config, graph, settings, executions));
    try {
      http.start(settings.host(), settings.port());
    } catch (JavalinException failed) {
      executions.close();
      throw cannotListen(settings, failed);
    }
    return new DemarcheServer(http, settings, executions);
  }

  /** The port it listens on. */
  public int port() {
    return http.port();
  }

  /** Where it is reached from this machine, without a slash at the end. */
  public String url() {
    String host =
        switch (settings.host()) {
          case "0.0.0.0", "::", "[::]" -> "localhost";
          case String ip6 when ip6.contains(":") && !ip6.startsWith("[") -> "[" + ip6 + "]";
          default -> settings.host();
        };
    return "http://" + host + ":" + port();
  }

  /** What Javalin answers: {@code GET /queries/{name}}. A test holds the description against it. */
  List<String> routes() {
    return http.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint.method + " " + handler.endpoint.path)
        .toList();
  }

  /** Takes no more requests, waits some seconds for those under way, and stops. */
  @Override
  public void close() {
    try {
      http.stop();
    } catch (JavalinException late) {
      LOG.warn("Stopped before every request was answered: {}", reason(late));
    }
    executions.close();
  }

  private static void configure(
      JavalinConfig config, KnowledgeGraph graph, Settings settings, Executions executions) {
    WriteAccess access = new WriteAccess(settings.token());
    Pages pages = new Pages();
    Catalogue bundled = Catalogue.bundled();
    Catalogue catalogue = settings.queries().map(bundled::with).orElse(bundled);
    SparqlServices sparql =
        new SparqlServices(
            graph,
            access,
            executions,
            settings.limits(),
            new AllowedServices(settings.allowedServices()),
            new ServiceDescription(graph, settings.token().isPresent(), settings.allowedServices()),
            new EditorPage(pages, catalogue));
    ProblemWriter problems = ProblemWriter.withPages(pages::problem);

    routes(config.routes, graph, pages, catalogue, settings, access, executions);
    // Jetty compresses for all, SPARQL included.
    config.http.compressionStrategy = CompressionStrategy.NONE;
    new RouteProblems(problems).register(config);
    config.http.prefer405over404 = true;
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.jetty.modifyServer(DemarcheServer::refine);
    config.jetty.modifyHttpConfiguration(DemarcheServer::refine);
    settings
        .publicUrl()
        .map(PublicUrl::of)
        .ifPresent(
            known -> config.jetty.modifyHttpConfiguration(http -> http.addCustomizer(known)));
    config.jetty.modifyServletContextHandler(
        context -> {
          everyResponse(context);
          sparql.mount(context);
        });
  }

  /**
   * What Javalin answers; the SPARQL services are {@link org.demarche.server.sparql.SparqlService}.
   */
  private static void routes(
      RoutesConfig routes,
      KnowledgeGraph graph,
      Pages pages,
      Catalogue catalogue,
      Settings settings,
      WriteAccess access,
      Executions executions) {
    Health health = new Health(graph);
    Operations operations = new Operations(executions, access, graph);
    CannedQueries queries =
        new CannedQueries(graph, catalogue, pages, executions, settings.limits().queryTime());
    SearchPage search = new SearchPage(graph, pages, executions);

    read(routes, "/", new HomePage(graph, pages)::show);
    Things things = new Things(graph, pages, executions);
    Things.PATHS.forEach(path -> read(routes, path, things::show));
    new OpEds(graph, pages, executions, access, settings.limits()).register(routes);
    read(routes, "/queries", queries::list);
    read(routes, "/queries/{name}", queries::result);
    read(routes, "/queries/{name}/query", queries::text);
    read(routes, SearchPage.PATH, search::answer);
    read(routes, SearchPage.SUGGESTIONS, search::suggest);
    read(routes, TermList.PATH, new TermList(graph, executions)::answer);
    OntologyPage ontology = new OntologyPage(graph, pages);
    read(routes, OntologyPage.PATH, ontology::answer);
    read(routes, OntologyPage.VERSION, ontology::answerVersion);
    read(routes, "/assets/{file}", pages::asset);
    read(routes, OpenApiDocument.PATH, new OpenApiDocument(catalogue)::answer);
    read(routes, ApiPage.PATH, new ApiPage(pages)::show);
    read(routes, DatasetDescription.PATH, new DatasetDescription(graph)::answer);
    new Reconciliation(graph, pages, executions, settings.limits()).register(routes);
    read(routes, "/health/live", health::live);
    read(routes, "/health/ready", health::ready);
    read(routes, "/metrics", operations::metrics);
    read(routes, "/running", operations::list);
    routes.delete("/running/{id}", operations::cancel);
  }

  /** HEAD is answered as GET is, and Jetty drops the body; Javalin by itself would only say 200. */
  private static void read(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler).head(path, handler);
  }

  private static void everyResponse(ServletContextHandler context) {
    context.setErrorHandler(new RejectedRequests());
    context.addFilter(
        new FilterHolder(new ResponseHeaders()), "/*", EnumSet.of(DispatcherType.REQUEST));
  }

  private static void refine(Server server) {
    server.setErrorHandler(new RejectedRequests());
    server.setStopTimeout(STOP_TIMEOUT_MILLIS);
    server.insertHandler(compression());
  }

  /** Answers are compressed for whoever accepts it; requests are taken as they come. */
  private static CompressionHandler compression() {
    CompressionHandler handler = new CompressionHandler();
    handler.putCompression(new GzipCompression());
    handler.putConfiguration(
        "/*",
        CompressionConfig.builder()
            .compressIncludeMethod("GET")
            .compressIncludeMethod("POST")
            .decompressExcludePath("/*")
            .build());
    return handler;
  }

  private static void refine(HttpConfiguration http) {
    http.setSendServerVersion(false);
    // Long queries fit into a URL; longer ones are sent in a body.
    http.setRequestHeaderSize(LONGEST_REQUEST_HEAD);
    // What fits is sent at once, and a failure before the end can still be told as one.
    http.setOutputBufferSize(ANSWER_SENT_AT_ONCE);
    // Javalin would let ambiguous paths through, such as /a/%2e%2e/b.
    http.setUriCompliance(UriCompliance.DEFAULT);
  }

  private static DemarcheException cannotListen(Settings settings, JavalinException failed) {
    String where = "port " + settings.port() + " of " + settings.host();
    return new DemarcheException(
        ErrorCategory.BUSY, "Can't listen on " + where + ": " + reason(failed), failed);
  }

  private static String reason(Throwable failed) {
    Throwable root = failed;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return switch (root) {
      case BindException _ -> "it is taken. Stop what uses it, or choose another port.";
      case UnresolvedAddressException _ -> "there is no host of that name.";
      default -> root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    };
  }
}
