package org.demarche.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The statements of the graph are those of the hand-made dossier of the op-ed. */
class DossierTest {

  @Test
  void statements_are_as_many_of_each_kind_as_in_the_dossier() {
    Question.of("dossier/by-kind").isAnsweredByTheGraph();
  }

  @Test
  void statements_are_as_many_of_each_holder_as_in_the_dossier() {
    Question.of("dossier/by-holder").isAnsweredByTheGraph();
  }

  @Test
  void statements_are_as_many_in_each_paragraph_as_in_the_dossier() {
    Question.of("dossier/by-paragraph").isAnsweredByTheGraph();
  }

  @Test
  void five_statements_are_denied() {
    Question.of("dossier/denied").isAnsweredByTheGraph();
  }

  @Test
  void twenty_four_statements_are_presupposed() {
    Question.of("dossier/presupposed").isAnsweredByTheGraph();
  }

  @Test
  void two_statements_are_inferred_by_the_coder() {
    Question.of("dossier/inferred").isAnsweredByTheGraph();
  }

  @Test
  void every_statement_has_place_kind_holder_polarity_and_certainty_of_its_row() {
    Question.of("dossier/statements").isAnsweredByTheGraph();
  }

  @Test
  void passages_stand_where_the_dossier_anchors_them() {
    Question.of("dossier/passages").isAnsweredByTheGraph();
  }

  @Test
  void three_pairs_of_statements_corefer() {
    Question.of("dossier/corefering").isAnsweredByTheGraph();
  }

  @Test
  void nine_recommendations_have_thirteen_addressees() {
    Question.of("dossier/addressees").isAnsweredByTheGraph();
  }

  @Test
  void statements_run_from_F001_to_F151_without_a_gap() {
    List<String> codes =
        Stream.iterate(1, number -> number + 1).limit(151).map("F%03d"::formatted).toList();

    List<String> given =
        OpEdGraph.statements(
            """
            FILTER (?statement = IRI(CONCAT(
                "https://w3id.org/demarche/id/statement/botto-2019-gsomia/", ?code)))
            """);

    assertThat(given).containsExactlyElementsOf(codes);
  }

  @Test
  void every_statement_is_complete() {
    List<String> incomplete =
        OpEdGraph.rows(
            """
            SELECT ?statement ?missing
            WHERE {
              VALUES ?missing {
                rdfs:label dem:code dem:kind dem:source dem:passage dem:heldBy dem:reportedBy
                dem:polarity dem:certainty dem:about rdf:subject rdf:predicate rdf:object
              }
              GRAPH op-ed:botto-2019-gsomia {
                ?statement a dem:Statement
                FILTER NOT EXISTS { ?statement ?missing ?value }
              }
            }
            """);

    assertThat(incomplete).isEmpty();
  }
}
