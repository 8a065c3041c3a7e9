package org.demarche.graph;

import java.util.Collection;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.demarche.GraphRoles;
import org.demarche.ontology.Graphs;
import org.demarche.validate.Finding;
import org.demarche.validate.Findings;
import org.demarche.validate.Severity;

/** Says why a graph may not be written, and what to do instead. Stateless. */
public final class ForbiddenGraphs {
  private static final String OP_ED_GRAPH = Graphs.opEd("{slug}").getURI();

  private ForbiddenGraphs() {}

  /** What a change of the graph would be refused with; empty when the graph may be written. */
  public static Optional<Finding> reason(Node graph) {
    return GraphRoles.isWritable(graph) ? Optional.empty() : Optional.of(finding(graph));
  }

  /** One fault for each graph. */
  static Findings findings(Collection<Node> graphs) {
    return new Findings(graphs.stream().map(ForbiddenGraphs::finding).toList());
  }

  private static Finding finding(Node graph) {
    if (Quad.isDefaultGraph(graph)) {
      return new Finding(
          Severity.FAULT,
          Optional.empty(),
          Optional.empty(),
          "Triples in the unnamed default graph would be said by nobody.",
          "Name the graph of the source that says so: GRAPH <" + OP_ED_GRAPH + "> { … }.");
    }
    if (graph.equals(Graphs.INFERRED)) {
      return fault(
          graph,
          "This graph holds what follows from the others, and every commit computes it anew.",
          "Write what a source says into the graph of that source.");
    }
    if (graph.equals(Graphs.PROVENANCE)) {
      return fault(
          graph,
          "This graph holds what was loaded in which commit, and only commits write it.",
          "Load or change the graph that it tells of.");
    }
    if (graph.equals(Graphs.DESCRIPTION)) {
      return fault(
          graph,
          "This graph tells what the others hold, and every commit counts anew.",
          "Load or change the graph that it tells of.");
    }
    return fault(
        graph,
        "This graph isn't one of the dataset's.",
        "Write what an op-ed says into <"
            + OP_ED_GRAPH
            + ">, and background into <"
            + Graphs.REFERENCE
            + ">. "
            + GraphRoles.WHAT_A_SLUG_IS);
  }

  private static Finding fault(Node graph, String wrong, String right) {
    return Finding.fault(Optional.empty(), graph, wrong, right);
  }
}
