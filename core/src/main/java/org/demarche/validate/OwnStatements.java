package org.demarche.validate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.demarche.GraphRoles;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;

/**
 * Looks for an op-ed whose graph speaks of the statements, passages or coding of another. In the
 * union of all graphs they would be that other's own, and somebody would hold what she never said.
 */
final class OwnStatements implements Check {
  private static final Pattern OF_ONE_OP_ED =
      Pattern.compile(
          Pattern.quote(Namespaces.ID) + "(?:statement|passage|op-ed|coding)/(?<opEd>[^/]+).*");

  @Override
  public Stream<Finding> findings(Examination examination, KnownTerms known) {
    return examination
        .codedTriples()
        .filter(coded -> GraphRoles.isOpEd(coded.graph()))
        .flatMap(
            coded ->
                opEd(coded.triple().getSubject())
                    .filter(opEd -> !Graphs.opEd(opEd).equals(coded.graph()))
                    .map(
                        opEd ->
                            coded.fault(
                                "This belongs to another op-ed, %s, which alone says what it is."
                                    .formatted(opEd),
                                "Say it of what is in this op-ed, or change the other one."))
                    .stream());
  }

  /** The slug of the op-ed that has a thing to itself; empty for what all may speak of. */
  private static Optional<String> opEd(Node thing) {
    return Optional.of(thing)
        .filter(Node::isURI)
        .map(Node::getURI)
        .map(OF_ONE_OP_ED::matcher)
        .filter(Matcher::matches)
        .map(name -> name.group("opEd"));
  }
}
