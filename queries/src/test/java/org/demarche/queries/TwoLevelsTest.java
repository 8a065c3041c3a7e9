package org.demarche.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.queries.OpEdGraph.rows;
import static org.demarche.queries.OpEdGraph.statements;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a source says stays apart from what is: only what it asserts is told of the world. */
class TwoLevelsTest {
  private static final String REPORTED =
      "?statement dem:heldBy ?holder ; dem:reportedBy ?reporter FILTER (?holder != ?reporter) ";

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

  /** The codes of the statements that fit and whose proposition is a triple of some graph. */
  private static List<String> standingAsTriples(String fit) {
    return statements(
        fit
            + """
             ?statement rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
            GRAPH ?graph { ?subject ?predicate ?object }
            """);
  }
}
