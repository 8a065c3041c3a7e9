package org.demarche.validate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.demarche.GraphRoles;
import org.demarche.ontology.Dem;

/**
 * Looks for what nobody can trace: everything described in the graph of an op-ed must be reachable,
 * along triples of that graph from subject to object, from a statement that has a passage. Only who
 * coded the op-ed, and when, is in no statement: it is known from the coding.
 */
final class Reach implements Check {

  @Override
  public Stream<Finding> findings(Examination examination, KnownTerms known) {
    return Stream.concat(examination.codedGraphs(), withOtherStatements(examination))
        .filter(GraphRoles::isOpEd)
        .distinct()
        .flatMap(graph -> unreached(graph, examination));
  }

  /** The graphs that describe what is a statement now and wasn't before, or the other way round. */
  private static Stream<Node> withOtherStatements(Examination examination) {
    return examination.change().stream()
        .flatMap(ClaimsChange::types)
        .filter(type -> type.getObject().equals(Dem.Statement))
        .flatMap(type -> examination.untouched(type.getSubject(), Node.ANY, Node.ANY))
        .map(Examination.Coded::graph);
  }

  private static Stream<Finding> unreached(Node graph, Examination examination) {
    Map<Node, Set<Triple>> descriptions = new HashMap<>();
    examination
        .triplesOf(graph)
        .forEach(
            triple ->
                descriptions
                    .computeIfAbsent(triple.getSubject(), subject -> new HashSet<>())
                    .add(triple));
    Set<Node> statements = statements(descriptions, examination.union());
    Set<Node> reached = reachedFrom(statements, descriptions);
    addCodings(descriptions, reached);
    // A statement without a passage is one fault, not as many as there are things behind it.
    return descriptions.keySet().stream()
        .filter(
            subject ->
                statements.contains(subject)
                    ? !hasPassage(descriptions.getOrDefault(subject, Set.of()))
                    : !reached.contains(subject))
        .map(
            subject ->
                Finding.fault(
                    examination.places().ofSubject(graph, subject),
                    subject,
                    statements.contains(subject)
                        ? "Without a passage nobody can trace what this statement says."
                        : "No statement with a passage leads here.",
                    statements.contains(subject)
                        ? "Give it a dem:passage."
                        : "Name it in a dem:Statement that has a dem:passage, or leave it out."));
  }

  /** The coding of what is reached, and its coders; nothing else that it may lead to. */
  private static void addCodings(Map<Node, Set<Triple>> descriptions, Set<Node> reached) {
    descriptions.forEach(
        (subject, description) -> {
          if (description.stream()
              .anyMatch(
                  it -> it.getPredicate().equals(Dem.codes) && reached.contains(it.getObject()))) {
            reached.add(subject);
            description.stream()
                .filter(it -> it.getPredicate().equals(Dem.coder))
                .map(Triple::getObject)
                .forEach(reached::add);
          }
        });
  }

  private static Set<Node> statements(Map<Node, Set<Triple>> descriptions, Graph union) {
    return descriptions.keySet().stream()
        .filter(subject -> union.contains(subject, RDF.Nodes.type, Dem.Statement))
        .collect(Collectors.toSet());
  }

  private static boolean hasPassage(Set<Triple> description) {
    return description.stream().anyMatch(triple -> triple.getPredicate().equals(Dem.passage));
  }

  private static Set<Node> reachedFrom(Set<Node> starts, Map<Node, Set<Triple>> descriptions) {
    Set<Node> reached = new HashSet<>(starts);
    Deque<Node> ahead = new ArrayDeque<>(starts);
    while (!ahead.isEmpty()) {
      for (Triple triple : descriptions.getOrDefault(ahead.remove(), Set.of())) {
        if (reached.add(triple.getObject())) {
          ahead.add(triple.getObject());
        }
      }
    }
    return reached;
  }
}
