package org.demarche.validate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Namespaces;

/**
 * Looks for views that are put into the mouth of whoever reports them: an attribution that its
 * reporter holds, and a grievance, demand or condition to which the statement gives another holder
 * than it has.
 */
final class Attribution implements Check {
  private static final Node ATTRIBUTION = kind("attribution");

  /** A statement of another kind may tell about somebody's grievance or demand. */
  private static final List<Node> OF_ITS_HOLDER =
      List.of(kind("grievance"), kind("demand"), kind("condition"));

  /** What is told is that somebody says it, or is named for it: that, the reporter does hold. */
  private static final Set<Node> ACTS_OF_SAYING =
      Stream.of("announces", "creditedTo", "states")
          .map(relation -> NodeFactory.createURI(Namespaces.DEM + relation))
          .collect(Collectors.toUnmodifiableSet());

  /** They lead from a grievance, a demand or a condition to those whose it is. */
  private static final List<Node> HOLDERS = List.of(Dem.holder, Dem.demandedBy, Dem.setBy);

  @Override
  public Stream<Finding> findings(Examination examination, KnownTerms known) {
    return examination
        .codedGraphs()
        .flatMap(
            name ->
                examination.dataset().getGraph(name).stream(Node.ANY, Dem.heldBy, Node.ANY)
                    .map(triple -> new Examination.Coded(name, triple, examination.places()))
                    .flatMap(
                        coded ->
                            Stream.concat(
                                ofReporter(coded, examination.dataset().getGraph(name)),
                                ofAnother(coded, examination))));
  }

  private static Stream<Finding> ofReporter(Examination.Coded coded, Graph graph) {
    Node statement = coded.triple().getSubject();
    return graph.contains(statement, Dem.kind, ATTRIBUTION)
            && graph.contains(statement, Dem.reportedBy, coded.triple().getObject())
            && ACTS_OF_SAYING.stream()
                .noneMatch(act -> graph.contains(statement, RDF.Nodes.predicate, act))
        ? Stream.of(
            coded.fault(
                "An attribution is held by the one whose view it is, not by %s who reports it."
                    .formatted(ShortName.of(coded.triple().getObject())),
                "Let dem:heldBy lead to that actor, and dem:reportedBy stay; or choose the"
                    + " dem:kind of what the reporter says herself."))
        : Stream.empty();
  }

  private static Stream<Finding> ofAnother(Examination.Coded coded, Examination examination) {
    Node statement = coded.triple().getSubject();
    Node holder = coded.triple().getObject();
    Graph graph = examination.dataset().getGraph(coded.graph());
    // That nothing is known of a holder is told elsewhere, and most likely a slip.
    if (OF_ITS_HOLDER.stream().noneMatch(kind -> graph.contains(statement, Dem.kind, kind))
        || !examination.union().contains(holder, Node.ANY, Node.ANY)) {
      return Stream.empty();
    }
    return graph.stream(statement, Dem.describes, Node.ANY)
        .map(Triple::getObject)
        .flatMap(thing -> otherHolder(thing, holder, examination.union()).stream())
        .map(
            other ->
                coded.fault(
                    "It is held by %s, while what it describes is held by %s."
                        .formatted(ShortName.of(holder), ShortName.of(other)),
                    "Let dem:heldBy lead to the one whose it is."));
  }

  private static Optional<Node> otherHolder(Node thing, Node holder, Graph union) {
    return HOLDERS.stream()
        .filter(property -> !union.contains(thing, property, holder))
        .flatMap(property -> union.stream(thing, property, Node.ANY))
        .map(Triple::getObject)
        .min((one, other) -> one.toString().compareTo(other.toString()));
  }

  private static Node kind(String code) {
    return NodeFactory.createURI(Namespaces.CODE + "kind/" + code);
  }
}
