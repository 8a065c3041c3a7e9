package org.demarche.server.description;

import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.queries.Catalogue;
import org.demarche.queries.QueryExamples;

/** What comes with Demarche, and reading what is told of it. */
final class BundledData {
  private BundledData() {}

  static void loadInto(KnowledgeGraph graph) {
    new Loader(graph)
        .load(
            Stream.concat(
                    Manifest.onClassPath().sources().stream(),
                    Stream.of(QueryExamples.of(Catalogue.bundled())))
                .toList());
  }

  static Graph parse(String text, String contentType) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text, RDFLanguages.contentTypeToLang(contentType.replaceFirst(";.*", "")))
        .parse(graph);
    return graph;
  }
}
