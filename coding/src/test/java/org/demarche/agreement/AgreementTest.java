package org.demarche.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.demarche.DemarcheException;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.junit.jupiter.api.Test;

class AgreementTest {

  @Test
  void statements_are_aligned_by_place_and_proposition_whatever_their_codes() {
    assertThat(agreement("first.ttl", "second.ttl").units())
        .extracting(
            unit ->
                unit.statements().stream()
                    .map(it -> it.map(CodedStatement::code).orElse("-"))
                    .toList())
        .containsExactly(
            List.of("F001", "F002"),
            List.of("F002", "F003"),
            List.of("F003", "F001"),
            // In another paragraph, but with the same proposition.
            List.of("F004", "F004"),
            List.of("F005", "F005"),
            List.of("-", "F006"));
  }

  @Test
  void the_report_names_measures_disagreements_and_what_only_one_has() throws IOException {
    AgreementText report = new AgreementText(agreement("first.ttl", "second.ttl"));

    assertThat(report.table(true)).isEqualTo(Files.readString(file("report.txt")));
  }

  @Test
  void programs_get_the_same_as_csv_and_json() throws IOException {
    AgreementData report = new AgreementData(agreement("first.ttl", "second.ttl"));

    assertThat(report.csv(false).replace("\r\n", "\n"))
        .isEqualTo(Files.readString(file("report.csv")));
    assertThat(report.csv(true).replace("\r\n", "\n"))
        .isEqualTo(Files.readString(file("disagreements.csv")));
    assertThat(JSON.parse(report.json(true)))
        .isEqualTo(JSON.parse(Files.readString(file("report.json"))));
  }

  @Test
  void an_attitude_that_one_leaves_out_is_a_value_and_a_strength_that_nobody_needs_is_none() {
    Agreement agreement = agreement("first.ttl", "second.ttl");

    assertThat(agreement.columns().get(Column.ATTITUDE))
        .satisfies(it -> assertThat(Objects.requireNonNull(it).units()).isEqualTo(5));
    assertThat(agreement.columns().get(Column.STRENGTH))
        .satisfies(it -> assertThat(Objects.requireNonNull(it).units()).isEqualTo(1));
  }

  @Test
  void a_third_coder_is_compared_with_both() {
    Agreement agreement = agreement("first.ttl", "second.ttl", "first.ttl");

    assertThat(agreement.shared()).isEqualTo(5);
    assertThat(agreement.alone(1)).extracting(CodedStatement::code).containsExactly("F006");
    assertThat(agreement.alone(0)).isEmpty();
    assertThat(agreement.inSome()).isZero();
  }

  @Test
  void what_is_no_coding_is_refused_with_what_would_be_one() {
    try (KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION);
        Snapshot snapshot = graph.snapshot()) {
      assertThatThrownBy(() -> Coding.read("nowhere", snapshot))
          .isInstanceOf(DemarcheException.class)
          .hasMessage(
              "nowhere: there is no such file, and no op-ed of this slug is loaded. Name a file"
                  + " with .ttl or .trig, a sheet, or the slug of a loaded op-ed.");
      assertThat(Coding.read(file("first.ttl").toString(), snapshot).statements()).hasSize(5);
    }
    assertThatThrownBy(() -> Coding.of("empty.ttl", GraphFactory.createDefaultGraph()))
        .hasMessage("empty.ttl: there are no statements in it, nothing a dem:Statement.");
  }

  private static Agreement agreement(String... names) {
    return Agreement.of(
        List.of(names).stream()
            .map(name -> Coding.of(name, RDFDataMgr.loadGraph(file(name).toString())))
            .toList());
  }

  private static Path file(String name) {
    try {
      return Path.of(Objects.requireNonNull(AgreementTest.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
