package org.demarche.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries of the catalogue answer from the op-ed what its dossier says. */
class CannedQueriesTest {
  private static final String NOBODY = "actor/nobody-by-this-name";

  /** The same triples in Jena's own memory, as a tool may hold them that knows nothing of us. */
  private static final DatasetGraph PLAIN = OpEdGraph.copy();

  static Stream<String> names() {
    return CannedQueries.names();
  }

  static Stream<String> namesOfThoseWithoutRequiredParameters() {
    return CannedQueries.names()
        .filter(name -> CannedQueries.asksWithoutParameters(CannedQueries.get(name)));
  }

  static Stream<Arguments> things() {
    return CannedQueries.names()
        .map(CannedQueries::get)
        .flatMap(
            query ->
                query.parameters().stream()
                    .filter(parameter -> parameter.type() instanceof ParameterType.Thing)
                    .map(parameter -> Arguments.of(query.name(), parameter.name())));
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_example_gives_the_rows_in_the_file_beside(String name) {
    CannedQuery query = CannedQueries.get(name);

    List<String> rows = OpEdGraph.answer(query.bind(CannedQueries.example(query)).query());

    assertThat(rows).hasSizeGreaterThan(1);
    assertThat(rows)
        .map(CannedQueriesTest::withoutLoad)
        .containsExactlyElementsOf(
            Question.lines("canned/" + name + (query.constructs() ? ".nt" : ".csv")));
  }

  @Test
  void the_graph_of_the_network_holds_each_edge_of_its_table() {
    CannedQuery table = CannedQueries.get("actor-network");
    CannedQuery graph = CannedQueries.get("actor-network-graph");

    List<String> edges = OpEdGraph.select(table.bind(Map.of()).query());
    String triples = String.join("\n", OpEdGraph.answer(graph.bind(Map.of()).query()));

    assertThat(edges.stream().skip(1))
        .hasSizeGreaterThan(30)
        .allSatisfy(
            edge -> {
              String[] cells = edge.split(",", -1);
              assertThat(triples).contains(triple(cells[2], cells[0], cells[4], cells[6]));
            });
  }

  @ParameterizedTest
  @MethodSource("things")
  void a_thing_that_nobody_speaks_of_gives_no_rows(String name, String parameter) {
    CannedQuery query = CannedQueries.get(name);

    List<String> rows =
        OpEdGraph.answer(query.bind(CannedQueries.exampleWith(query, parameter, NOBODY)).query());

    assertThat(rows).hasSize(query.constructs() ? 0 : 1);
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_thing_is_known_by_its_short_form_and_by_its_iri(String name) {
    CannedQuery query = CannedQueries.get(name);
    Map<String, List<String>> shortForm = CannedQueries.example(query);
    Map<String, List<String>> iri = CannedQueries.example(query);
    iri.replaceAll((parameter, values) -> List.of(inFull(query, parameter, values.getFirst())));

    assertThat(query.bind(iri).terms()).isEqualTo(query.bind(shortForm).terms());
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_text_of_a_bound_query_parses_again_and_gives_the_same_rows(String name) {
    CannedQuery query = CannedQueries.get(name);
    BoundQuery bound = query.bind(CannedQueries.example(query));

    Query again = QueryFactory.create(bound.text());

    assertThat(OpEdGraph.answer(again)).isEqualTo(OpEdGraph.answer(bound.query()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_bound_query_gives_the_same_rows_in_plain_ARQ(String name) {
    CannedQuery query = CannedQueries.get(name);
    BoundQuery bound = query.bind(CannedQueries.example(query));

    assertThat(plainly(bound.query())).isEqualTo(OpEdGraph.answer(bound.query()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_file_as_it_stands_runs_in_plain_ARQ(String name) throws IOException {
    CannedQuery query = CannedQueries.get(name);

    List<String> rows = plainly(QueryFactory.create(file(query)));

    assertThat(rows).isNotEmpty();
    if (CannedQueries.asksWithoutParameters(query)) {
      assertThat(rows).isEqualTo(OpEdGraph.answer(query.bind(Map.of()).query()));
    }
  }

  @ParameterizedTest
  @MethodSource("namesOfThoseWithoutRequiredParameters")
  void without_parameters_there_is_a_row_for_each_and_none_twice(String name) {
    CannedQuery query = CannedQueries.get(name);

    List<String> rows = OpEdGraph.answer(query.bind(Map.of()).query());

    assertThat(Question.lines("canned/rows-without-parameters.csv"))
        .contains(name + "," + (rows.size() - (query.constructs() ? 0 : 1)));
    assertThat(rows).doesNotHaveDuplicates();
  }

  /** The triple of an edge that leads to its end. */
  private static String triple(String relation, String from, String to, String thing) {
    String property =
        switch (relation) {
          case "alliance" -> "allyOf";
          case "action" -> "target";
          case "demand" -> "demandedOf";
          case "grievance" -> "against";
          case "dispute" -> "actor";
          default -> throw new IllegalArgumentException(relation);
        };
    return "<%s> <https://w3id.org/demarche/ontology#%s> <%s> ."
        .formatted(relation.equals("alliance") ? from : thing, property, to);
  }

  /** A row without what each load writes anew: the moment, and the hash of the files. */
  private static String withoutLoad(String row) {
    return row.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z", "(moment)")
        .replaceAll("(graph/op-ed/[a-z0-9-]+),[0-9a-f]{64}", "$1,(hash of the files)");
  }

  private static String inFull(CannedQuery query, String parameter, String value) {
    Node term = CannedQueries.parameter(query, parameter).type().term(value).orElseThrow();
    return term.isURI() ? term.getURI() : value;
  }

  private static List<String> plainly(Query query) {
    return OpEdGraph.answer(query, PLAIN);
  }

  private static String file(CannedQuery query) throws IOException {
    String path = "/demarche/queries/%s/%s.rq".formatted(query.theme(), query.name());
    try (InputStream in =
        Objects.requireNonNull(CannedQueriesTest.class.getResourceAsStream(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
