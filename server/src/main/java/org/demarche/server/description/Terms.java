package org.demarche.server.description;

import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.VOID;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;

/** The terms of descriptions that Jena has no constants for, and their prefixes. */
final class Terms {
  static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";

  /** What W3C calls the formats that SPARQL and RDF are written in, by media type. */
  private static final Map<String, String> FORMAT_NAMES =
      Map.of(
          "application/sparql-results+json", "SPARQL_Results_JSON",
          "application/sparql-results+xml", "SPARQL_Results_XML",
          "text/csv", "SPARQL_Results_CSV",
          "text/tab-separated-values", "SPARQL_Results_TSV",
          "text/turtle", "Turtle",
          "application/n-triples", "N-Triples",
          "application/ld+json", "JSON-LD",
          "application/rdf+xml", "RDF_XML",
          "application/trig", "TriG",
          "application/n-quads", "N-Quads");

  private Terms() {}

  /** A term of the Service Description vocabulary. */
  static Node sd(String name) {
    return NodeFactory.createURI(SD + name);
  }

  /**
   * The IRI of the format of a media type.
   *
   * @throws IllegalArgumentException when W3C has none
   */
  static Node format(String mediaType) {
    String name = FORMAT_NAMES.get(mediaType);
    if (name == null) {
      throw new IllegalArgumentException("W3C names no format for " + mediaType);
    }
    return NodeFactory.createURI(FORMATS + name);
  }

  /** An empty graph with the prefixes of descriptions. */
  static Graph graph() {
    Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
    graph
        .getPrefixMapping()
        .setNsPrefixes(Namespaces.PREFIXES)
        .setNsPrefix("dcat", DCAT.NS)
        .setNsPrefix("fn", "http://www.w3.org/2005/xpath-functions#")
        .setNsPrefix("format", FORMATS)
        .setNsPrefix("math", "http://www.w3.org/2005/xpath-functions/math#")
        .setNsPrefix("part", Graphs.DESCRIPTION.getURI() + "/")
        .setNsPrefix("sd", SD)
        .setNsPrefix("void", VOID.NS)
        .setNsPrefix("void-ext", "http://ldf.fi/void-ext#");
    return graph;
  }
}
