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
 * Looks for views that are put into the wrong mouth: an attribution that its reporter holds, a
 * statement that somebody reports who writes nothing here, and a grievance, demand or condition to
 * which the statement gives another holder than it has.
 */
final class Attribution implements Check {
  private static final Node ATTRIBUTION = kind("attribution");

  private static final Node AUTHOR =
      NodeFactory.createURI(Namespaces.PREFIXES.expandPrefix("schema:author"));

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
    return Stream.concat(
        examination.codedTriples(Dem.heldBy).flatMap(coded -> held(coded, examination)),
        examination.codedTriples(Dem.reportedBy).flatMap(coded -> byStranger(coded, examination)));
  }

  private static Stream<Finding> held(Examination.Coded coded, Examination examination) {
    Graph graph = examination.dataset().getGraph(coded.graph());
    return Stream.of(ofReporter(coded, graph), ofDesk(coded, graph), ofAnother(coded, examination))
        .flatMap(it -> it);
  }

  /** A desk writes a headline or a caption; what it doesn't write isn't its view. */
  private static Stream<Finding> ofDesk(Examination.Coded coded, Graph graph) {
    Node holder = coded.triple().getObject();
    return holder.isURI()
            && holder.getURI().endsWith("-desk")
            && !graph.contains(coded.triple().getSubject(), Dem.reportedBy, holder)
        ? Stream.of(
            coded.fault(
                "It is held by %s, which doesn't report it.".formatted(ShortName.of(holder)),
                "Let dem:heldBy lead to the one whose view it is."))
        : Stream.empty();
  }

  /** Whoever writes an op-ed, its parts by other hands included, reports what stands there. */
  private static Stream<Finding> byStranger(Examination.Coded coded, Examination examination) {
    Node reporter = coded.triple().getObject();
    Graph graph = examination.dataset().getGraph(coded.graph());
    List<Node> authors =
        graph.stream(coded.triple().getSubject(), Dem.source, Node.ANY)
            .flatMap(source -> graph.stream(source.getObject(), AUTHOR, Node.ANY))
            .map(Triple::getObject)
            .toList();
    return authors.isEmpty()
            || authors.contains(reporter)
            || examination.union().contains(reporter, RDF.Nodes.type, Dem.UnnamedHolder)
            || !examination.union().contains(reporter, Node.ANY, Node.ANY)
        ? Stream.empty()
        : Stream.of(
            coded.fault(
                "%s reports nothing here: the op-ed is by %s."
                    .formatted(
                        ShortName.of(reporter),
                        authors.stream()
                            .map(ShortName::of)
                            .sorted()
                            .collect(Collectors.joining(" and "))),
                "Let dem:reportedBy lead to the author, or to the desk that wrote the passage, and"
                    + " dem:heldBy to the one whose view it is."));
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
