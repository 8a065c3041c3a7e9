package org.demarche.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.demarche.GraphRoles;
import org.demarche.ontology.Graphs;

/**
 * What a change does to the union of all that is claimed, inferred triples included. A triple that
 * another graph says as well is neither added nor removed.
 *
 * @param added what nothing claimed before
 * @param removed what nothing claims any more
 * @param bereft things that a graph of premises says less of than before
 */
public record ClaimsChange(Set<Triple> added, Set<Triple> removed, Set<Node> bereft) {
  /** Copies the sets. */
  public ClaimsChange {
    added = Set.copyOf(added);
    removed = Set.copyOf(removed);
    bereft = Set.copyOf(bereft);
  }

  /**
   * The change of the union that differences of named graphs make.
   *
   * @param before what was claimed
   * @param after what will be claimed
   */
  public static ClaimsChange of(List<Quad> added, List<Quad> removed, Graph before, Graph after) {
    Set<Triple> more = new HashSet<>();
    claims(added).filter(triple -> !before.contains(triple)).forEach(more::add);
    Set<Triple> less = new HashSet<>();
    claims(removed).filter(triple -> !after.contains(triple)).forEach(less::add);
    return new ClaimsChange(
        more,
        less,
        removed.stream()
            .filter(quad -> GraphRoles.isPremise(quad.getGraph()))
            .map(Quad::getSubject)
            .collect(Collectors.toSet()));
  }

  /** The same, with triples that are to be examined as if they were new. */
  public ClaimsChange with(Stream<Triple> examined) {
    return new ClaimsChange(
        Stream.concat(added.stream(), examined).collect(Collectors.toSet()), removed, bereft);
  }

  /** The things that are of a class now and weren't before, and those that were and aren't now. */
  Stream<Triple> types() {
    return Stream.concat(added.stream(), removed.stream()).filter(ClaimsChange::isType);
  }

  /** The classes that things are of no longer. */
  Stream<Triple> lostTypes() {
    return removed.stream().filter(ClaimsChange::isType);
  }

  /** The classes that things are of now. */
  Stream<Triple> newTypes() {
    return added.stream().filter(ClaimsChange::isType);
  }

  private static Stream<Triple> claims(List<Quad> quads) {
    return quads.stream()
        .filter(
            quad ->
                GraphRoles.isPremise(quad.getGraph()) || quad.getGraph().equals(Graphs.INFERRED))
        .map(Quad::asTriple);
  }

  private static boolean isType(Triple triple) {
    return triple.getPredicate().equals(RDF.Nodes.type);
  }
}
