package org.demarche.server.home;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.demarche.graph.Snapshot;
import org.demarche.ontology.Namespaces;

/**
 * A question to click: a canned query with its values.
 *
 * @param words as a researcher would ask
 * @param answer what the answer shows
 * @param href where it is answered
 * @param about the thing that it asks about, if it is one; a graph without it isn't asked
 */
public record Question(String words, String answer, String href, Optional<Node> about) {
  /** So many are shown. */
  static final int SHOWN = 5;

  /** Some more than are shown: those at the end are for graphs that lack the first things. */
  private static final List<Question> ALL =
      List.of(
          about(
              "What is Tokyo advised to do, and by whom?",
              "Each recommendation with its holder and its paragraph",
              "recommendations",
              "addressee",
              "actor/government-of-japan"),
          about(
              "On what does GSOMIA depend?",
              "Who sets which condition, and what it takes to meet it",
              "conditions",
              "on",
              "agreement/gsomia-japan-south-korea"),
          about(
              "Which grievances are held against Japan?",
              "Who feels wronged, by what, and what would put it right",
              "grievances",
              "against",
              "actor/japan"),
          about(
              "What led to Seoul's belief that Washington sides with Japan?",
              "The chain of causes, step by step back",
              "causes",
              "thing",
              "grievance/us-favours-japan"),
          of(
              "Where do the sources contradict each other?",
              "Both sides of each disagreement, each with its evidence",
              "disagreements",
              ""),
          of(
              "What is foretold, and how surely?",
              "Each prediction with its condition and its certainty",
              "predictions",
              ""),
          of(
              "Who blames whom for what?",
              "Each negative judgement, and whose it is",
              "evaluations",
              "?attitude=negative"),
          of("Who demands what of whom?", "Each demand, and where it stands", "demands", ""),
          of("What depends on what?", "Each condition, and who sets it", "conditions", ""),
          of(
              "What happened when?",
              "Events in their order, as each source tells it",
              "timeline",
              ""));

  /** Those that a graph can answer. */
  static List<Question> of(Snapshot snapshot) {
    return ALL.stream()
        .filter(
            question ->
                question
                    .about()
                    .map(thing -> snapshot.dataset().contains(Node.ANY, thing, Node.ANY, Node.ANY))
                    .orElse(true))
        .limit(SHOWN)
        .toList();
  }

  /** All that may be shown. */
  static Stream<Question> all() {
    return ALL.stream();
  }

  private static Question about(
      String words, String answer, String query, String parameter, String thing) {
    return new Question(
        words,
        answer,
        "/queries/" + query + "?" + parameter + "=" + thing,
        Optional.of(NodeFactory.createURI(Namespaces.ID + thing)));
  }

  private static Question of(String words, String answer, String query, String values) {
    return new Question(words, answer, "/queries/" + query + values, Optional.empty());
  }
}
