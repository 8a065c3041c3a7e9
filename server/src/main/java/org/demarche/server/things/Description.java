package org.demarche.server.things;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.ontology.Namespaces;

/**
 * What the graph says of a thing: the symmetric concise bounded description, which is what the
 * thing is the subject or the object of, and the same of the blank nodes that are met on the way
 * (<a href="https://www.w3.org/submissions/CBD/">W3C Member Submission</a>, section 4). It is given
 * in pages of {@value #PAGE} facts, in the order of the store's indexes, so that all pages that are
 * made from one commit are together the whole.
 *
 * @param thing what is described
 * @param number of this page, from 1
 * @param own what the thing is the subject of
 * @param others what it is the object of
 * @param aside facts of blank nodes, which no page counts
 * @param last whether no page follows
 */
record Description(
    Node thing, int number, List<Fact> own, List<Fact> others, List<Fact> aside, boolean last) {
  /** Facts on a page. */
  static final int PAGE = 250;

  /** The most facts of blank nodes; only shapes come near. */
  private static final int ASIDE = 2000;

  /** The next page, as documents of the web say it. */
  private static final Node NEXT = NodeFactory.createURI("http://www.w3.org/1999/xhtml/vocab#next");

  Description {
    own = List.copyOf(own);
    others = List.copyOf(others);
    aside = List.copyOf(aside);
  }

  /**
   * Reads a page.
   *
   * @param number of the page, from 1
   * @return empty where the graph says nothing of the thing, or has no such page
   */
  static Optional<Description> of(DatasetGraph dataset, Node thing, int number) {
    // The union gives each triple once, however many graphs say so.
    Graph union = dataset.getUnionGraph();
    Iterator<Triple> facts =
        Iter.concat(
            union.find(thing, Node.ANY, Node.ANY),
            Iter.filter(
                union.find(Node.ANY, Node.ANY, thing),
                // What a thing says of itself stands among its own facts.
                triple -> !triple.getSubject().equals(thing)));
    Iterator<Triple> rest = Iter.skip(facts, (number - 1L) * PAGE);
    List<Fact> own = new ArrayList<>();
    List<Fact> others = new ArrayList<>();
    while (rest.hasNext() && own.size() + others.size() < PAGE) {
      Fact fact = fact(dataset, rest.next());
      (fact.triple().getSubject().equals(thing) ? own : others).add(fact);
    }
    if (own.isEmpty() && others.isEmpty()) {
      return Optional.empty();
    }
    boolean last = !rest.hasNext();
    return Optional.of(
        new Description(thing, number, own, others, ofBlankNodes(dataset, own, others), last));
  }

  /** The graph of the facts, with the labels of all that they name, and where they are cut. */
  Graph graph(DatasetGraph dataset) {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefixes(Namespaces.PREFIXES);
    Set<Node> named = new LinkedHashSet<>();
    for (List<Fact> facts : List.of(own, others, aside)) {
      for (Fact fact : facts) {
        graph.add(fact.triple());
        named.add(fact.triple().getSubject());
        named.add(fact.triple().getObject());
      }
    }
    named.remove(thing);
    named.stream()
        .filter(Node::isURI)
        .forEach(
            node ->
                dataset
                    .find(Node.ANY, node, RDFS.Nodes.label, Node.ANY)
                    .forEachRemaining(quad -> graph.add(quad.asTriple())));
    if (!last) {
      graph.add(page(number), NEXT, page(number + 1));
    }
    return graph;
  }

  private Node page(int at) {
    return NodeFactory.createURI(thing.getURI() + "?page=" + at);
  }

  /** Down from blank objects, and up from blank subjects. */
  private static List<Fact> ofBlankNodes(DatasetGraph dataset, List<Fact> own, List<Fact> others) {
    List<Fact> found = new ArrayList<>();
    Set<Node> seen = new HashSet<>();
    Deque<Node> down = new ArrayDeque<>();
    own.forEach(fact -> down.add(fact.triple().getObject()));
    Deque<Node> up = new ArrayDeque<>();
    others.forEach(fact -> up.add(fact.triple().getSubject()));
    Graph union = dataset.getUnionGraph();
    while (!down.isEmpty() && found.size() < ASIDE) {
      Node node = down.remove();
      if (node.isBlank() && seen.add(node)) {
        union
            .find(node, Node.ANY, Node.ANY)
            .forEachRemaining(
                triple -> {
                  found.add(fact(dataset, triple));
                  down.add(triple.getObject());
                });
      }
    }
    while (!up.isEmpty() && found.size() < ASIDE) {
      Node node = up.remove();
      if (node.isBlank() && seen.add(node)) {
        union
            .find(Node.ANY, Node.ANY, node)
            .forEachRemaining(
                triple -> {
                  found.add(fact(dataset, triple));
                  up.add(triple.getSubject());
                });
      }
    }
    return found;
  }

  private static Fact fact(DatasetGraph dataset, Triple triple) {
    return new Fact(
        triple,
        Iter.asStream(
                dataset.find(
                    Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject()))
            .limit(Fact.MOST_GRAPHS)
            .map(Quad::getGraph)
            .toList());
  }
}
