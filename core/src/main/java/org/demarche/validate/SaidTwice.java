package org.demarche.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.demarche.ontology.Dem;

/**
 * Looks for a proposition that is coded twice in one op-ed, of the same holder and in the same
 * sense: it would count twice. Where the op-ed does say it twice, {@code dem:corefersWith} says so.
 */
final class SaidTwice implements Check {
  private static final List<Node> SENSE =
      List.of(
          RDF.Nodes.subject,
          RDF.Nodes.predicate,
          RDF.Nodes.object,
          Dem.heldBy,
          Dem.reportedBy,
          Dem.polarity);

  @Override
  public Stream<Finding> findings(Examination examination, KnownTerms known) {
    return examination
        .codedGraphs()
        .flatMap(name -> findings(name, examination.dataset().getGraph(name), examination));
  }

  private static Stream<Finding> findings(Node name, Graph graph, Examination examination) {
    Map<List<Set<Node>>, Node> first = new HashMap<>();
    return graph.stream(Node.ANY, RDF.Nodes.type, Dem.Statement)
        .map(triple -> triple.getSubject())
        .filter(statement -> graph.contains(statement, RDF.Nodes.subject, Node.ANY))
        .sorted((one, other) -> one.toString().compareTo(other.toString()))
        .flatMap(
            statement ->
                Optional.ofNullable(first.putIfAbsent(sense(graph, statement), statement))
                    .filter(earlier -> !corefer(graph, earlier, statement))
                    .map(earlier -> finding(name, statement, earlier, examination))
                    .stream());
  }

  private static List<Set<Node>> sense(Graph graph, Node statement) {
    return SENSE.stream()
        .map(
            property ->
                graph.stream(statement, property, Node.ANY)
                    .map(triple -> triple.getObject())
                    .collect(Collectors.toSet()))
        .toList();
  }

  private static boolean corefer(Graph graph, Node one, Node other) {
    return graph.contains(one, Dem.corefersWith, other)
        || graph.contains(other, Dem.corefersWith, one);
  }

  private static Finding finding(
      Node graph, Node statement, Node earlier, Examination examination) {
    return Finding.fault(
        examination.places().ofSubject(graph, statement),
        statement,
        "It says what %s says, of the same holder.".formatted(ShortName.of(earlier)),
        "Remove one; or, where the op-ed says it twice, let dem:corefersWith lead from one to the"
            + " other.");
  }
}
