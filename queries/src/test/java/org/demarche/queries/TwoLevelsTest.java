package org.demarche.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;
import org.junit.jupiter.api.Test;

/** What a source says stays apart from what is: only what it asserts is told of the world. */
class TwoLevelsTest {

  private static final String PREFIXES =
      """
      PREFIX certainty: <https://w3id.org/demarche/codes/certainty/>
      PREFIX dem:       <https://w3id.org/demarche/ontology#>
      PREFIX graph:     <https://w3id.org/demarche/graph/>
      PREFIX id:        <https://w3id.org/demarche/id/>
      PREFIX kind:      <https://w3id.org/demarche/codes/kind/>
      PREFIX polarity:  <https://w3id.org/demarche/codes/polarity/>
      PREFIX rdf:       <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      """;

  private static final String OP_ED = "<https://w3id.org/demarche/graph/op-ed/botto-2019-gsomia>";

  private static final String JAPAN = "<https://w3id.org/demarche/id/actor/japan>";
  private static final String SOUTH_KOREA = "<https://w3id.org/demarche/id/actor/south-korea>";
  private static final String UNITED_STATES = "<https://w3id.org/demarche/id/actor/united-states>";
  private static final String GSOMIA =
      "<https://w3id.org/demarche/id/agreement/gsomia-japan-south-korea>";
  private static final String POSTPONEMENT =
      "<https://w3id.org/demarche/id/event/gsomia-withdrawal-postponed>";

  private static final String REPORTED =
      "?statement dem:heldBy ?holder ; dem:reportedBy ?reporter FILTER (?holder != ?reporter) ";

  // Propositions

  @Test
  void what_is_denied_is_no_triple() {
    assertThat(statements("?statement dem:polarity polarity:denied ."))
        .containsExactly("F101", "F126", "F130", "F131", "F134");
    assertThat(standingAsTriples("?statement dem:polarity polarity:denied .")).isEmpty();
  }

  @Test
  void what_is_counterfactual_is_no_triple() {
    assertThat(statements("?statement dem:certainty certainty:counterfactual ."))
        .containsExactly("F079");
    assertThat(standingAsTriples("?statement dem:certainty certainty:counterfactual .")).isEmpty();
  }

  @Test
  void what_is_possible_is_no_triple() {
    assertThat(statements("?statement dem:certainty certainty:possible ."))
        .containsExactly("F060", "F061", "F062", "F087", "F088");
    assertThat(standingAsTriples("?statement dem:certainty certainty:possible .")).isEmpty();
  }

  @Test
  void what_is_conditional_is_no_triple() {
    assertThat(statements("?statement dem:certainty certainty:conditional ."))
        .containsExactly("F061", "F062", "F063", "F089", "F090", "F104", "F105");
    assertThat(standingAsTriples("?statement dem:certainty certainty:conditional .")).isEmpty();
  }

  @Test
  void what_is_predicted_recommended_or_demanded_is_no_triple() {
    for (String kind : List.of("prediction", "recommendation", "demand", "condition")) {
      assertThat(standingAsTriples("?statement dem:kind kind:" + kind + " .")).as(kind).isEmpty();
    }
  }

  @Test
  void what_somebody_other_than_the_reporter_holds_is_no_triple() {
    assertThat(statements(REPORTED))
        .containsExactly(
            "F026", "F027", "F034", "F039", "F040", "F041", "F042", "F071", "F072", "F075", "F077",
            "F082", "F087", "F088", "F094", "F100", "F123", "F124", "F137", "F138", "F139");
    assertThat(standingAsTriples(REPORTED)).isEmpty();
  }

  @Test
  void what_the_author_affirms_may_be_a_triple() {
    assertThat(standingAsTriples("?statement dem:polarity polarity:affirmed ."))
        .contains("F050", "F052", "F078", "F117");
  }

  // What statements describe

  @Test
  void denied_and_counterfactual_and_possible_statements_describe_nothing() {
    for (String unasserted :
        List.of(
            "?statement dem:polarity polarity:denied .",
            "?statement dem:certainty certainty:counterfactual .",
            "?statement dem:certainty certainty:possible .")) {
      assertThat(statements(unasserted + " ?statement dem:describes ?thing ."))
          .as(unasserted)
          .isEmpty();
    }
  }

  @Test
  void evaluations_and_predictions_and_recommendations_describe_nothing() {
    for (String kind : List.of("evaluation", "prediction", "recommendation")) {
      assertThat(statements("?statement dem:kind kind:%s ; dem:describes ?thing .".formatted(kind)))
          .as(kind)
          .isEmpty();
    }
  }

  @Test
  void positions_of_others_are_told_as_views_and_claims_and_words_of_theirs() {
    assertThat(
            statements(
                REPORTED
                    + """
                    ?statement dem:describes ?thing .
                    FILTER NOT EXISTS {
                      VALUES ?view {
                        dem:Position dem:Grievance dem:Demand dem:Condition dem:SpeechAct
                      }
                      ?thing a ?view
                    }
                    """))
        .isEmpty();
  }

  @Test
  void what_is_only_supposed_is_marked_hypothetical() {
    assertThat(
            rows(
                """
                SELECT DISTINCT ?thing
                WHERE {
                  { ?statement dem:conditionalOn ?thing }
                  UNION
                  { ?statement dem:certainty certainty:conditional ; dem:describes ?thing }
                  ?thing dem:hypothetical true .
                }
                """))
        .containsExactlyInAnyOrder(
            "situation/failure-of-diplomacy", "condition/defence-without-us-commitments");
    assertThat(
            rows(
                """
                SELECT DISTINCT ?thing
                WHERE {
                  { ?statement dem:conditionalOn ?thing }
                  UNION
                  { ?statement dem:certainty certainty:conditional ; dem:describes ?thing }
                  FILTER NOT EXISTS { ?thing dem:hypothetical true }
                }
                """))
        .isEmpty();
  }

  @Test
  void courses_of_action_are_no_events() {
    assertThat(rows("SELECT ?course WHERE { ?course a dem:CourseOfAction }")).isNotEmpty();
    assertThat(rows("SELECT ?course WHERE { ?course a dem:CourseOfAction , dem:Event }")).isEmpty();
  }

  @Test
  void what_is_demanded_required_or_recommended_is_not_told_as_done() {
    assertThat(
            rows(
                """
                SELECT DISTINCT ?done
                WHERE {
                  ?asking dem:demandedAction|dem:requires|dem:recommendedAction ?done .
                  ?done a dem:Event .
                }
                """))
        .isEmpty();
  }

  // Agreements and allies

  @Test
  void japan_and_south_korea_are_the_only_parties_to_gsomia() {
    assertThat(rows("SELECT ?party WHERE { %s dem:party ?party }".formatted(GSOMIA)))
        .containsExactlyInAnyOrder("actor/japan", "actor/south-korea");
  }

  @Test
  void the_obama_administration_negotiated_gsomia_without_being_a_party() {
    assertThat(
            rows(
                """
                SELECT ?participant
                WHERE {
                  GRAPH %s {
                    ?part dem:participationIn %s ;
                          dem:participant ?participant ;
                          dem:participationRole
                              <https://w3id.org/demarche/codes/participation/negotiator>
                  }
                }
                """
                    .formatted(OP_ED, GSOMIA)))
        .containsExactly("actor/obama-administration");
  }

  @Test
  void japan_and_south_korea_are_nowhere_allies() {
    assertThat(isAllyOf(JAPAN, SOUTH_KOREA)).isFalse();
    assertThat(isAllyOf(SOUTH_KOREA, JAPAN)).isFalse();
    assertThat(
            OpEdGraph.ask(
                PREFIXES + "ASK { %s dem:allyOf|^dem:allyOf %s }".formatted(JAPAN, SOUTH_KOREA)))
        .isFalse();
    assertThat(
            rows(
                """
                SELECT DISTINCT ?alliance
                WHERE { ?alliance a dem:Alliance ; dem:party %s , %s }
                """
                    .formatted(JAPAN, SOUTH_KOREA)))
        .isEmpty();
  }

  @Test
  void the_united_states_is_an_ally_of_each_in_both_directions() {
    assertThat(isAllyOf(UNITED_STATES, JAPAN)).isTrue();
    assertThat(isAllyOf(JAPAN, UNITED_STATES)).isTrue();
    assertThat(isAllyOf(UNITED_STATES, SOUTH_KOREA)).isTrue();
    assertThat(isAllyOf(SOUTH_KOREA, UNITED_STATES)).isTrue();
  }

  // One decision in several wordings

  @Test
  void the_moon_administration_acts_on_gsomia_once() {
    assertThat(
            rows(
                """
                SELECT ?event
                WHERE {
                  GRAPH %s { ?event a dem:AgreementAction ; dem:actor id:actor\\/moon-administration }
                }
                """
                    .formatted(OP_ED)))
        .containsExactly("event/gsomia-withdrawal-postponed");
  }

  @Test
  void the_postponement_is_described_where_it_is_reported() {
    assertThat(statements("?statement dem:describes " + POSTPONEMENT))
        .containsExactly("F009", "F012");
  }

  @Test
  void postponing_and_staying_in_and_extending_are_about_the_postponement() {
    assertThat(statements("?statement dem:about " + POSTPONEMENT))
        .contains("F009", "F010", "F012", "F016", "F017", "F025", "F032", "F067", "F134");
  }

  @Test
  void the_announced_withdrawal_is_one_event_in_two_wordings() {
    assertThat(
            statements(
                "?statement dem:describes <https://w3id.org/demarche/id/event/gsomia-withdrawal-announced>"))
        .containsExactly("F015", "F127");
  }

  @Test
  void the_export_controls_are_one_measure_in_two_wordings() {
    assertThat(
            statements(
                "?statement dem:describes <https://w3id.org/demarche/id/measure/japan-export-controls>"))
        .containsExactly("F044", "F128");
  }

  @Test
  void the_two_mentions_of_us_pressure_stay_apart() {
    assertThat(
            rows(
                """
                SELECT ?code ?measure
                WHERE {
                  GRAPH %s {
                    VALUES ?code { "F033" "F112" }
                    ?statement dem:code ?code ; dem:describes ?measure
                  }
                }
                """
                    .formatted(OP_ED)))
        .containsExactlyInAnyOrder(
            "F033,measure/us-pressure-to-keep-gsomia", "F112,measure/us-public-pressure");
  }

  // Graphs

  @Test
  void everything_in_the_graph_of_the_op_ed_is_reachable_from_a_statement_with_a_passage() {
    Set<Node> unreached =
        OpEdGraph.read(
            dataset -> {
              Graph graph = dataset.getGraph(OpEdGraph.OP_ED);
              Set<Node> subjects = new HashSet<>();
              graph.find().mapWith(Triple::getSubject).forEach(subjects::add);
              subjects.removeAll(reachedFromPassages(graph));
              return subjects;
            });

    assertThat(unreached).isEmpty();
  }

  @Test
  void no_graph_holds_the_text_of_an_article() {
    List<Node> holders =
        List.of(
            term("oa:exact"),
            term("oa:prefix"),
            term("oa:suffix"),
            term("schema:text"),
            term("schema:articleBody"),
            NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#value"));

    OpEdGraph.read(
        dataset -> {
          for (Node holder : holders) {
            assertThat(dataset.contains(Node.ANY, Node.ANY, holder, Node.ANY))
                .as(holder.toString())
                .isFalse();
          }
          assertThat(
                  dataset.contains(
                      Node.ANY, Node.ANY, term("rdf:type"), term("oa:TextQuoteSelector")))
              .isFalse();
          return true;
        });
  }

  @Test
  void the_inferred_graph_repeats_no_asserted_triple() {
    Set<Triple> repeated =
        OpEdGraph.read(
            dataset -> {
              Set<Triple> twice = new HashSet<>();
              dataset
                  .find(Graphs.INFERRED, Node.ANY, Node.ANY, Node.ANY)
                  .forEachRemaining(
                      inferred ->
                          dataset
                              .findNG(
                                  Node.ANY,
                                  inferred.getSubject(),
                                  inferred.getPredicate(),
                                  inferred.getObject())
                              .forEachRemaining(
                                  quad -> {
                                    if (!quad.getGraph().equals(Graphs.INFERRED)) {
                                      twice.add(quad.asTriple());
                                    }
                                  }));
              return twice;
            });

    assertThat(repeated).isEmpty();
  }

  @Test
  void no_triple_stands_outside_the_named_graphs() {
    boolean outside =
        OpEdGraph.read(
            dataset ->
                dataset
                    .find(Quad.defaultGraphNodeGenerated, Node.ANY, Node.ANY, Node.ANY)
                    .hasNext());

    assertThat(outside).isFalse();
  }

  /**
   * The codes of the statements that fit, in order.
   *
   * @param fit a pattern on {@code ?statement}
   */
  private static List<String> statements(String fit) {
    return rows(
        """
        SELECT DISTINCT ?code
        WHERE { ?statement a dem:Statement ; dem:code ?code . %s }
        ORDER BY ?code
        """
            .formatted(fit));
  }

  /** Those of them whose proposition is a triple of some graph. */
  private static List<String> standingAsTriples(String fit) {
    return statements(
        fit
            + """
             ?statement rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
            GRAPH ?graph { ?subject ?predicate ?object }
            """);
  }

  private static boolean isAllyOf(String state, String other) {
    return OpEdGraph.ask(PREFIXES + "ASK { %s dem:allyOf %s }".formatted(state, other));
  }

  private static Set<Node> reachedFromPassages(Graph graph) {
    Set<Node> reached = new HashSet<>();
    graph.find(Node.ANY, Dem.passage, Node.ANY).mapWith(Triple::getSubject).forEach(reached::add);
    Deque<Node> ahead = new ArrayDeque<>(reached);
    while (!ahead.isEmpty()) {
      graph
          .find(ahead.remove(), Node.ANY, Node.ANY)
          .mapWith(Triple::getObject)
          .filterKeep(reached::add)
          .forEach(ahead::add);
    }
    return reached;
  }

  private static Node term(String name) {
    return NodeFactory.createURI(Namespaces.PREFIXES.expandPrefix(name));
  }

  /** The rows of an answer, things without their namespace. */
  private static List<String> rows(String query) {
    List<String> answer = OpEdGraph.select(QueryFactory.create(PREFIXES + query));
    return answer.stream().skip(1).map(row -> row.replace(Namespaces.ID, "")).toList();
  }
}
