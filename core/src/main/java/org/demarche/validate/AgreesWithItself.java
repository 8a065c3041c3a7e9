package org.demarche.validate;

import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Namespaces;

/** Looks for what contradicts itself: certain and not, or the same as itself. */
final class AgreesWithItself implements Check {
  private static final Node CERTAIN = NodeFactory.createURI(Namespaces.CODE + "certainty/certain");

  @Override
  public Stream<Finding> findings(Examination examination, KnownTerms known) {
    return examination.codedTriples().flatMap(coded -> wrong(coded, examination));
  }

  private static Stream<Finding> wrong(Examination.Coded coded, Examination examination) {
    Triple triple = coded.triple();
    if (triple.getSubject().equals(triple.getObject())) {
      return Stream.of(
          coded.fault(
              "%s leads from it to itself.".formatted(ShortName.of(triple.getPredicate())),
              "Name the other one."));
    }
    Graph graph = examination.dataset().getGraph(coded.graph());
    return triple.getPredicate().equals(Dem.certainty)
            && !triple.getObject().equals(CERTAIN)
            && graph.contains(triple.getSubject(), Dem.certainty, CERTAIN)
        ? Stream.of(
            coded.fault(
                "It is certain, and %s besides.".formatted(ShortName.of(triple.getObject())),
                "Keep the one, or the other: code:certainty/certain is said without any reserve."))
        : Stream.empty();
  }
}
