package org.demarche.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;
import org.junit.jupiter.api.Test;

/** A row tells whether it rests on what is denied, hedged or conditional. */
class DeniedAndConditionalTest {
  private static final DatasetGraph DATASET = OpEdGraph.copy();

  static {
    RDFParser.fromString(
            """
            PREFIX certainty: <https://w3id.org/demarche/codes/certainty/>
            PREFIX dem:       <https://w3id.org/demarche/ontology#>
            PREFIX id:        <https://w3id.org/demarche/id/>
            PREFIX polarity:  <https://w3id.org/demarche/codes/polarity/>
            PREFIX rdf:       <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs:      <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX strength:  <https://w3id.org/demarche/codes/strength/>

            id:op-ed\\/islands a dem:OpEd .
            id:passage\\/islands\\/P1 dem:paragraph "P1" .
            id:actor\\/london rdfs:label "London"@en ; dem:allyOf id:actor\\/port-louis .
            id:actor\\/port-louis rdfs:label "Port Louis"@en .
            id:actor\\/writer rdfs:label "Writer"@en .
            id:course\\/yield rdfs:label "To yield"@en .
            id:situation\\/no-vote rdfs:label "No vote is held"@en , "無投票"@ja .
            id:situation\\/no-base rdfs:label "The base is not safe"@en .

            id:statement\\/islands\\/F1
                a dem:Statement , dem:Recommendation ;
                rdfs:label "London should yield"@en ;
                dem:code "F1" ;
                dem:source id:op-ed\\/islands ;
                dem:passage id:passage\\/islands\\/P1 ;
                dem:heldBy id:actor\\/writer ;
                dem:polarity polarity:denied ;
                dem:certainty certainty:conditional , certainty:hedged ;
                dem:conditionalOn id:situation\\/no-vote ;
                dem:strength strength:should ;
                dem:addressee id:actor\\/london ;
                dem:recommendedAction id:course\\/yield .

            id:statement\\/islands\\/F2
                a dem:Statement , dem:Recommendation ;
                rdfs:label "London should wait"@en ;
                dem:code "F2" ;
                dem:source id:op-ed\\/islands ;
                dem:passage id:passage\\/islands\\/P1 ;
                dem:heldBy id:actor\\/writer ;
                dem:polarity polarity:affirmed ;
                dem:certainty certainty:conditional ;
                dem:conditionalOn id:situation\\/no-vote , id:situation\\/no-base ;
                dem:strength strength:should ;
                dem:addressee id:actor\\/london ;
                dem:recommendedAction id:course\\/yield .

            id:statement\\/islands\\/F3
                a dem:Statement ;
                dem:code "F3" ;
                dem:source id:op-ed\\/islands ;
                dem:passage id:passage\\/islands\\/P1 ;
                dem:polarity polarity:denied ;
                dem:certainty certainty:hedged ;
                rdf:subject id:actor\\/london ;
                rdf:predicate dem:allyOf ;
                rdf:object id:actor\\/port-louis .
            """,
            Lang.TURTLE)
        .toGraph()
        .find()
        .forEachRemaining(
            triple -> {
              DATASET.add(
                  Graphs.opEd("islands"),
                  triple.getSubject(),
                  triple.getPredicate(),
                  triple.getObject());
              DATASET.getDefaultGraph().add(triple);
            });
  }

  @Test
  void a_denied_recommendation_says_that_it_is_denied_and_under_which_condition_it_stands() {
    assertThat(ask("recommendations", ""))
        .contains(
            "F1,P1,London should yield,actor/london,London,should,denied,conditional hedged,"
                + "situation/no-vote,No vote is held,"
                + "course/yield,To yield,actor/writer,Writer,statement/islands/F1,op-ed/islands");
  }

  @Test
  void a_recommendation_under_several_conditions_is_one_row() {
    assertThat(ask("recommendations", ""))
        .hasSize(2)
        .contains(
            "F2,P1,London should wait,actor/london,London,should,affirmed,conditional,"
                + "situation/no-base situation/no-vote,The base is not safe | No vote is held,"
                + "course/yield,To yield,actor/writer,Writer,statement/islands/F2,op-ed/islands");
  }

  @Test
  void a_condition_is_called_what_it_is_in_the_language_asked_for() {
    assertThat(ask("recommendations", "ja").getFirst()).contains(",situation/no-vote,無投票,");
    assertThat(ask("recommendations", "ja").getLast()).contains(",The base is not safe | 無投票,");
  }

  @Test
  void a_tie_that_only_a_denied_statement_tells_of_says_so() {
    assertThat(ask("actor-network", ""))
        .containsExactly(
            "actor/london,London,alliance,alliance,actor/port-louis,Port Louis,"
                + "actor/london,London,,denied,hedged,F3,P1,,op-ed/islands");
  }

  private static List<String> ask(String name, String language) {
    BoundQuery bound =
        CannedQueries.get(name)
            .bind(Map.of("source", List.of("op-ed/islands"), "lang", List.of(language)));
    return OpEdGraph.select(bound.query(), DATASET).stream()
        .skip(1)
        .map(row -> row.replace(Namespaces.ID, ""))
        .toList();
  }
}
