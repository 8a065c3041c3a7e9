package org.demarche.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The background: each fact with its sources, sources that differ, and names in three languages.
 */
class ReferenceGraphTest {
  private static final Node HEDGED = NodeFactory.createURI(Namespaces.CODE + "certainty/hedged");
  private static final Node CERTAIN = NodeFactory.createURI(Namespaces.CODE + "certainty/certain");

  /** What is a fact and not just a name. */
  private static final Set<String> FACTS =
      Set.of(
          "agreement",
          "dispute",
          "event",
          "measure",
          "membership",
          "participation",
          "situation",
          "status-period");

  @Test
  void each_fact_has_its_date_its_certainty_and_its_sources() {
    Question.of("reference/facts").isAnsweredByTheGraph();
  }

  @Test
  void every_fact_is_certain_by_a_source_or_hedged_without_one() {
    reading(
        reference ->
            assertThat(facts(reference))
                .hasSizeGreaterThan(70)
                .allSatisfy(
                    fact ->
                        assertThat(reference.contains(fact, DCTerms.source.asNode(), Node.ANY))
                            .isEqualTo(reference.contains(fact, Dem.certainty, CERTAIN))
                            .isNotEqualTo(reference.contains(fact, Dem.certainty, HEDGED))));
  }

  @Test
  void one_query_finds_all_that_sources_tell_differently() {
    Question.of("reference/conflicts").isAnsweredByTheGraph();
  }

  @Test
  void the_background_names_nothing_that_only_an_op_ed_describes() {
    OpEdGraph.read(
        dataset -> {
          Graph reference = dataset.getGraph(Graphs.REFERENCE);
          List<Node> named =
              reference.stream()
                  .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
                  .filter(node -> node.isURI() && node.getURI().startsWith(Namespaces.ID))
                  .distinct()
                  .toList();
          assertThat(named).allMatch(node -> reference.contains(node, RDF.Nodes.type, Node.ANY));
          return true;
        });
  }

  @ParameterizedTest
  @CsvFileSource(resources = "reference/labels.csv", numLinesToSkip = 1)
  void each_name_seen_in_a_source_is_a_label(String thing, String language, String label) {
    Node node = NodeFactory.createURI(Namespaces.ID + thing);
    Node text = NodeFactory.createLiteralLang(label, language);

    reading(
        reference ->
            assertThat(
                    reference.contains(node, RDFS.Nodes.label, text)
                        || reference.contains(node, SKOS.altLabel.asNode(), text))
                .isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Seoul", "Tokyo", "Washington", "Pyongyang", "Beijing"})
  void a_capital_is_a_hidden_label_of_its_government_and_of_nothing_else(String capital) {
    Node text = NodeFactory.createLiteralLang(capital, "en");

    reading(
        reference ->
            assertThat(
                    reference.stream(Node.ANY, SKOS.hiddenLabel.asNode(), text)
                        .map(Triple::getSubject))
                .singleElement()
                .matches(actor -> reference.contains(actor, RDF.Nodes.type, Dem.Government)));
  }

  private static List<Node> facts(Graph reference) {
    return reference.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
        .map(Triple::getSubject)
        .filter(Node::isURI)
        .filter(node -> FACTS.contains(kind(node)))
        .distinct()
        .collect(Collectors.toList());
  }

  /** {@code event} of {@code id:event/gsomia-signed}. */
  private static String kind(Node node) {
    return node.getURI().substring(Namespaces.ID.length()).replaceFirst("/.*", "");
  }

  private static void reading(Consumer<Graph> reader) {
    OpEdGraph.read(
        dataset -> {
          reader.accept(dataset.getGraph(Graphs.REFERENCE));
          return true;
        });
  }
}
