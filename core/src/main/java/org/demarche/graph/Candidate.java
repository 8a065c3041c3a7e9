package org.demarche.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.demarche.GraphRoles;
import org.demarche.validate.Places;

/**
 * The dataset as a change would leave it, until the commit is made or refused. For the one thread
 * that makes the change, and only while it makes it.
 */
public final class Candidate {
  private final Overlay overlay;
  private final long basedOn;
  private final Map<Node, String> loads = new HashMap<>();
  private final Set<Node> kept = new HashSet<>();
  private final List<Places> places = new ArrayList<>();

  Candidate(Overlay overlay, long basedOn) {
    this.overlay = overlay;
    this.basedOn = basedOn;
  }

  /**
   * The dataset, to be read and changed at will. Triples for the unnamed default graph, for those
   * that commits keep or one that isn't the dataset's are not taken, and the commit is refused for
   * them; see {@link GraphRoles}.
   */
  public DatasetGraph dataset() {
    return overlay;
  }

  /** What is remembered of the last load of a named graph; empty if it never was loaded. */
  public Optional<LoadRecord> loaded(Node graph) {
    return Bookkeeping.loaded(overlay, graph);
  }

  /**
   * Makes a named graph hold exactly what its files say, and remembers which files those were.
   *
   * @param graph one that may be written; see {@link GraphRoles#isWritable}
   * @param triples all of the graph
   * @param contentSha256 of the files, in hexadecimal
   * @param written where in the files the triples stand
   */
  public void replace(
      Node graph, Collection<Triple> triples, String contentSha256, Places written) {
    if (!GraphRoles.isWritable(graph)) {
      overlay.forbidden().add(graph);
      return;
    }
    overlay.set(graph, triples);
    loads.put(graph, contentSha256);
    places.add(written);
  }

  /**
   * Remembers that somebody loaded the graph, so that what comes with the program doesn't replace
   * it at a start; until a load that doesn't say so.
   *
   * @param graph that this change loads
   */
  public void keepAtStart(Node graph) {
    kept.add(graph);
  }

  /**
   * Makes a named graph hold exactly these triples, as an edit: no load of it is remembered.
   *
   * @param graph one that may be written; see {@link GraphRoles#isWritable}
   * @param triples all of the graph
   * @param written where the triples were written
   */
  public void replace(Node graph, Collection<Triple> triples, Places written) {
    if (!GraphRoles.isWritable(graph)) {
      overlay.forbidden().add(graph);
      return;
    }
    overlay.set(graph, triples);
    places.add(written);
  }

  /**
   * Adds triples to a named graph.
   *
   * @param graph one that may be written; see {@link GraphRoles#isWritable}
   * @param written where the triples were written
   */
  public void add(Node graph, Collection<Triple> triples, Places written) {
    triples.forEach(triple -> overlay.add(Quad.create(graph, triple)));
    places.add(written);
  }

  Overlay overlay() {
    return overlay;
  }

  /** The commit that the change began from. */
  long basedOn() {
    return basedOn;
  }

  /** The graphs that were loaded, each with the hash of its files. */
  Map<Node, String> loads() {
    return loads;
  }

  /** Those of the loaded graphs that a start leaves as they are. */
  Set<Node> kept() {
    return kept;
  }

  Places places() {
    return Places.allOf(places);
  }
}
