package org.demarche.server.reconcile;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Offers;
import org.demarche.server.pages.Pages;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Limits;
import org.demarche.server.sparql.Bodies;

/** The service: {@code /reconcile} and what lies below it. Thread-safe. */
public final class Reconciliation {
  /** The endpoint: manifest, queries, data extension. */
  public static final String PATH = "/reconcile";

  /** Sends on to the page of a thing. */
  public static final String VIEW = PATH + "/view";

  /** A thing in short, for a frame. */
  public static final String PREVIEW = PATH + "/preview";

  /** Completes names of things. */
  public static final String SUGGEST_ENTITY = PATH + "/suggest/entity";

  /** Completes names of properties. */
  public static final String SUGGEST_PROPERTY = PATH + "/suggest/property";

  /** Completes names of types. */
  public static final String SUGGEST_TYPE = PATH + "/suggest/type";

  /** Proposes properties of a type. */
  public static final String PROPERTIES = PATH + "/properties";

  /** As many queries as one batch may have. */
  public static final int MOST_QUERIES = 50;

  /** The one form of answers to programs. */
  static final Offers<String> JSON =
      Offers.of(Offer.of("application/json", "json", "application/json"));

  private final Endpoint endpoint;
  private final SuggestServices suggest;
  private final PreviewService previews;

  /** Reconciles with the things of one graph, within these limits. */
  public Reconciliation(KnowledgeGraph graph, Pages pages, Executions executions, Limits limits) {
    Readings readings = new Readings(graph, executions);
    this.endpoint = new Endpoint(readings, new Bodies(limits));
    this.suggest = new SuggestServices(readings);
    this.previews = new PreviewService(readings, pages);
  }

  /** Takes the requests to its paths. */
  public void register(RoutesConfig routes) {
    read(routes, PATH, endpoint::get);
    routes.post(PATH, endpoint::post);
    read(routes, VIEW, previews::view);
    read(routes, PREVIEW, previews::preview);
    read(routes, SUGGEST_ENTITY, suggest::entity);
    read(routes, SUGGEST_PROPERTY, suggest::property);
    read(routes, SUGGEST_TYPE, suggest::type);
    read(routes, PROPERTIES, suggest::proposals);
  }

  private static void read(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler).head(path, handler);
  }
}
