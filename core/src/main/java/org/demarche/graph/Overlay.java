package org.demarche.graph;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.iterator.IteratorDelayedInitialization;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.JenaTransactionException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphTriplesQuads;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.demarche.GraphRoles;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as it would be after a change: the stored one, seen through the differences that the
 * change has made so far. The stored one is only read.
 *
 * <p>Jena's own {@code BufferingDatasetGraph} doesn't serve: its named graphs write past the
 * buffer, it forgets stored graphs when asked for their names, and its first addition begins a
 * write transaction of the store.
 *
 * <p>Triples for graphs that may not be written are dropped and remembered by graph; the commit
 * refuses the change for them. Refusing here at once would let {@code SILENT} of SPARQL Update
 * swallow it. For one thread, inside a read transaction of the stored dataset.
 */
final class Overlay extends DatasetGraphTriplesQuads {
  private final DatasetGraph stored;
  private final DefaultGraph defaultGraph;
  private final QuadBuffer added = new QuadBuffer();
  private final QuadBuffer removed = new QuadBuffer();
  private final Set<Node> forbidden = new HashSet<>();
  private final PrefixMap prefixes;

  Overlay(DatasetGraph stored, DefaultGraph defaultGraph) {
    this.stored = stored;
    this.defaultGraph = defaultGraph;
    // A copy: prefixes belong to the dataset, not to whoever uploads triples.
    this.prefixes = PrefixMapFactory.create(stored.prefixes());
  }

  /** What will be there and isn't stored yet. */
  Iterable<Quad> added() {
    return () -> added.find();
  }

  /** What is stored and won't be there. */
  Iterable<Quad> removed() {
    return () -> removed.find();
  }

  /** The graphs in which anything differs from what is stored. */
  Set<Node> changedGraphs() {
    Set<Node> graphs = added.graphs();
    graphs.addAll(removed.graphs());
    return graphs;
  }

  /** The graphs that the change tried to write, and may not. */
  Set<Node> forbidden() {
    return forbidden;
  }

  /** Makes the graph hold exactly these triples, whoever may write it. */
  void set(Node graph, Collection<Triple> triples) {
    Set<Quad> wanted = new HashSet<>();
    triples.forEach(triple -> wanted.add(asStored(Quad.create(graph, triple))));
    Set<Quad> present = Iter.toSet(findInSpecificNamedGraph(graph, Node.ANY, Node.ANY, Node.ANY));
    present.stream().filter(quad -> !wanted.contains(quad)).forEach(this::erase);
    wanted.stream().filter(quad -> !present.contains(quad)).forEach(this::put);
  }

  /** Adds a triple to a named graph, whoever may write it. */
  void put(Quad quad) {
    Quad wanted = asStored(quad);
    removed.delete(wanted);
    if (!stored.contains(wanted)) {
      added.add(wanted);
    }
  }

  /** Takes a triple from a named graph, whoever may write it. */
  void erase(Quad quad) {
    Quad unwanted = asStored(quad);
    added.delete(unwanted);
    if (stored.contains(unwanted)) {
      removed.add(unwanted);
    }
  }

  /** Two spellings of a number are one triple for the store, so they must be one for us. */
  private static Quad asStored(Quad quad) {
    return Quad.create(
        quad.getGraph(), quad.getSubject(), quad.getPredicate(), Store.asStored(quad.getObject()));
  }

  @Override
  protected void addToNamedGraph(Node g, Node s, Node p, Node o) {
    if (isAllowed(g)) {
      put(Quad.create(g, s, p, o));
    }
  }

  @Override
  protected void deleteFromNamedGraph(Node g, Node s, Node p, Node o) {
    if (isAllowed(g)) {
      erase(Quad.create(g, s, p, o));
    }
  }

  @Override
  protected void addToDftGraph(Node s, Node p, Node o) {
    forbidden.add(Quad.defaultGraphIRI);
  }

  @Override
  protected void deleteFromDftGraph(Node s, Node p, Node o) {
    forbidden.add(Quad.defaultGraphIRI);
  }

  private boolean isAllowed(Node graph) {
    boolean allowed = GraphRoles.isWritable(graph);
    if (!allowed) {
      forbidden.add(graph);
    }
    return allowed;
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
    return findThrough(g, s, p, o);
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
    return findThrough(Node.ANY, s, p, o);
  }

  /**
   * What is in memory comes first, as most questions are whether there is any. Callers in Jena say
   * "any" by {@link Node#ANY} or by null; a null is no term to be stored.
   */
  private Iterator<Quad> findThrough(Node g, Node s, Node p, @Nullable Node o) {
    Node object = o == null ? Node.ANY : Store.asStored(o);
    return Iter.concat(
        added.find(g, s, p, object),
        new IteratorDelayedInitialization<>() {
          @Override
          protected Iterator<Quad> initializeIterator() {
            return Iter.filter(stored.findNG(g, s, p, object), quad -> !removed.contains(quad));
          }
        });
  }

  /** The unnamed graph is always empty; with {@link DefaultGraph#UNION} a query sees the union. */
  @Override
  protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
    return switch (defaultGraph) {
      case PLAIN -> Iter.nullIterator();
      case UNION ->
          Iter.map(findInUnionGraph(s, p, o), triple -> Quad.create(Quad.defaultGraphIRI, triple));
    };
  }

  /** Every triple as often as there are named graphs that have it, and not once more as default. */
  @Override
  protected Iterator<Quad> findAny(Node s, Node p, Node o) {
    return findInAnyNamedGraphs(s, p, o);
  }

  @Override
  protected Stream<Quad> streamInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
    return Iter.asStream(findInSpecificNamedGraph(g, s, p, o));
  }

  @Override
  protected Stream<Quad> streamInAnyNamedGraphs(Node s, Node p, Node o) {
    return Iter.asStream(findInAnyNamedGraphs(s, p, o));
  }

  @Override
  protected Stream<Quad> streamInDftGraph(Node s, Node p, Node o) {
    return Iter.asStream(findInDftGraph(s, p, o));
  }

  @Override
  protected Stream<Quad> streamAny(Node s, Node p, Node o) {
    return streamInAnyNamedGraphs(s, p, o);
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    Set<Node> graphs = Iter.toSet(stored.listGraphNodes());
    graphs.addAll(added.graphs());
    return Iter.filter(graphs.iterator(), this::containsGraph);
  }

  @Override
  public boolean containsGraph(Node graph) {
    return findInSpecificNamedGraph(graph, Node.ANY, Node.ANY, Node.ANY).hasNext();
  }

  @Override
  public Graph getDefaultGraph() {
    return GraphView.createDefaultGraph(this);
  }

  @Override
  public Graph getGraph(Node graph) {
    return GraphView.createNamedGraph(this, graph);
  }

  @Override
  public Graph getUnionGraph() {
    return GraphView.createUnionGraph(this);
  }

  @Override
  public PrefixMap prefixes() {
    return prefixes;
  }

  /** The stored dataset's: what a query may call and reach is settled there. */
  @Override
  public Context getContext() {
    return stored.getContext();
  }

  @Override
  public boolean supportsTransactions() {
    return true;
  }

  @Override
  public boolean supportsTransactionAbort() {
    return false;
  }

  @Override
  public void begin(TxnType type) {
    throw new JenaTransactionException("A change is one transaction already");
  }

  @Override
  public boolean promote(Promote mode) {
    return true;
  }

  /** Nothing: whoever asked for the change commits it. */
  @Override
  public void commit() {}

  @Override
  public void abort() {
    throw new JenaTransactionException("A change is aborted by an exception");
  }

  @Override
  public void end() {}

  @Override
  public boolean isInTransaction() {
    return true;
  }

  @Override
  public ReadWrite transactionMode() {
    return ReadWrite.WRITE;
  }

  @Override
  public TxnType transactionType() {
    return TxnType.WRITE;
  }
}
