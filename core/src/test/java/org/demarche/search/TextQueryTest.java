package org.demarche.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.text.Entity;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.system.Txn;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.ontology.Namespaces;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code text:query} in SPARQL. */
@TestInstance(Lifecycle.PER_CLASS)
class TextQueryTest {
  private static final String PREFIXES =
      """
      PREFIX text: <http://jena.apache.org/text#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX graph: <https://w3id.org/demarche/graph/>
      PREFIX actor: <https://w3id.org/demarche/id/actor/>
      PREFIX agreement: <https://w3id.org/demarche/id/agreement/>
      """;
  private static final String GSOMIA = "agreement/gsomia-japan-south-korea";

  @AutoClose private final KnowledgeGraph graph = LookUps.graph();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ?s text:query "지소미아"                                        | agreement/gsomia-japan-south-korea
          (?s ?score) text:query ("軍事情報包括保護協定")                 | agreement/gsomia-japan-south-korea
          (?s ?score ?l) text:query (rdfs:label "일본" 1)                 | actor/japan
          (?s ?score ?l) text:query (rdfs:label skos:altLabel "dprk" 10)  | actor/north-korea
          ?s text:query (rdfs:label "carneg*" 10 "lang:en")               | actor/carnegie-endowment
          ?s text:query (rdfs:label "carnegei~")                          | actor/carnegie-endowment
          ?s text:query "\\"Park Geun-hye\\""                             | actor/park-geun-hye
          ?s text:query "대한민국"@ko                                     | actor/south-korea
          """)
  void things_are_found_by_their_texts(String pattern, String expected) {
    assertThat(things("SELECT ?s { " + pattern + " }")).contains(expected);
  }

  @Test
  void rows_come_by_descending_score_with_text_graph_and_property() {
    List<List<String>> rows =
        rows(
            """
            SELECT ?score ?literal ?graph ?property {
              (?s ?score ?literal ?graph ?property) text:query (rdfs:label "Japan" 20) }
            """);

    assertThat(rows).hasSize(20);
    assertThat(rows).extracting(row -> -Double.parseDouble(row.get(0))).isSorted();
    assertThat(rows.getFirst().get(1)).isEqualTo("Japan");
    assertThat(rows.getFirst().get(2)).isEqualTo("https://w3id.org/demarche/graph/reference");
    assertThat(rows.getFirst().get(3)).isEqualTo("http://www.w3.org/2000/01/rdf-schema#label");
  }

  @Test
  void a_language_is_kept_to() {
    assertThat(things("SELECT ?s { ?s text:query (rdfs:label \"日本\" \"lang:ja\") }"))
        .contains("actor/japan");
    assertThat(things("SELECT ?s { ?s text:query (rdfs:label \"日本\" \"lang:ko\") }")).isEmpty();
  }

  @Test
  void a_named_graph_is_searched_alone() {
    String query = "SELECT ?s { GRAPH %s { ?s text:query (rdfs:label \"GSOMIA\" 500) } }";

    assertThat(things(query.formatted("graph:reference"))).contains(GSOMIA);
    assertThat(things(query.formatted("graph:reference"))).noneMatch(s -> s.contains("F039"));
    assertThat(things(query.formatted("graph:codes"))).doesNotContain(GSOMIA);
    assertThat(rows("SELECT DISTINCT ?g { GRAPH ?g { ?s text:query (rdfs:label \"GSOMIA\") } }"))
        .contains(
            List.of("https://w3id.org/demarche/graph/reference"),
            List.of("https://w3id.org/demarche/graph/op-ed/botto-2019-gsomia"));
  }

  @Test
  void only_the_graphs_that_a_query_names_are_searched() {
    assertThat(
            things("SELECT ?s FROM graph:reference { ?s text:query (rdfs:label \"GSOMIA\" 500) }"))
        .contains(GSOMIA)
        .noneMatch(s -> s.startsWith("statement/"));
    assertThat(things("SELECT ?s FROM graph:codes { ?s text:query (rdfs:label \"GSOMIA\") }"))
        .doesNotContain(GSOMIA);
  }

  @Test
  void a_text_that_two_graphs_have_is_told_once_unless_the_graphs_are_asked_for() {
    assertThat(
            rows(
                "SELECT ?l { (agreement:gsomia-japan-south-korea ?n ?l) text:query (rdfs:label \"GSOMIA\") }"))
        .hasSize(1);
    assertThat(
            rows(
                "SELECT ?g { (agreement:gsomia-japan-south-korea ?n ?l ?g) text:query (rdfs:label \"GSOMIA\") }"))
        .hasSizeGreaterThanOrEqualTo(1);
  }

  @Test
  void without_a_union_the_empty_default_graph_has_no_texts() {
    try (KnowledgeGraph plain = KnowledgeGraph.inMemory(DefaultGraph.PLAIN)) {
      new Loader(plain).load(Manifest.onClassPath().sources());

      assertThat(rows(plain, "SELECT ?s { ?s text:query \"Japan\" }")).isEmpty();
      assertThat(rows(plain, "SELECT ?s { GRAPH graph:reference { ?s text:query \"Japan\" } }"))
          .isNotEmpty();
    }
  }

  @Test
  void the_text_may_come_from_the_data() {
    assertThat(
            things(
                """
                SELECT ?s { actor:japan rdfs:label ?name FILTER (lang(?name) = "ja")
                            ?s text:query (rdfs:label ?name) }
                """))
        .contains("actor/japan");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ?s text:query "GSOMIA AND"             | can't read "GSOMIA AND"
          ?s text:query "("                      | can't read "("
          ?s text:query "*apan"                  | a word can't begin with * or ?
          ?s text:query "/a.*b/"                 | regular expressions
          ?s text:query "thing:x"                | there is no field "thing"
          ?s text:query "[a TO b]"               | ranges
          ?s text:query ?unbound                 | must be bound
          ?s text:query 5                        | it needs a text
          ?s text:query (rdfs:seeAlso "x")       | the texts of <http://www.w3.org/2000/01/rdf-schema#seeAlso> are not searched
          ?s text:query (rdfs:label "x" 1.5)     | how many are wanted
          ?s text:query ("x" 5 "highlight:s:<b>") | only a language
          ?s text:query (rdfs:label)             | No query string
          (?s 5) text:query "x"                  | score
          """)
  void what_cannot_be_read_is_told_in_words(String pattern, String expected) {
    assertThatThrownBy(() -> rows("SELECT * { " + pattern + " }"))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining(expected)
        .message()
        .doesNotContain("org.apache", "Encountered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a*", "a~ b~ c~ d~", "ja?an", "(((((((((((((((((japan)))))))))))))))))"})
  void what_takes_longer_ends_all_the_same(String text) {
    assertThat(rows("SELECT ?s { ?s text:query \"" + text + "\" }")).isNotEmpty();
  }

  @Test
  void a_text_without_end_is_refused() {
    assertThatThrownBy(() -> rows("SELECT * { ?s text:query \"" + "(".repeat(5000) + "\" }"))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("at most 1,000 characters");
  }

  @Test
  void an_update_cannot_write_by_it_but_may_look_by_it() {
    assertThatThrownBy(
            () -> update("INSERT DATA { GRAPH graph:reference { actor:japan text:query \"x\" } }"))
        .isInstanceOf(RuntimeException.class);
    try (Snapshot snapshot = graph.snapshot()) {
      assertThat(snapshot.search(Search.of("x", 5)).best())
          .noneMatch(hit -> hit.text().equals("x"));
    }

    long before = graph.commit();
    update(
        """
        INSERT { GRAPH graph:reference { ?s skos:altLabel "found by an update"@en } }
        WHERE { ?s text:query (rdfs:label "\\"Park Geun-hye\\"" 1) }
        """);
    assertThat(graph.commit()).isEqualTo(before + 1);
    assertThat(things("SELECT ?s { ?s text:query (skos:altLabel \"update\") }")).hasSize(1);
  }

  @Test
  void the_index_is_read_only_for_whoever_gets_hold_of_it() {
    GraphTexts texts =
        new GraphTexts(
            () -> {
              throw new IllegalStateException();
            },
            Graph.emptyGraph,
            false,
            Optional.empty());

    assertThatThrownBy(() -> texts.addEntity(new Entity("x", "y")))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(texts::commit).isInstanceOf(UnsupportedOperationException.class);
  }

  private void update(String update) {
    Txn.executeWrite(
        graph.served(),
        () -> UpdateExec.dataset(graph.served()).update(PREFIXES + update).execute());
  }

  private List<String> things(String query) {
    return rows(query).stream()
        .map(List::getFirst)
        .map(iri -> iri.startsWith(Namespaces.ID) ? iri.substring(Namespaces.ID.length()) : iri)
        .toList();
  }

  private List<List<String>> rows(String query) {
    return rows(graph, query);
  }

  private static List<List<String>> rows(KnowledgeGraph graph, String query) {
    try (Snapshot snapshot = graph.snapshot();
        QueryExec execution =
            snapshot.query(QueryFactory.create(PREFIXES + query), Duration.ofSeconds(30))) {
      var rows = execution.select();
      var variables = rows.getResultVars();
      return Iter.toList(
          Iter.map(
              rows,
              row ->
                  variables.stream()
                      .filter(row::contains)
                      .map(variable -> text(row.get(variable)))
                      .toList()));
    }
  }

  private static String text(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }
}
