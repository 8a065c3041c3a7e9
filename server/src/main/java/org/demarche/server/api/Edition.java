package org.demarche.server.api;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.demarche.describe.Description;
import org.demarche.graph.Snapshot;
import org.demarche.ontology.Graphs;

/**
 * Which state of the dataset an answer was made from.
 *
 * @param commit its number
 * @param day on which it was made, {@code 2026-11-24}; empty before the first commit
 */
record Edition(long commit, Optional<String> day) {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

  /**
   * @param commit that the answer was made from
   * @param snapshot read since; where it is of another commit, the day is not known
   */
  static Edition of(long commit, Snapshot snapshot) {
    if (snapshot.commit() != commit) {
      return new Edition(commit, Optional.empty());
    }
    Optional<String> day =
        Iter.asStream(
                snapshot
                    .dataset()
                    .find(
                        Graphs.DESCRIPTION,
                        Description.DATASET,
                        DCTerms.modified.asNode(),
                        Node.ANY))
            .map(Quad::getObject)
            .filter(Node::isLiteral)
            .map(Node::getLiteralLexicalForm)
            .filter(text -> DAY.matcher(text).matches())
            .map(text -> text.substring(0, 10))
            .findFirst();
    return new Edition(commit, day);
  }

  /** {@code commit 3 of 2026-11-24}. */
  String words() {
    return "commit " + commit + day.map(it -> " of " + it).orElse("");
  }
}
