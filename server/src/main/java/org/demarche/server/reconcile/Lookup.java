package org.demarche.server.reconcile;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.demarche.graph.Snapshot;
import org.demarche.search.Hit;
import org.demarche.search.Search;

/**
 * Finds things that may bear a name, with all their labels: how much alike these are is judged by
 * whoever asks. Stateless; thread-safe.
 */
final class Lookup {
  /** Of each kind of things. */
  private static final int OF_A_KIND = 12;

  private Lookup() {}

  /**
   * The likely labels, those of the likeliest thing first.
   *
   * @param text a name, or the beginning of one, in any script
   * @return at least one label for each thing
   */
  static List<Match> find(Snapshot snapshot, String text) {
    Search search = Search.of(text, OF_A_KIND);
    return Stream.of(
            snapshot.search(search).best(), snapshot.suggest(search), snapshot.like(search))
        .flatMap(List::stream)
        .map(Hit::thing)
        .filter(Identifiers::isThing)
        .distinct()
        .filter(thing -> isNamed(snapshot, thing))
        .flatMap(thing -> labels(snapshot, thing))
        .toList();
  }

  private static boolean isNamed(Snapshot snapshot, Node thing) {
    return Reconciled.NAMED.stream()
        .anyMatch(type -> snapshot.dataset().contains(Node.ANY, thing, RDF.Nodes.type, type));
  }

  private static Stream<Match> labels(Snapshot snapshot, Node thing) {
    return Reconciled.LABELS.stream()
        .flatMap(
            property ->
                Iter.asStream(snapshot.dataset().find(Node.ANY, thing, property, Node.ANY))
                    .map(Quad::getObject))
        .filter(Node::isLiteral)
        .map(label -> new Match(thing, label.getLiteralLexicalForm()));
  }
}
