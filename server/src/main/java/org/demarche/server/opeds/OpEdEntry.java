package org.demarche.server.opeds;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.demarche.GraphRoles;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Namespaces;
import org.demarche.server.pages.Label;
import org.demarche.server.pages.Labels;
import org.demarche.server.pages.Links;

/**
 * A coded op-ed, as the list tells of it.
 *
 * @param graph that holds it
 * @param title or its name where it has no title
 * @param authors who wrote it
 * @param outlets where it appeared
 * @param earliest the first day on which it may have appeared; empty where that is unknown
 * @param latest the last day on which it may have appeared; empty where that is unknown
 * @param statements how many it makes
 * @param coders who coded it
 * @param codedOn the day on which it was coded; empty where that is unknown
 * @param commit the latest that changed its graph
 */
public record OpEdEntry(
    Node graph,
    Label title,
    List<Named> authors,
    List<Named> outlets,
    String earliest,
    String latest,
    long statements,
    List<Named> coders,
    String codedOn,
    long commit) {

  private static final Node AUTHOR = schema("author");
  private static final Node PUBLISHER = schema("publisher");

  /** Copies the lists. */
  public OpEdEntry {
    authors = List.copyOf(authors);
    outlets = List.copyOf(outlets);
    coders = List.copyOf(coders);
  }

  /**
   * A thing with its name.
   *
   * @param iri of the thing
   * @param path of its page
   */
  public record Named(String iri, String path, Label label) {
    private static Named of(Node thing, Labels labels) {
      return new Named(thing.toString(), Links.of(thing).orElse(""), labels.of(thing));
    }
  }

  /** The op-ed. */
  public String iri() {
    return OpEdPath.opEd(graph).getURI();
  }

  /** Its page. */
  public String page() {
    return OpEdPath.page(graph);
  }

  /** Its graph. */
  public String path() {
    return OpEdPath.of(graph);
  }

  /** When it appeared, as far as is known. */
  public String date() {
    if (earliest.equals(latest)) {
      return earliest;
    }
    return earliest + " – " + latest;
  }

  /** The graphs of all op-eds that are coded, by their slugs. */
  static List<Node> graphs(DatasetGraph dataset) {
    return Iter.asStream(dataset.find(Node.ANY, Node.ANY, RDF.Nodes.type, Dem.OpEd))
        .filter(
            quad ->
                GraphRoles.isNamedAsOpEd(quad.getSubject())
                    && GraphRoles.graphOf(quad.getSubject()).equals(quad.getGraph()))
        .map(Quad::getGraph)
        .sorted(Comparator.comparing(Node::getURI))
        .toList();
  }

  /** Reads one. */
  static OpEdEntry of(Node graph, Labels labels) {
    DatasetGraph dataset = labels.dataset();
    Node opEd = OpEdPath.opEd(graph);
    List<Node> codings =
        Iter.asStream(dataset.find(graph, Node.ANY, Dem.codes, opEd))
            .map(Quad::getSubject)
            .toList();
    return new OpEdEntry(
        graph,
        labels.all(opEd, DCTerms.title.asNode()).stream()
            .findFirst()
            .orElseGet(() -> labels.of(opEd)),
        named(values(dataset, graph, opEd, AUTHOR), labels),
        named(values(dataset, graph, opEd, PUBLISHER), labels),
        text(values(dataset, graph, opEd, Dem.earliestBegin)),
        text(values(dataset, graph, opEd, Dem.latestEnd)),
        Iter.count(dataset.find(graph, Node.ANY, Dem.source, opEd)),
        named(
            codings.stream().flatMap(coding -> values(dataset, graph, coding, Dem.coder)), labels),
        text(codings.stream().flatMap(coding -> values(dataset, graph, coding, Dem.codedOn))),
        OpEdVersion.of(dataset, graph).map(OpEdVersion::commit).orElse(0L));
  }

  private static List<Named> named(Stream<Node> things, Labels labels) {
    return things
        .distinct()
        .map(thing -> Named.of(thing, labels))
        .sorted(Comparator.comparing(Named::iri))
        .toList();
  }

  private static String text(Stream<Node> literals) {
    return literals
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .min(Comparator.naturalOrder())
        .orElse("");
  }

  private static Stream<Node> values(
      DatasetGraph dataset, Node graph, Node subject, Node property) {
    return Iter.asStream(dataset.find(graph, subject, property, Node.ANY)).map(Quad::getObject);
  }

  private static Node schema(String name) {
    return NodeFactory.createURI(Namespaces.PREFIXES.expandPrefix("schema:" + name));
  }
}
