package org.demarche.server.sparql;

import java.util.Optional;
import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Wish;
import org.demarche.server.problem.ProblemException;

/**
 * Whole graphs, to be read only: SPARQL 1.1 Graph Store HTTP Protocol, section 4.2, indirect graph
 * identification. Thread-safe.
 */
final class GraphStoreService extends ActionService {

  @Override
  public void execGet(HttpAction action) {
    executeLifecycle(action);
  }

  @Override
  public void execHead(HttpAction action) {
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
        Optional.ofNullable(action.getRequestParameter("graph")).map(GraphStoreService::name);
    Offer<Lang> form = ResultForms.GRAPH.choose(Wish.of(action.getRequest()));
    action.beginRead();
    try {
      if (name.isPresent()) {
        ResultWriter.write(named(action.getActiveDSG(), name.get()), form, action);
      } else {
        writeDefault(form, action);
      }
    } finally {
      action.endRead();
    }
  }

  /** By a query, as only queries know what the default graph is: that of the store is empty. */
  private static void writeDefault(Offer<Lang> form, HttpAction action) {
    try (QueryExec everything =
        QueryExec.dataset(action.getActiveDSG())
            .context(action.getContext())
            .query("CONSTRUCT WHERE { ?s ?p ?o }")
            .build()) {
      ResultWriter.write(everything.construct(), form, action);
    }
  }

  private static Node name(String iri) {
    try {
      if (IRIx.create(iri).isAbsolute()) {
        return NodeFactory.createURI(iri);
      }
    } catch (IRIException _) {
      // Told below.
    }
    throw new ProblemException(400, "\"" + iri + "\" is not an absolute IRI, so no graph has it.");
  }

  private static Graph named(DatasetGraph dataset, Node name) {
    if (!dataset.containsGraph(name)) {
      throw new ProblemException(
          404,
          "There is no graph <%s>. All there are: SELECT DISTINCT ?graph { GRAPH ?graph { } }"
              .formatted(name.getURI()));
    }
    return dataset.getGraph(name);
  }
}
