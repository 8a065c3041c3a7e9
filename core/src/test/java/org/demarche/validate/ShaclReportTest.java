package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.NodeConst;
import org.demarche.MiniDataset;
import org.demarche.ontology.Dem;
import org.junit.jupiter.api.Test;

/** Findings as RDF and as JSON. */
class ShaclReportTest {
  private static final Findings FINDINGS =
      new Findings(
          List.of(
              new Finding(
                  Severity.FAULT,
                  Optional.of(new Place("a.ttl", 3, 7)),
                  Optional.of(MiniDataset.JAPAN),
                  "dem:code: A statement has one code.",
                  "",
                  Optional.of(
                      new Finding.Breach(
                          SHACL.MaxCountConstraintComponent,
                          NodeFactory.createURI("https://w3id.org/demarche/shapes/Statement-code"),
                          Optional.of(Dem.code),
                          Optional.empty()))),
              new Finding(
                  Severity.ADVICE,
                  Optional.empty(),
                  Optional.empty(),
                  "It could be shorter.",
                  "Shorten it.")));

  @Test
  void findings_are_a_report_as_the_standard_describes_it() {
    Graph expected =
        RDFParser.fromString(
                """
                @prefix dem:   <https://w3id.org/demarche/ontology#> .
                @prefix earl:  <http://www.w3.org/ns/earl#> .
                @prefix ptr:   <http://www.w3.org/2009/pointers#> .
                @prefix rdfs:  <http://www.w3.org/2000/01/rdf-schema#> .
                @prefix sh:    <http://www.w3.org/ns/shacl#> .
                @prefix shape: <https://w3id.org/demarche/shapes/> .
                @prefix xsd:   <http://www.w3.org/2001/XMLSchema#> .
                [] a sh:ValidationReport ;
                  sh:conforms false ;
                  sh:result [
                    a sh:ValidationResult ;
                    sh:focusNode <https://w3id.org/demarche/id/actor/japan> ;
                    sh:resultPath dem:code ;
                    sh:resultSeverity sh:Violation ;
                    sh:resultMessage "dem:code: A statement has one code."@en ;
                    sh:sourceShape shape:Statement-code ;
                    sh:sourceConstraintComponent sh:MaxCountConstraintComponent ;
                    earl:pointer [
                      a ptr:LineCharPointer ;
                      ptr:reference [ rdfs:label "a.ttl" ] ;
                      ptr:lineNumber "3"^^xsd:positiveInteger ;
                      ptr:charNumber "7"^^xsd:positiveInteger ] ] ;
                  sh:result [
                    a sh:ValidationResult ;
                    sh:focusNode [] ;
                    sh:resultSeverity sh:Warning ;
                    sh:resultMessage "It could be shorter. Shorten it."@en ;
                    sh:sourceConstraintComponent shape:Check ] .
                shape:Check a sh:ConstraintComponent ;
                  rdfs:comment "What Demarche examines besides the shapes: names that nothing stands behind, things that no passage leads to, text of an article, syntax."@en .
                """,
                Lang.TURTLE)
            .toGraph();

    assertThat(ShaclReport.of(FINDINGS).isIsomorphicWith(expected)).isTrue();
  }

  @Test
  void jena_reads_the_report_as_one_of_its_own() {
    ValidationReport read =
        ValidationReport.fromModel(ModelFactory.createModelForGraph(ShaclReport.of(FINDINGS)));

    assertThat(read.conforms()).isFalse();
    assertThat(read.getEntries()).hasSize(2);
    assertThat(ShaclReport.of(Findings.none()).contains(null, SHACL.conforms, NodeConst.nodeTrue))
        .isTrue();
  }

  @Test
  void what_a_shape_found_in_an_op_ed_has_its_property_value_and_component() {
    Findings findings =
        MiniDataset.findingsInSoundOpEdWith(
            """
            <statement/seoul/F002> a dem:Statement ;
              dem:passage <passage/seoul/P1> ;
              dem:heldBy "Seoul" .\
            """);

    assertThat(findings.all())
        .singleElement()
        .satisfies(
            finding -> {
              Finding.Breach breach = finding.breach().orElseThrow();
              assertThat(breach.path()).contains(Dem.heldBy);
              assertThat(breach.value()).contains(NodeFactory.createLiteralString("Seoul"));
              assertThat(breach.component()).isEqualTo(SHACL.ClassConstraintComponent);
            });
  }

  @Test
  void findings_are_objects_of_json_without_what_is_unknown() {
    assertThat(FindingsJson.of(FINDINGS))
        .isEqualTo(
            JSON.parseAny(
                """
                [ { "severity": "fault", "file": "a.ttl", "line": 3, "column": 7,
                    "node": "https://w3id.org/demarche/id/actor/japan",
                    "property": "https://w3id.org/demarche/ontology#code",
                    "wrong": "dem:code: A statement has one code." },
                  { "severity": "advice", "wrong": "It could be shorter.", "right": "Shorten it." } ]
                """));
  }
}
