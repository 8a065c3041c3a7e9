package org.demarche.queries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values given to a query, and what is wrong with them. */
record Binding(CannedQuery query, Map<String, List<String>> values) {

  /** Values by name, the empty ones left out: a form sends the fields that nobody filled in. */
  static Binding of(CannedQuery query, Map<String, List<String>> values) {
    Map<String, List<String>> filled = new LinkedHashMap<>();
    values.forEach(
        (name, texts) -> {
          List<String> some = texts.stream().filter(text -> !text.isEmpty()).toList();
          if (!some.isEmpty() || query.parameter(name).isEmpty()) {
            filled.put(name, some);
          }
        });
    return new Binding(query, filled);
  }

  /** One fit value for each name. */
  Map<String, String> checked() {
    List<String> faults = new ArrayList<>();
    values.forEach((name, texts) -> check(name, texts, faults));
    query.parameters().stream()
        .filter(parameter -> parameter.required() && !values.containsKey(parameter.name()))
        .map(
            parameter ->
                "The parameter " + parameter.name() + " is missing: " + expected(parameter))
        .forEach(faults::add);
    if (!faults.isEmpty()) {
      throw new BadParametersException(faults);
    }
    return values.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst()));
  }

  private void check(String name, List<String> texts, List<String> faults) {
    query
        .parameter(name)
        .ifPresentOrElse(
            parameter -> check(parameter, texts, faults),
            () -> faults.add(query.name() + " has no parameter " + name + ": " + theOnes()));
  }

  private void check(Parameter parameter, List<String> texts, List<String> faults) {
    if (texts.size() > 1) {
      faults.add(
          "The parameter %s is given %d times, and may be given once: %s"
              .formatted(parameter.name(), texts.size(), expected(parameter)));
    }
    texts.stream()
        .filter(text -> parameter.type().term(text).isEmpty())
        .map(text -> "The parameter %s can't be \"%s\": ".formatted(parameter.name(), text))
        .map(fault -> fault + expected(parameter))
        .forEach(faults::add);
  }

  private String expected(Parameter parameter) {
    return "expected is %s. An example: %s?%s"
        .formatted(parameter.type().expected(), query.name(), query.example());
  }

  private String theOnes() {
    return query.parameters().stream()
        .map(Parameter::name)
        .collect(Collectors.joining(", ", "it has ", ". An example: "))
        .concat(query.name() + "?" + query.example());
  }
}
