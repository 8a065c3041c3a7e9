package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.ErrorCategory;
import org.demarche.MiniDataset;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final Finding IN_LINE_12 =
      Finding.fault(
          Optional.of(new Place("b.ttl", 12, 5)), MiniDataset.JAPAN, "It is amiss.", "Mend it.");
  private static final Finding IN_LINE_2 =
      Finding.fault(new Place("b.ttl", 2, 7), "It is amiss.", "");
  private static final Finding IN_ANOTHER_FILE =
      new Finding(
          Severity.ADVICE,
          Optional.of(new Place("a.ttl", 99, 1)),
          Optional.of(NodeFactory.createURI("http://example.org/")),
          "It could be better.",
          "");
  private static final Finding NOWHERE =
      Finding.fault(Optional.empty(), NodeFactory.createBlankNode(), "It is amiss.", "");

  @Test
  void findings_are_printed_as_compilers_do_sorted_by_place() {
    assertThat(new Findings(List.of(NOWHERE, IN_LINE_12, IN_LINE_2, IN_ANOTHER_FILE)))
        .hasToString(
            """
            a.ttl:99:1: advice: <http://example.org/>: It could be better.
            b.ttl:2:7: It is amiss.
            b.ttl:12:5: id:actor/japan: It is amiss. Mend it.
            blank node: It is amiss.\
            """);
  }

  @Test
  void what_was_found_twice_is_told_once() {
    assertThat(new Findings(List.of(IN_LINE_2, IN_LINE_2)).all()).hasSize(1);
  }

  @Test
  void of_very_many_the_first_are_told_faults_before_advice_and_the_rest_is_counted() {
    Findings findings =
        new Findings(
            Stream.concat(
                    Stream.of(IN_ANOTHER_FILE),
                    IntStream.rangeClosed(1, 1_500)
                        .mapToObj(
                            line -> Finding.fault(new Place("b.ttl", line, 1), "It is amiss.", "")))
                .toList());

    assertThat(findings.all()).hasSize(1_501);
    assertThat(findings.untold()).isEqualTo(501);
    assertThat(findings.told()).hasSize(1_000).doesNotContain(IN_ANOTHER_FILE);
    assertThat(findings.toString().lines())
        .hasSize(1_001)
        .startsWith("b.ttl:1:1: It is amiss.")
        .endsWith("There are 501 more, which aren't told.");
    assertThat(FindingsJson.of(findings)).hasSize(1_000);
    assertThat(ShaclReport.of(findings).find(null, SHACL.result, null).toList()).hasSize(1_000);
    assertThat(
            ShaclReport.of(findings)
                .contains(
                    null,
                    RDFS.Nodes.comment,
                    NodeFactory.createLiteralLang("There are 501 more, which aren't told.", "en")))
        .isTrue();
  }

  @Test
  void advice_alone_is_no_fault() {
    Findings findings = new Findings(List.of(IN_ANOTHER_FILE));

    assertThat(findings.hasFaults()).isFalse();
    assertThat(findings.faults()).isEmpty();
    assertThat(findings.advice()).containsExactly(IN_ANOTHER_FILE);
  }

  @Test
  void a_refusal_says_what_was_found() {
    Refusal refusal = new Refusal(ErrorCategory.REFUSED, new Findings(List.of(IN_LINE_12)));

    assertThat(refusal).hasMessage("b.ttl:12:5: id:actor/japan: It is amiss. Mend it.");
    assertThat(refusal.category()).isEqualTo(ErrorCategory.REFUSED);
    assertThat(refusal.findings().all()).containsExactly(IN_LINE_12);
  }
}
