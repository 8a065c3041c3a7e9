package org.demarche.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortNameTest {

  @ParameterizedTest
  @CsvSource({
    "a, rdf:type",
    "dem:party, dem:party",
    "id:actor/japan, id:actor/japan",
    "actor/japan, id:actor/japan",
    "statement/botto-2019-gsomia/F001, id:statement/botto-2019-gsomia/F001",
    "code:kind/event, code:kind/event",
    "https://w3id.org/demarche/id/actor/japan, id:actor/japan",
    "<https://w3id.org/demarche/id/actor/japan>, id:actor/japan",
    "urn:x:y, <urn:x:y>",
  })
  void a_person_may_write_a_term_in_several_ways(String written, String term) {
    assertThat(ShortName.parse(written).map(ShortName::of)).contains(term);
  }

  @Test
  void literals_are_written_as_in_turtle() {
    assertThat(ShortName.parse("\"P4\"").map(ShortName::of)).contains("\"P4\"");
    assertThat(ShortName.parse("\"2019-11-22\"^^xsd:date").map(ShortName::of))
        .contains("\"2019-11-22\"^^<http://www.w3.org/2001/XMLSchema#date>");
    assertThat(ShortName.parse("5.0").map(ShortName::of))
        .contains("\"5.0\"^^<http://www.w3.org/2001/XMLSchema#decimal>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x y", "South Korea", "nowhere:thing", "?x", "_:b", "<broken"})
  void anything_else_is_no_term(String written) {
    assertThat(ShortName.parse(written)).isEmpty();
  }
}
