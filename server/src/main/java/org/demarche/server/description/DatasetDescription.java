package org.demarche.server.description;

import io.javalin.http.Context;
import java.io.IOException;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.demarche.describe.Description;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Namespaces;
import org.demarche.server.negotiation.Wish;
import org.demarche.server.sparql.SparqlService;

/**
 * What the dataset holds and where it can be had: <a href="https://www.w3.org/TR/void/">VoID</a>,
 * section 7.2, and DCAT 3. It is {@code graph:description} and {@code graph:queries} as the latest
 * commit has them, and the addresses of this server. Thread-safe.
 */
public final class DatasetDescription {
  /** Where VoID has descriptions sought. */
  public static final String PATH = "/.well-known/void";

  private static final Node TARGET =
      NodeFactory.createURI(Namespaces.PREFIXES.expandPrefix("schema:target"));
  private static final Node PROTOCOL =
      NodeFactory.createURI("http://www.w3.org/TR/sparql11-protocol/");

  private final Known.Reader known;
  private final Copies copies = new Copies();
  private final DefaultGraph defaultGraph;

  /** Describes one graph. */
  public DatasetDescription(KnowledgeGraph graph) {
    this.known = new Known.Reader(graph);
    this.defaultGraph = graph.defaultGraph();
  }

  /**
   * Answers {@link #PATH}.
   *
   * @throws IOException when the client has left
   */
  public void answer(Context context) throws IOException {
    context.header("Vary", "Accept");
    var form = Forms.choose(Wish.of(context.req()));
    Address address = Address.of(context.req());
    Known latest = known.latest();
    if (Forms.isKnown(latest.commit(), form, context.req(), context.res())) {
      return;
    }
    byte[] body = copies.get(latest.commit(), address, form, () -> graph(latest, address));
    Forms.write(body, form, context.res());
  }

  private Graph graph(Known latest, Address address) {
    Graph graph = Terms.graph();
    GraphUtil.addInto(graph, latest.description());
    GraphUtil.addInto(graph, latest.queries());
    document(graph, address);
    access(graph, address, latest);
    latest
        .queries()
        .find(Node.ANY, RDF.Nodes.type, SHACL.SPARQLExecutable)
        .forEach(
            example ->
                graph.add(example.getSubject(), TARGET, address.endpoint(SparqlService.QUERY)));
    return graph;
  }

  private static void document(Graph graph, Address address) {
    Node document = address.at(PATH);
    graph.add(document, RDF.Nodes.type, VOID.DatasetDescription.asNode());
    graph.add(document, FOAF.primaryTopic.asNode(), Description.DATASET);
  }

  private void access(Graph graph, Address address, Known latest) {
    Node dataset = Description.DATASET;
    Node endpoint = address.endpoint(SparqlService.QUERY);
    graph.add(dataset, RDF.Nodes.type, VOID.Dataset.asNode());
    graph.add(dataset, RDF.Nodes.type, DCAT.Dataset.asNode());
    graph.add(
        dataset,
        Dem.commit,
        NodeFactory.createLiteralDT(Long.toString(latest.commit()), XSDDatatype.XSDinteger));
    graph.add(dataset, VOID.sparqlEndpoint.asNode(), endpoint);

    Node service = NodeFactory.createBlankNode("service");
    graph.add(service, RDF.Nodes.type, DCAT.DataService.asNode());
    graph.add(service, DCTerms.title.asNode(), english("SPARQL endpoint of Demarche"));
    graph.add(service, DCTerms.conformsTo.asNode(), PROTOCOL);
    graph.add(service, DCAT.endpointURL.asNode(), endpoint);
    // Asked without a query, the endpoint describes itself.
    graph.add(service, DCAT.endpointDescription.asNode(), endpoint);
    graph.add(service, DCAT.servesDataset.asNode(), dataset);

    Node queried = distribution(graph, "queried", "By SPARQL query");
    graph.add(queried, DCAT.accessURL.asNode(), endpoint);
    graph.add(queried, DCAT.accessService.asNode(), service);

    for (Node name : latest.graphs()) {
      graph.add(name, VOID.dataDump.asNode(), address.dump(name));
    }
    if (defaultGraph == DefaultGraph.UNION) {
      graph.add(dataset, VOID.dataDump.asNode(), address.dump());
      Node whole = distribution(graph, "whole", "All named graphs together, as Turtle");
      graph.add(whole, DCAT.accessURL.asNode(), address.dump());
      graph.add(whole, DCAT.downloadURL.asNode(), address.dump());
      graph.add(
          whole,
          DCAT.mediaType.asNode(),
          NodeFactory.createURI("https://www.iana.org/assignments/media-types/text/turtle"));
    }
  }

  private static Node distribution(Graph graph, String label, String title) {
    Node distribution = NodeFactory.createBlankNode(label);
    graph.add(Description.DATASET, DCAT.distribution.asNode(), distribution);
    graph.add(distribution, RDF.Nodes.type, DCAT.Distribution.asNode());
    graph.add(distribution, DCTerms.title.asNode(), english(title));
    return distribution;
  }

  private static Node english(String text) {
    return NodeFactory.createLiteralLang(text, "en");
  }
}
