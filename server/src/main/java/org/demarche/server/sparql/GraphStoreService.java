package org.demarche.server.sparql;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.GraphRoles;
import org.demarche.graph.Change;
import org.demarche.graph.ForbiddenGraphs;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.server.negotiation.EntityTag;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Wish;
import org.demarche.server.problem.ProblemException;
import org.demarche.server.running.Execution;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Kind;
import org.demarche.validate.Places;

/**
 * Whole graphs, to be read and written: SPARQL 1.1 Graph Store HTTP Protocol, by section 4.2,
 * indirect graph identification. Reading is section 5.2, writing 5.3 to 5.5; a change is a commit
 * like any other, and answered with 422 and the findings when it is refused. Thread-safe.
 */
final class GraphStoreService extends ActionService {
  private final KnowledgeGraph graph;
  private final Executions executions;

  /**
   * Reads the dataset of the request, and writes to the graph.
   *
   * @param graph must be behind the dataset
   * @param executions under which graphs are read
   */
  GraphStoreService(KnowledgeGraph graph, Executions executions) {
    this.graph = graph;
    this.executions = executions;
  }

  @Override
  public void execGet(HttpAction action) {
    executeLifecycle(action);
  }

  @Override
  public void execHead(HttpAction action) {
    executeLifecycle(action);
  }

  @Override
  public void execPut(HttpAction action) {
    executeLifecycle(action);
  }

  @Override
  public void execPost(HttpAction action) {
    executeLifecycle(action);
  }

  @Override
  public void execDelete(HttpAction action) {
    executeLifecycle(action);
  }

  @Override
  public void validate(HttpAction action) {
    boolean byDefault = action.getRequestParameter("default") != null;
    boolean named = action.getRequestParameter("graph") != null;
    if (byDefault == named) {
      throw new ProblemException(
          400,
          "Say which graph: ?default, what a query sees that names no graph, or ?graph= with the"
              + " IRI of a named graph, percent-encoded; one of the two.");
    }
  }

  @Override
  public void execute(HttpAction action) {
    Optional<Node> name =
        Optional.ofNullable(action.getRequestParameter("graph")).map(GraphName::of);
    if (SparqlService.DATA.writes(action.getRequestMethod())) {
      write(name.orElse(Quad.defaultGraphIRI), action);
    } else {
      executions.run(
          Kind.GRAPH,
          action.getRequest(),
          action.getResponse(),
          name.map(Node::getURI).orElse("default"),
          running -> read(name, action, running));
    }
  }

  private void write(Node name, HttpAction action) {
    switch (action.getRequestMethod()) {
      case "PUT" -> {
        refuseUnwritable(name);
        put(name, Upload.in(action.getRequest()).documentFor(name).replacing(), action);
      }
      case "POST" -> {
        refuseUnwritable(name);
        put(name, Upload.in(action.getRequest()).documentFor(name).adding(), action);
      }
      case "DELETE" -> delete(name, action);
      default -> throw new IllegalStateException(action.getRequestMethod() + " doesn't write");
    }
  }

  /** 201 where there was no such graph: sections 5.3 and 5.5. Its URL is the one asked for. */
  private void put(Node name, Change change, HttpAction action) {
    AtomicBoolean created = new AtomicBoolean();
    graph.commit(
        candidate -> {
          boolean before = candidate.dataset().containsGraph(name);
          change.applyTo(candidate);
          created.set(!before && candidate.dataset().containsGraph(name));
        });
    action.setResponseStatus(created.get() ? 201 : 204);
  }

  private void delete(Node name, HttpAction action) {
    if (Quad.isDefaultGraph(name) || GraphRoles.isKept(name)) {
      refuseUnwritable(name);
    }
    graph.commit(
        candidate -> {
          if (!GraphRoles.isWritable(name) || !candidate.dataset().containsGraph(name)) {
            throw missing(name);
          }
          candidate.replace(name, Set.of(), Places.none());
        });
    action.setResponseStatus(204);
  }

  private static void refuseUnwritable(Node name) {
    if (Quad.isDefaultGraph(name)) {
      throw new ProblemException(
          403,
          "What a query sees that names no graph is all named graphs together, and can't be"
              + " written as one. Name the graph of the source: ?graph= with its IRI.");
    }
    ForbiddenGraphs.reason(name)
        .ifPresent(
            finding -> {
              throw new ProblemException(GraphRoles.isKept(name) ? 403 : 422, finding.toString());
            });
  }

  private void read(Optional<Node> name, HttpAction action, Execution running) {
    action.beginRead();
    try {
      // Whether it is there comes first: in no form at all is there a graph that isn't.
      Optional<Graph> named = name.map(iri -> named(action.getActiveDSG(), iri));
      Offer<Lang> form = ResultForms.GRAPH.choose(Wish.of(action.getRequest()));
      EntityTag tag = EntityTag.of(graph.commit(), form.mediaType(), "");
      if (tag.settles(action.getRequest(), action.getResponse())) {
        running.notModified();
      } else if (named.isPresent()) {
        ResultWriter.writeWhole(named.get(), form, action, running);
      } else {
        writeDefault(form, action, running);
      }
    } finally {
      action.endRead();
    }
  }

  /** By a query, as only queries know what the default graph is: that of the store is empty. */
  private static void writeDefault(Offer<Lang> form, HttpAction action, Execution running) {
    try (QueryExec everything =
        QueryExec.dataset(action.getActiveDSG())
            .context(action.getContext())
            .query("CONSTRUCT WHERE { ?s ?p ?o }")
            .build()) {
      running.stoppedBy(everything);
      ResultWriter.writeWhole(everything.construct(), form, action, running);
    }
  }

  private static Graph named(DatasetGraph dataset, Node name) {
    if (!dataset.containsGraph(name)) {
      throw missing(name);
    }
    return dataset.getGraph(name);
  }

  private static ProblemException missing(Node name) {
    return new ProblemException(
        404,
        "There is no graph <%s>. All there are: SELECT DISTINCT ?graph { GRAPH ?graph { } }"
            .formatted(name.getURI()));
  }
}
