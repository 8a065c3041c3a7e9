package org.demarche.queries;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The queries under test, and values for them. */
final class CannedQueries {
  private static final Catalogue BUNDLED = Catalogue.bundled();
  private static final Catalogue FOR_TESTS = forTests();

  private CannedQueries() {}

  /** The names of the queries that come with Demarche. */
  static Stream<String> names() {
    return BUNDLED.all().stream().map(CannedQuery::name);
  }

  /**
   * The name of each query with that of each wanted parameter, those of a query included that takes
   * a value of every type.
   */
  static Stream<Arguments> parameters(Predicate<Parameter> wanted) {
    return Stream.of(BUNDLED, FOR_TESTS)
        .flatMap(catalogue -> catalogue.all().stream())
        .flatMap(
            query ->
                query.parameters().stream()
                    .filter(wanted)
                    .map(parameter -> Arguments.of(query.name(), parameter.name())));
  }

  /** The query of a name. */
  static CannedQuery get(String name) {
    return FOR_TESTS.find(name).orElseGet(() -> BUNDLED.get(name));
  }

  /** The query's parameter of a name. */
  static Parameter parameter(CannedQuery query, String name) {
    return query.parameter(name).orElseThrow();
  }

  /** The values of the query's example. */
  static Map<String, List<String>> example(CannedQuery query) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : query.example().split("&", -1)) {
      String[] nameAndValue = pair.split("=", 2);
      values.put(nameAndValue[0], List.of(URLDecoder.decode(nameAndValue[1], UTF_8)));
    }
    return values;
  }

  /** The values of the query's example, but for one parameter. */
  static Map<String, List<String>> exampleWith(
      CannedQuery query, String parameter, String... texts) {
    Map<String, List<String>> values = example(query);
    values.put(parameter, List.of(texts));
    return values;
  }

  /** Some value of the type. */
  static String fit(ParameterType type) {
    return switch (type) {
      case ParameterType.Text _, ParameterType.Tagged _ -> "olive";
      case ParameterType.Thing _ -> "actor/somebody";
      case ParameterType.Code code -> code.concepts().getFirst();
      case ParameterType.Choice choice -> choice.values().getLast();
      case ParameterType.Day _ -> "2001-02-03";
      case ParameterType.Whole _ -> "4321";
    };
  }

  /** Whether all parameters may be left out. */
  static boolean asksWithoutParameters(CannedQuery query) {
    return query.parameters().stream().noneMatch(Parameter::required);
  }

  private static Catalogue forTests() {
    try {
      return Catalogue.of(
          Path.of(Objects.requireNonNull(CannedQueries.class.getResource("catalogue")).toURI()));
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
