package org.demarche.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.ErrorCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that don't fit are refused in words that say what would. */
class ParametersTest {

  static Stream<String> names() {
    return CannedQueries.names();
  }

  static Stream<Arguments> parameters() {
    return CannedQueries.parameters(_ -> true);
  }

  static Stream<Arguments> requiredParameters() {
    return CannedQueries.parameters(Parameter::required);
  }

  static Stream<Arguments> parametersThatDontTakeEveryText() {
    return CannedQueries.parameters(parameter -> unfit(parameter.type()).isPresent());
  }

  @Test
  void a_missing_parameter_is_named_with_what_was_expected_and_an_example() {
    assertThatThrownBy(() -> CannedQueries.get("agreement-parties").bind(Map.of()))
        .isInstanceOf(BadParametersException.class)
        .hasMessage(
            "The parameter agreement is missing: expected is an IRI such as"
                + " https://w3id.org/demarche/id/actor/japan, or its short form actor/japan."
                + " An example: agreement-parties?agreement=agreement/gsomia-japan-south-korea");
  }

  @Test
  void an_unknown_parameter_is_named_with_those_there_are() {
    assertThatThrownBy(() -> CannedQueries.get("demands").bind(Map.of("colour", List.of("yellow"))))
        .isInstanceOf(BadParametersException.class)
        .hasMessage(
            "demands has no parameter colour: it has by, lang, of, status."
                + " An example: demands?status=open");
  }

  @Test
  void a_parameter_given_twice_is_named() {
    assertThatThrownBy(
            () -> CannedQueries.get("demands").bind(Map.of("status", List.of("open", "met"))))
        .isInstanceOf(BadParametersException.class)
        .hasMessage(
            "The parameter status is given 2 times, and may be given once:"
                + " expected is one of open, met, refused, withdrawn."
                + " An example: demands?status=open");
  }

  @Test
  void a_value_of_another_type_is_named_with_what_was_expected_and_an_example() {
    assertThatThrownBy(
            () -> CannedQueries.get("demands").bind(Map.of("status", List.of("perhaps"))))
        .isInstanceOf(BadParametersException.class)
        .hasMessage(
            "The parameter status can't be \"perhaps\":"
                + " expected is one of open, met, refused, withdrawn."
                + " An example: demands?status=open");
  }

  @Test
  void a_day_that_no_calendar_has_is_refused() {
    assertThatThrownBy(
            () -> CannedQueries.get("op-eds").bind(Map.of("from", List.of("2019-02-30"))))
        .isInstanceOf(BadParametersException.class)
        .hasMessage(
            "The parameter from can't be \"2019-02-30\":"
                + " expected is a date such as 2019-11-22."
                + " An example: op-eds?author=actor/kathryn-botto");
  }

  @Test
  void all_faults_are_told_at_once() {
    BadParametersException refusal =
        catchThrowableOfType(
            BadParametersException.class,
            () ->
                CannedQueries.get("agreement-parties")
                    .bind(Map.of("colour", List.of("yellow"), "lang", List.of("la"))));

    assertThat(refusal.category()).isEqualTo(ErrorCategory.BAD_INPUT);
    assertThat(refusal.faults())
        .hasSize(3)
        .anyMatch(fault -> fault.contains("colour"))
        .anyMatch(fault -> fault.contains("lang"))
        .anyMatch(fault -> fault.contains("agreement is missing"));
  }

  @Test
  void a_field_that_nobody_filled_in_counts_as_not_given() {
    CannedQuery demands = CannedQueries.get("demands");

    assertThat(demands.bind(Map.of("status", List.of(""), "by", List.of(""))).terms()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("requiredParameters")
  void each_parameter_that_must_be_there_is_missed(String name, String parameter) {
    CannedQuery query = CannedQueries.get(name);
    Map<String, List<String>> values = CannedQueries.example(query);
    values.remove(parameter);

    assertThatThrownBy(() -> query.bind(values))
        .isInstanceOf(BadParametersException.class)
        .hasMessage(
            "The parameter %s is missing: expected is %s. An example: %s?%s"
                .formatted(parameter, expected(query, parameter), name, query.example()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void each_query_names_its_parameters_when_another_is_given(String name) {
    CannedQuery query = CannedQueries.get(name);

    assertThatThrownBy(() -> query.bind(CannedQueries.exampleWith(query, "colour", "yellow")))
        .isInstanceOf(BadParametersException.class)
        .hasMessageStartingWith(name + " has no parameter colour: it has ")
        .hasMessageEndingWith("An example: " + name + "?" + query.example())
        .hasMessageContainingAll(
            query.parameters().stream().map(Parameter::name).toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void each_parameter_is_taken_once(String name, String parameter) {
    CannedQuery query = CannedQueries.get(name);
    String value = fit(query, parameter);

    assertThatThrownBy(() -> query.bind(CannedQueries.exampleWith(query, parameter, value, value)))
        .isInstanceOf(BadParametersException.class)
        .hasMessage(
            ("The parameter %s is given 2 times, and may be given once:"
                    + " expected is %s. An example: %s?%s")
                .formatted(parameter, expected(query, parameter), name, query.example()));
  }

  @ParameterizedTest
  @MethodSource("parametersThatDontTakeEveryText")
  void each_parameter_is_taken_in_its_type_alone(String name, String parameter) {
    CannedQuery query = CannedQueries.get(name);
    String unfit = unfit(CannedQueries.parameter(query, parameter).type()).orElseThrow();

    assertThatThrownBy(() -> query.bind(CannedQueries.exampleWith(query, parameter, unfit)))
        .isInstanceOf(BadParametersException.class)
        .hasMessage(
            "The parameter %s can't be \"%s\": expected is %s. An example: %s?%s"
                .formatted(parameter, unfit, expected(query, parameter), name, query.example()));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void each_parameter_is_bound_to_the_term_of_its_type(String name, String parameter) {
    CannedQuery query = CannedQueries.get(name);
    Parameter wanted = CannedQueries.parameter(query, parameter);
    String value = fit(query, parameter);

    BoundQuery bound = query.bind(CannedQueries.exampleWith(query, parameter, value));

    assertThat(bound.terms()).containsEntry(wanted, wanted.type().term(value).orElseThrow());
    assertThat(bound.text()).doesNotContain("?" + wanted.variable().getVarName());
  }

  private static String expected(CannedQuery query, String parameter) {
    return CannedQueries.parameter(query, parameter).type().expected();
  }

  private static String fit(CannedQuery query, String parameter) {
    return CannedQueries.fit(CannedQueries.parameter(query, parameter).type());
  }

  /** A value of another type; empty where every text will do. */
  private static Optional<String> unfit(ParameterType type) {
    return switch (type) {
      case ParameterType.Text _, ParameterType.Tagged _ -> Optional.empty();
      case ParameterType.Thing _ -> Optional.of("Japan and others");
      case ParameterType.Code _, ParameterType.Choice _ -> Optional.of("none of them");
      case ParameterType.Day _ -> Optional.of("yesterday");
      case ParameterType.Whole _ -> Optional.of("three");
    };
  }
}
