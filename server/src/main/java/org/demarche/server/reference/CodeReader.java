package org.demarche.server.reference;

import static org.demarche.server.reference.Sources.objects;
import static org.demarche.server.reference.Sources.subjects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.server.pages.Links;

/** Reads the schemes of codes out of a graph. */
final class CodeReader {
  private static final Comparator<Node> BY_IRI = Comparator.comparing(Node::getURI);

  private final Graph graph;
  private final Alignments matches;
  private final Alignments alignments;
  private final CodesTaken codesTaken;

  /**
   * @param graph that has the schemes
   */
  CodeReader(Graph graph, Sources sources) {
    this.graph = graph;
    this.matches = new Alignments(graph);
    this.alignments = new Alignments(sources.ontology());
    this.codesTaken = new CodesTaken(sources);
  }

  /** All schemes, by IRI. */
  List<Scheme> schemes() {
    return subjects(graph, RDF.Nodes.type, SKOS.ConceptScheme.asNode())
        .filter(Code::isCode)
        .sorted(BY_IRI)
        .map(this::scheme)
        .toList();
  }

  private Scheme scheme(Node scheme) {
    return new Scheme(
        Code.anchor(scheme),
        scheme.getURI(),
        Notes.of(graph, scheme),
        Stream.of(new Fact("Taken by", codesTaken.of(scheme).map(Link::to).toList()))
            .filter(fact -> !fact.values().isEmpty())
            .toList(),
        ordered(scheme).stream().map(this::code).toList());
  }

  /** Each concept before those below it. */
  private List<Node> ordered(Node scheme) {
    List<Node> all =
        subjects(graph, SKOS.inScheme.asNode(), scheme)
            .filter(Code::isCode)
            .sorted(BY_IRI)
            .toList();
    Set<Node> known = Set.copyOf(all);
    Set<Node> placed = new HashSet<>();
    List<Node> ordered = new ArrayList<>();
    Stream.concat(
            all.stream()
                .filter(
                    code -> objects(graph, code, SKOS.broader.asNode()).noneMatch(known::contains)),
            // What is in a circle has nothing above it.
            all.stream())
        .forEach(code -> place(code, known, placed, ordered));
    return ordered;
  }

  private void place(Node code, Set<Node> known, Set<Node> placed, List<Node> ordered) {
    if (known.contains(code) && placed.add(code)) {
      ordered.add(code);
      subjects(graph, SKOS.broader.asNode(), code)
          .filter(Node::isURI)
          .sorted(BY_IRI)
          .forEach(below -> place(below, known, placed, ordered));
    }
  }

  private Code code(Node code) {
    return new Code(
        Code.anchor(code),
        code.getURI(),
        Links.of(code).orElse(""),
        objects(graph, code, SKOS.notation.asNode())
            .filter(Node::isLiteral)
            .map(Node::getLiteralLexicalForm)
            .toList(),
        Notes.of(graph, code),
        Stream.of(
                of("Broader", objects(graph, code, SKOS.broader.asNode())),
                of("Narrower", subjects(graph, SKOS.broader.asNode(), code)),
                of("Related", objects(graph, code, SKOS.related.asNode())),
                new Fact(
                    "Alignments",
                    Stream.concat(matches.of(code).stream(), alignments.of(code).stream())
                        .distinct()
                        .toList()))
            .filter(fact -> !fact.values().isEmpty())
            .toList());
  }

  private static Fact of(String name, Stream<Node> codes) {
    return new Fact(name, codes.filter(Code::isCode).map(Link::to).toList());
  }
}
