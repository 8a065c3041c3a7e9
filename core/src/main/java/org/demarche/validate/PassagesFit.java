package org.demarche.validate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.demarche.GraphRoles;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Namespaces;

/**
 * Looks for passages that can't be in one text: past its end, over one another, two with one name,
 * or with another name than the paragraph that they are. A reader would be led to the wrong place.
 */
final class PassagesFit implements Check {
  private static final Node START = node("oa:start");
  private static final Node END = node("oa:end");

  @Override
  public Stream<Finding> findings(Examination examination, KnownTerms known) {
    return examination
        .codedGraphs()
        .filter(GraphRoles::isOpEd)
        .flatMap(graph -> findings(graph, examination));
  }

  private static Stream<Finding> findings(Node name, Examination examination) {
    Graph graph = examination.dataset().getGraph(name);
    return Stream.of(
            pastTheEnd(graph), overOneAnother(graph), namedTwice(graph), namedOtherwise(graph))
        .flatMap(it -> it)
        .map(
            wrong ->
                new Examination.Coded(name, wrong.triple(), examination.places())
                    .fault(wrong.what(), wrong.right()));
  }

  private record Wrong(Triple triple, String what, String right) {}

  private static Stream<Wrong> pastTheEnd(Graph graph) {
    return graph.stream(Node.ANY, Dem.textLength, Node.ANY)
        .flatMap(length -> number(length).stream())
        .limit(1)
        .flatMap(
            length ->
                graph.stream(Node.ANY, END, Node.ANY)
                    .filter(end -> number(end).filter(it -> it > length).isPresent())
                    .map(
                        end ->
                            new Wrong(
                                end,
                                "It ends after the text, which has %d characters."
                                    .formatted(length),
                                "Count oa:end in the characters of the text, and give the op-ed its"
                                    + " dem:textLength.")));
  }

  private static Stream<Wrong> overOneAnother(Graph graph) {
    List<Triple> starts =
        graph.stream(Node.ANY, START, Node.ANY)
            .filter(start -> number(start).isPresent())
            .sorted(
                Comparator.<Triple>comparingLong(start -> number(start).orElseThrow())
                    .thenComparing(start -> start.getSubject().toString()))
            .toList();
    return Stream.iterate(1, i -> i < starts.size(), i -> i + 1)
        .flatMap(
            i -> {
              Node before = starts.get(i - 1).getSubject();
              long begin = number(starts.get(i)).orElseThrow();
              return graph.stream(before, END, Node.ANY)
                  .filter(end -> number(end).filter(it -> it > begin).isPresent())
                  .map(
                      _ ->
                          new Wrong(
                              starts.get(i),
                              "It begins before %s ends.".formatted(ShortName.of(before)),
                              "Passages follow each other: mend oa:start here or oa:end there."));
            });
  }

  private static Stream<Wrong> namedTwice(Graph graph) {
    Map<Node, Triple> first = new HashMap<>();
    return graph.stream(Node.ANY, Dem.paragraph, Node.ANY)
        .sorted(Comparator.comparing(triple -> triple.getSubject().toString()))
        .flatMap(
            triple ->
                Stream.ofNullable(first.putIfAbsent(triple.getObject(), triple))
                    .map(
                        earlier ->
                            new Wrong(
                                triple,
                                "%s is this paragraph already."
                                    .formatted(ShortName.of(earlier.getSubject())),
                                "Give each passage its own dem:paragraph.")));
  }

  private static Stream<Wrong> namedOtherwise(Graph graph) {
    return graph.stream(Node.ANY, Dem.paragraph, Node.ANY)
        .filter(triple -> triple.getObject().isLiteral())
        .filter(triple -> triple.getSubject().isURI())
        .filter(triple -> triple.getSubject().getURI().startsWith(Namespaces.ID + "passage/"))
        .filter(
            triple ->
                !triple
                    .getSubject()
                    .getURI()
                    .endsWith("/" + triple.getObject().getLiteralLexicalForm()))
        .map(
            triple ->
                new Wrong(
                    triple,
                    "It is named otherwise than its paragraph, %s."
                        .formatted(triple.getObject().getLiteralLexicalForm()),
                    "Let the name end in the paragraph, such as P4."));
  }

  private static Optional<Long> number(Triple triple) {
    Node object = triple.getObject();
    try {
      return object.isLiteral()
          ? Optional.of(Long.valueOf(object.getLiteralLexicalForm()))
          : Optional.empty();
    } catch (NumberFormatException toldByAShape) {
      return Optional.empty();
    }
  }

  private static Node node(String name) {
    return NodeFactory.createURI(Namespaces.PREFIXES.expandPrefix(name));
  }
}
