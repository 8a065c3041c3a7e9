package org.demarche.server.opeds;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.server.access.WriteAccess;
import org.demarche.server.pages.Pages;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Limits;
import org.demarche.server.sparql.Bodies;

/** The paths of op-eds: RFC 9110. Thread-safe. */
public final class OpEds {
  /** Where they are listed, and new ones are sent to. */
  public static final String PATH = "/op-eds";

  /** The part of a path that names one. */
  static final String NAME = "name";

  /** Where each of them is. */
  public static final String ONE = PATH + "/{" + NAME + "}";

  private final OpEdReading reading;
  private final OpEdWriting writing;

  /**
   * @param executions under which op-eds are read
   * @param access who may write
   */
  public OpEds(
      KnowledgeGraph graph, Pages pages, Executions executions, WriteAccess access, Limits limits) {
    this.reading = new OpEdReading(graph, pages, executions);
    this.writing = new OpEdWriting(graph, access, new OpEdBody(new Bodies(limits)));
  }

  /** Takes the requests to its paths. */
  public void register(RoutesConfig routes) {
    read(routes, PATH, reading::list);
    routes.post(PATH, writing::post);
    read(routes, ONE, reading::show);
    routes.put(ONE, writing::put);
    routes.delete(ONE, writing::delete);
  }

  private static void read(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler).head(path, handler);
  }
}
