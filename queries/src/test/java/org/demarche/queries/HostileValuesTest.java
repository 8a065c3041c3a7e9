package org.demarche.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.graph.NodeTransformLib;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a value holds, it is refused or becomes a term in its place: it never changes what is
 * asked.
 */
class HostileValuesTest {
  private static final long SEED = 20191122;
  private static final int VALUES = 200;
  private static final Node BLANK_LEFT_OPEN = NodeFactory.createURI("urn:test:the-term");

  /** Harmless each, these make up values that mean harm. */
  private static final List<String> PIECES =
      List.of(
          "\"",
          "'",
          "\"\"\"",
          "'''",
          "\\",
          "\\\"",
          "\\u0022",
          "`",
          "{",
          "}",
          "(",
          ")",
          "<",
          ">",
          "?x",
          "$x",
          "?_thing_iri",
          "#",
          ";",
          ".",
          ",",
          "@en",
          "^^",
          "\n",
          "\r\n",
          "\t",
          " ",
          "\u0000",
          "\u00a0",
          "\u200b",
          "\u202e",
          "\ufeff",
          "é",
          "e\u0301",
          "한국",
          "日本",
          "😀",
          "%",
          "%3E",
          "%0A",
          "%22",
          "..",
          "/",
          "//",
          ":",
          "|",
          "^",
          "1=1",
          "-- ",
          "/*",
          "*/",
          "} DROP ALL",
          "} UNION { ?s ?p ?o",
          "\" } ; DROP ALL #",
          "> } ; CLEAR ALL #",
          "SERVICE <http://example.org/sparql> { }",
          "FILTER (true)",
          "BIND (1 AS ?y)",
          "urn:x:",
          "http://example.org/",
          "https://w3id.org/demarche/id/",
          "actor/",
          "japan",
          "http://example.org/a>b",
          "http://example.org/a b",
          "http://[",
          "_:b0",
          "file:///");

  static Stream<Arguments> parameters() {
    return CannedQueries.parameters(_ -> true);
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void no_value_changes_what_is_asked(String name, String parameter) {
    CannedQuery query = CannedQueries.get(name);
    Parameter wanted = CannedQueries.parameter(query, parameter);
    Op asked = shape(query.bind(with(query, wanted, CannedQueries.fit(wanted.type()))), wanted);

    for (String value : values()) {
      bound(query, wanted, value)
          .ifPresent(
              bound -> {
                assertThat(shape(bound, wanted)).as(value).isEqualTo(asked);
                assertThat(shape(QueryFactory.create(bound.text()), term(bound, wanted)))
                    .as("text of the query for " + value)
                    .isEqualTo(asked);
              });
    }
  }

  @Test
  void a_text_is_taken_as_it_is() {
    CannedQuery query = CannedQueries.get("labels");
    Parameter word = CannedQueries.parameter(query, "word");
    Parameter label = CannedQueries.parameter(query, "label");

    for (String value : values()) {
      assertThat(term(bound(query, word, value).orElseThrow(), word))
          .isEqualTo(NodeFactory.createLiteralString(value));
      assertThat(term(bound(query, label, value).orElseThrow(), label))
          .isEqualTo(NodeFactory.createLiteralLang(value, "en"));
    }
  }

  @Test
  void what_is_no_iri_is_refused_and_what_is_one_is_taken_as_it_is() {
    CannedQuery query = CannedQueries.get("labels");
    Parameter thing = CannedQueries.parameter(query, "thing");
    List<String> taken = new ArrayList<>();

    for (String value : values()) {
      bound(query, thing, value)
          .ifPresent(
              bound -> {
                taken.add(value);
                assertThat(term(bound, thing).getURI()).endsWith(value);
              });
    }

    assertThat(taken).isNotEmpty();
    assertThat(taken).noneMatch(value -> value.matches("(?s).*[\\x00-\\x20<>\"{}|^`\\\\].*"));
  }

  private static List<String> values() {
    Random random = new Random(SEED);
    return IntStream.range(0, VALUES).mapToObj(_ -> value(random)).toList();
  }

  private static String value(Random random) {
    StringBuilder value = new StringBuilder();
    for (int pieces = 1 + random.nextInt(6); pieces > 0; pieces--) {
      value.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return value.toString();
  }

  /** The query with the value in it; empty where it is refused. */
  private static Optional<BoundQuery> bound(CannedQuery query, Parameter parameter, String value) {
    try {
      return Optional.of(query.bind(with(query, parameter, value)));
    } catch (BadParametersException _) {
      return Optional.empty();
    }
  }

  private static Map<String, List<String>> with(
      CannedQuery query, Parameter parameter, String value) {
    return CannedQueries.exampleWith(query, parameter.name(), value);
  }

  private static Node term(BoundQuery bound, Parameter parameter) {
    return Objects.requireNonNull(bound.terms().get(parameter));
  }

  private static Op shape(BoundQuery bound, Parameter parameter) {
    return shape(bound.query(), term(bound, parameter));
  }

  /** What the query asks, as algebra, with the term taken out again. */
  private static Op shape(Query query, Node term) {
    return NodeTransformLib.transform(
        node -> node.equals(term) ? BLANK_LEFT_OPEN : node, Algebra.compile(query));
  }
}
