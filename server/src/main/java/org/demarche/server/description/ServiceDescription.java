package org.demarche.server.description;

import static org.demarche.server.description.Terms.sd;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.demarche.describe.Description;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.server.negotiation.Wish;
import org.demarche.server.sparql.Capabilities;
import org.demarche.server.sparql.SparqlService;
import org.demarche.server.sparql.WithoutQuery;

/**
 * What the SPARQL services can do, and which graphs they see: <a
 * href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service Description</a>,
 * section 2. Kept short, as clients fetch it before they ask; what the graphs hold is told by
 * {@link DatasetDescription}, under the same IRIs. Thread-safe.
 */
public final class ServiceDescription implements WithoutQuery {
  private static final Node SIMPLE =
      NodeFactory.createURI("http://www.w3.org/ns/entailment/Simple");

  private final Known.Reader known;
  private final Copies copies = new Copies();
  private final DefaultGraph defaultGraph;
  private final boolean writable;
  private final boolean federated;

  /**
   * Describes the services over a graph.
   *
   * @param writable whether anybody may update
   * @param allowedServices the endpoints that {@code SERVICE} may ask
   */
  public ServiceDescription(KnowledgeGraph graph, boolean writable, List<String> allowedServices) {
    this.known = new Known.Reader(graph);
    this.defaultGraph = graph.defaultGraph();
    this.writable = writable;
    this.federated = !allowedServices.isEmpty();
  }

  @Override
  public boolean answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Wish wish = Wish.of(request);
    if (Forms.isForNoRdf(wish)) {
      return false;
    }
    var form = Forms.choose(wish);
    Address address = Address.of(request);
    Known latest = known.latest();
    if (Forms.isKnown(latest.commit(), form, request, response)) {
      return true;
    }
    byte[] body = copies.get(latest.commit(), address, form, () -> graph(latest, address));
    Forms.write(body, form, response);
    return true;
  }

  private Graph graph(Known latest, Address address) {
    Graph graph = Terms.graph();
    Node query = service(graph, address, SparqlService.QUERY, "q", "SPARQL11Query");
    for (String type : Capabilities.resultTypes()) {
      graph.add(query, sd("resultFormat"), Terms.format(type));
    }
    for (String function : Capabilities.functions()) {
      graph.add(query, sd("extensionFunction"), NodeFactory.createURI(function));
    }
    for (String property : Capabilities.propertyFunctions()) {
      graph.add(query, sd("propertyFeature"), NodeFactory.createURI(property));
    }
    if (federated) {
      graph.add(query, sd("feature"), sd("BasicFederatedQuery"));
    }
    if (writable) {
      service(graph, address, SparqlService.UPDATE, "u", "SPARQL11Update");
    }
    dataset(graph, address, latest);
    return graph;
  }

  private Node service(
      Graph graph, Address address, SparqlService service, String label, String language) {
    Node node = NodeFactory.createBlankNode(label);
    graph.add(node, RDF.Nodes.type, sd("Service"));
    graph.add(node, sd("endpoint"), address.endpoint(service));
    graph.add(node, sd("supportedLanguage"), sd(language));
    graph.add(node, sd("defaultEntailmentRegime"), SIMPLE);
    graph.add(node, sd("defaultDataset"), Description.DATASET);
    if (defaultGraph == DefaultGraph.UNION) {
      graph.add(node, sd("feature"), sd("UnionDefaultGraph"));
    }
    return node;
  }

  private void dataset(Graph graph, Address address, Known latest) {
    Node dataset = Description.DATASET;
    graph.add(dataset, RDF.Nodes.type, sd("Dataset"));
    graph.add(dataset, RDF.Nodes.type, VOID.Dataset.asNode());
    graph.add(dataset, RDF.Nodes.type, DCAT.Dataset.asNode());
    graph.add(dataset, RDFS.Nodes.seeAlso, address.at(DatasetDescription.PATH));
    copy(graph, dataset, DCTerms.title.asNode(), latest);
    copy(graph, dataset, DCTerms.license.asNode(), latest);
    copy(graph, dataset, DCTerms.modified.asNode(), latest);
    Node unnamed = NodeFactory.createBlankNode("default");
    graph.add(dataset, sd("defaultGraph"), unnamed);
    graph.add(unnamed, RDF.Nodes.type, sd("Graph"));
    switch (defaultGraph) {
      case UNION ->
          latest
              .value(dataset, VOID.triples.asNode())
              .ifPresent(triples -> graph.add(unnamed, VOID.triples.asNode(), triples));
      case PLAIN ->
          graph.add(
              unnamed,
              VOID.triples.asNode(),
              NodeFactory.createLiteralDT("0", XSDDatatype.XSDinteger));
    }
    int number = 0;
    for (Node name : latest.graphs()) {
      Node named = NodeFactory.createBlankNode("g" + ++number);
      graph.add(dataset, sd("namedGraph"), named);
      graph.add(named, RDF.Nodes.type, sd("NamedGraph"));
      graph.add(named, sd("name"), name);
      graph.add(named, sd("graph"), name);
      graph.add(name, RDF.Nodes.type, sd("Graph"));
      copy(graph, name, VOID.triples.asNode(), latest);
    }
  }

  private static void copy(Graph graph, Node subject, Node property, Known latest) {
    latest.value(subject, property).ifPresent(value -> graph.add(subject, property, value));
  }
}
