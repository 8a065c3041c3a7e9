package org.demarche.server.clients;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * One test of a query: these triples, this query, that result.
 *
 * @param name the folder and the name within it: {@code sparql-1.1/aggregates/agg01}
 * @param query the IRI of the query's file
 * @param triples the files whose triples are the default graph
 * @param graphs the files whose triples are the named graphs of the same names
 * @param result the IRI of the file with the expected result
 * @param lax whether the number of equal rows doesn't count, as with {@code REDUCED}
 */
record W3cTest(
    String name,
    String query,
    Set<String> triples,
    Set<String> graphs,
    String result,
    boolean lax) {

  /** The query, with the IRI of its file as the base of the relative IRIs in it. */
  String text() {
    return "BASE <" + query + ">\n" + W3cSuite.text(query);
  }

  /** Puts the triples into a dataset, in place of what is there. */
  void load(DatasetGraph dataset) {
    dataset.executeWrite(
        () -> {
          dataset.clear();
          triples.forEach(file -> GraphUtil.addInto(dataset.getDefaultGraph(), read(file)));
          allGraphs().forEach(file -> dataset.addGraph(NodeFactory.createURI(file), read(file)));
        });
  }

  /** The graphs that the query names in FROM are there already: no server here fetches any. */
  private Set<String> allGraphs() {
    if (!triples.isEmpty() || !graphs.isEmpty()) {
      return graphs;
    }
    Query parsed = QueryFactory.create(text(), Syntax.syntaxSPARQL_12);
    return Set.copyOf(
        List.of(parsed.getGraphURIs(), parsed.getNamedGraphURIs()).stream()
            .flatMap(List::stream)
            .toList());
  }

  private static Graph read(String file) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.source(W3cSuite.open(file))
        .base(file)
        .lang(RDFLanguages.filenameToLang(file))
        .parse(graph);
    return graph;
  }

  /** What a report of the tests shows. */
  @Override
  public String toString() {
    return name;
  }
}
