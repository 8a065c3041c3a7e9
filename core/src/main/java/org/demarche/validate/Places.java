package org.demarche.validate;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/**
 * Where the triples of a change were written, so that a finding can point at the line. Triples that
 * came from no file, such as those of a SPARQL Update, have no place. Immutable.
 */
public final class Places {
  private static final Places NONE = new Places(Map.of(), Cells.NONE);

  private final Map<Quad, Place> quads;
  private final Cells cells;
  private final Map<Node, InGraph> graphs = new HashMap<>();

  private Places(Map<Quad, Place> quads, Cells cells) {
    this.quads = quads;
    this.cells = cells;
    quads.forEach(
        (quad, place) ->
            graphs
                .computeIfAbsent(quad.getGraph(), graph -> new InGraph())
                .add(quad.asTriple(), place));
  }

  /** No places at all. */
  public static Places none() {
    return NONE;
  }

  /**
   * The places of a change.
   *
   * @param triples where each triple of each named graph was first written
   */
  public static Places of(Map<Quad, Place> triples) {
    return of(triples, Cells.NONE);
  }

  /**
   * The places of a change that was written in a table.
   *
   * @param triples where each triple of each named graph was first written
   * @param cells where others would be written
   */
  public static Places of(Map<Quad, Place> triples, Cells cells) {
    return triples.isEmpty() ? NONE : new Places(Map.copyOf(triples), cells);
  }

  /** The places of several sources together; where two name the same triple, the first in order. */
  public static Places allOf(Collection<Places> several) {
    Map<Quad, Place> together = new HashMap<>();
    several.forEach(
        places -> places.quads.forEach((quad, place) -> together.merge(quad, place, Place::first)));
    return of(together, Cells.ofAll(several.stream().map(places -> places.cells).toList()));
  }

  /** Where the triple stands in the files of one named graph. */
  public Optional<Place> of(Node graph, Triple triple) {
    return Optional.ofNullable(quads.get(Quad.create(graph, triple)));
  }

  /** Where the triple stands first, whatever the graph. */
  public Optional<Place> of(Triple triple) {
    return firstInAny(graph -> Optional.ofNullable(graph.triples.get(triple)));
  }

  /**
   * Where the first triple with this subject stands in the files of one named graph; in a table,
   * its row.
   */
  public Optional<Place> ofSubject(Node graph, Node subject) {
    return Optional.ofNullable(graphs.get(graph))
        .flatMap(in -> in.ofSubject(subject))
        .map(place -> inTable(place, subject));
  }

  /** Where the first triple with this subject stands, whatever the graph; in a table, its row. */
  public Optional<Place> ofSubject(Node subject) {
    return firstInAny(graph -> graph.ofSubject(subject)).map(place -> inTable(place, subject));
  }

  /** The cell in which a property of a thing would be written; empty outside tables. */
  public Optional<Place> ofCell(Node subject, Node property) {
    return cells.cell(subject, property);
  }

  /** The finding in the words of the table that it stands in; outside tables as it is. */
  Finding inWords(Finding finding) {
    return cells.inWords(finding);
  }

  private Place inTable(Place place, Node subject) {
    return place.heading().isEmpty() ? place : cells.row(subject).orElse(place);
  }

  private Optional<Place> firstInAny(Function<InGraph, Optional<Place>> place) {
    return graphs.values().stream().map(place).flatMap(Optional::stream).min(Place::compareTo);
  }

  private static final class InGraph {
    private final Map<Triple, Place> triples = new HashMap<>();
    private final Map<Node, Place> subjects = new HashMap<>();

    void add(Triple triple, Place place) {
      triples.put(triple, place);
      subjects.merge(triple.getSubject(), place, Place::first);
    }

    Optional<Place> ofSubject(Node subject) {
      return Optional.ofNullable(subjects.get(subject));
    }
  }
}
