package org.demarche.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.demarche.ErrorCategory;
import org.demarche.GraphRoles;
import org.demarche.graph.Change;
import org.demarche.validate.Finding;
import org.demarche.validate.Findings;
import org.demarche.validate.Place;
import org.demarche.validate.Places;
import org.demarche.validate.Refusal;
import org.demarche.validate.Severity;

/**
 * What somebody sends for one named graph: read, and not written yet.
 *
 * <pre>{@code
 * GraphDocument document = GraphDocument.read(opEdGraph, SourceFile.of("body", TURTLE, bytes));
 * graph.commit(document.replacing());
 * }</pre>
 *
 * <p>Unlike a load it leaves no record of the file: the graph counts as edited, so that the next
 * start doesn't put back what came with the program. Immutable.
 */
public final class GraphDocument {
  private final Node graph;
  private final Set<Triple> triples;
  private final Places places;

  private GraphDocument(Node graph, Set<Triple> triples, Places places) {
    this.graph = graph;
    this.triples = triples;
    this.places = places;
  }

  /**
   * Reads a document. Relative IRIs in it are meant against that of the graph: SPARQL 1.1 Graph
   * Store HTTP Protocol, section 4.2. The same document has the same blank nodes each time it is
   * read for the same graph, so that sending it twice changes nothing more.
   *
   * @param graph the IRI of the graph that it is for
   * @param file in a syntax that names no graphs itself
   * @throws Refusal {@link ErrorCategory#BAD_INPUT} with all that keeps it from being read, each
   *     with line and column where the syntax has them
   */
  public static GraphDocument read(Node graph, SourceFile file) {
    if (file.syntax().namesGraphs()) {
      throw new IllegalArgumentException(file.syntax() + " names graphs itself");
    }
    FileContent content = FileReader.read(file, graph.getURI());
    List<Finding> faults = new ArrayList<>(content.faults());
    Map<Quad, Place> placed = new LinkedHashMap<>();
    content
        .triples()
        .forEach((quad, place) -> placed.put(Quad.create(graph, quad.asTriple()), place));
    content.graphs().stream()
        .filter(named -> !Quad.isDefaultGraph(named))
        .forEach(named -> faults.add(namesGraph(named)));
    if (!faults.isEmpty()) {
      throw new Refusal(ErrorCategory.BAD_INPUT, new Findings(faults));
    }
    return new GraphDocument(
        graph,
        placed.keySet().stream().map(Quad::asTriple).collect(Collectors.toUnmodifiableSet()),
        file.syntax() == Syntax.JSON_LD ? Places.none() : Places.of(placed));
  }

  /**
   * Makes the graph hold what the document says, and nothing else.
   *
   * @return a change that is refused when the graph may not be written; see {@link
   *     GraphRoles#isWritable}
   */
  public Change replacing() {
    return candidate -> candidate.replace(graph, triples, places);
  }

  /**
   * Adds what the document says to the graph: an RDF merge, since no blank node of the document is
   * one of another document.
   *
   * @return a change that is refused when the graph may not be written; see {@link
   *     GraphRoles#isWritable}
   */
  public Change adding() {
    return candidate -> candidate.add(graph, triples, places);
  }

  private static Finding namesGraph(Node named) {
    return new Finding(
        Severity.FAULT,
        Optional.empty(),
        Optional.of(named),
        "The document puts triples into a named graph of its own.",
        "Which graph they are for is said outside the document: leave out the graph's \"@id\".");
  }
}
