package org.demarche.queries;

import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.demarche.ontology.Graphs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The graph answers what it was made to answer. Each question stands at the head of its query, and
 * the answers were worked out by hand from the dossier of the op-ed.
 */
class CompetencyQuestionsTest {
  private static final DatasetGraph CONTRADICTED = contradicted();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CQ01", "CQ02", "CQ04", "CQ05", "CQ06", "CQ08", "CQ09", "CQ10", "CQ12", "CQ17", "CQ19",
        "CQ21"
      })
  void competency_question_has_the_answer_of_the_dossier(String question) {
    Question.of("competency/" + question).isAnsweredByTheGraph();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CQ01", "CQ02", "CQ04", "CQ05", "CQ06", "CQ08", "CQ09", "CQ10", "CQ12", "CQ17", "CQ19",
        "CQ21"
      })
  void the_answer_stays_what_the_op_ed_says_when_another_source_says_otherwise(String name) {
    Question question = Question.of("competency/" + name);

    question.isAnsweredBy(OpEdGraph.select(question.query(), CONTRADICTED));
  }

  /** With other dates, another order, another status and more offices in another graph. */
  private static DatasetGraph contradicted() {
    DatasetGraph dataset = OpEdGraph.copy();
    add(
        dataset,
        Graphs.REFERENCE,
        """
        PREFIX dem: <https://w3id.org/demarche/ontology#>
        PREFIX id:  <https://w3id.org/demarche/id/>
        PREFIX org: <http://www.w3.org/ns/org#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

        id:event\\/gsomia-withdrawal-announced
            dem:earliestBegin "2019-08-22"^^xsd:date ;
            dem:edtf "2019-08-22" .
        id:event\\/gsomia-withdrawal-postponed
            dem:edtf "2019-11-23" ;
            dem:precedes id:event\\/gsomia-negotiation .
        id:measure\\/japan-export-controls
            dem:earliestBegin "2019-07-04"^^xsd:date ;
            dem:edtf "2019-07-04" .
        id:demand\\/lift-export-controls
            dem:demandStatus <https://w3id.org/demarche/codes/demand-status/met> .
        id:grievance\\/forced-labour
            dem:remedyDemanded id:demand\\/lift-export-controls .
        id:condition\\/gsomia-continuation
            dem:requires id:course\\/another .
        id:membership\\/another
            a org:Membership ;
            org:member id:actor\\/kathryn-botto ;
            dem:post id:post\\/another .
        """);
    return dataset;
  }

  private static void add(DatasetGraph dataset, Node graph, String turtle) {
    RDFParser.fromString(turtle, Lang.TURTLE)
        .toGraph()
        .find()
        .forEachRemaining(
            triple -> {
              dataset.getGraph(graph).add(triple);
              dataset.getDefaultGraph().add(triple);
            });
  }
}
