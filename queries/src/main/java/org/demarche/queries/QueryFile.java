package org.demarche.queries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * Reads one {@code .rq} file: its decorators, its SPARQL, and the parameters among its variables.
 */
final class QueryFile {
  /** In grlc's spelling: one underscore for a required parameter, two for an optional one. */
  private static final Pattern PARAMETER =
      Pattern.compile("(__?)([A-Za-z][A-Za-z0-9]*)(?:_(iri|date|integer|[a-z]{2}))?");

  /** Every query that gives labels takes the language for them. */
  static final String LANGUAGE = "lang";

  private static final List<String> LANGUAGES = List.of("en", "ko", "ja");

  private final String theme;
  private final String name;
  private final Header header;
  private final String text;

  private final List<BadQueryFileException> faults = new ArrayList<>();

  private QueryFile(String theme, String name, String file, String text) {
    this.theme = theme;
    this.name = name;
    this.header = Header.of(file, text);
    this.text = text;
  }

  /**
   * @param theme the folder that the file stands in
   * @param name the file's name without its ending
   * @param file what to call the file in messages
   * @throws BadQueryFileException naming all faults of the file, each with its line
   */
  static CannedQuery read(String theme, String name, String file, String text) {
    return new QueryFile(theme, name, file, text).read();
  }

  private CannedQuery read() {
    faults.addAll(header.unknown());
    String summary = orFault(() -> header.text("summary"), "");
    String description = orFault(() -> header.text("description"), "");
    String example = orFault(() -> header.text("example"), "");
    CannedQuery.Picture picture = orFault(this::picture, CannedQuery.Picture.TABLE);
    Query query = orFault(this::parse, QueryFactory.create());
    if (query.isUnknownType()) {
      throw new BadQueryFileException(faults);
    }
    List<Parameter> parameters =
        variables(query).stream()
            .map(Var::getVarName)
            .map(PARAMETER::matcher)
            .filter(Matcher::matches)
            .map(this::parameter)
            .sorted(Comparator.comparing(Parameter::name))
            .toList();
    describedParametersExist(parameters);
    if (!faults.isEmpty()) {
      throw new BadQueryFileException(faults);
    }
    return new CannedQuery(
        name,
        theme,
        summary,
        description,
        header.list("tags"),
        picture,
        parameters,
        example,
        query);
  }

  /** What is read; where it is at fault, the fault is kept and a stand-in given. */
  private <T> T orFault(Supplier<T> reader, T standIn) {
    try {
      return reader.get();
    } catch (BadQueryFileException fault) {
      faults.add(fault);
      return standIn;
    }
  }

  private Query parse() {
    try {
      return QueryFactory.create(text, Syntax.syntaxSPARQL_11);
    } catch (QueryParseException malformed) {
      throw header.fault(
          Math.max(1, malformed.getLine()), "its SPARQL can't be read: " + malformed.getMessage());
    }
  }

  /** All variables of the query, those of filters and subqueries included. */
  private static Set<Var> variables(Query query) {
    Set<Var> variables = new TreeSet<>(Comparator.comparing(Var::getVarName));
    // A transformation that changes nothing comes by every node.
    QueryTransformOps.transform(
        query,
        node -> {
          if (node instanceof Var variable) {
            variables.add(variable);
          }
          return node;
        });
    return variables;
  }

  private Parameter parameter(Matcher spelling) {
    String parameter = spelling.group(2);
    boolean required = spelling.group(1).length() == 1;
    return new Parameter(
        parameter,
        Var.alloc(spelling.group()),
        type(parameter, Optional.ofNullable(spelling.group(3))),
        required,
        description(parameter));
  }

  private ParameterType type(String parameter, Optional<String> suffix) {
    Optional<List<String>> choices = Optional.ofNullable(header.choices().get(parameter));
    if (parameter.equals(LANGUAGE)) {
      return new ParameterType.Choice(LANGUAGES);
    }
    return switch (suffix.orElse("")) {
      case "" ->
          choices.<ParameterType>map(ParameterType.Choice::new).orElseGet(ParameterType.Text::new);
      case "iri" ->
          choices.map(names -> code(parameter, names)).orElseGet(ParameterType.Thing::new);
      case "date" -> new ParameterType.Day();
      case "integer" -> new ParameterType.Whole();
      case String language -> new ParameterType.Tagged(language);
    };
  }

  /** An IRI that has choices is a concept: of the scheme of its own name if no other is given. */
  private ParameterType code(String parameter, List<String> concepts) {
    return new ParameterType.Code(
        header.texts("schemes").getOrDefault(parameter, parameter), concepts);
  }

  private String description(String parameter) {
    return Optional.ofNullable(header.texts("parameters").get(parameter))
        .or(() -> Optional.of("The language of labels").filter(_ -> parameter.equals(LANGUAGE)))
        .orElseGet(
            () -> {
              faults.add(
                  header.fault(
                      "parameters",
                      "the parameter "
                          + parameter
                          + " has no description under \"#+ parameters:\""));
              return "";
            });
  }

  private void describedParametersExist(List<Parameter> parameters) {
    Set<String> names = parameters.stream().map(Parameter::name).collect(Collectors.toSet());
    Stream.of(
            header.texts("parameters").keySet(),
            header.texts("schemes").keySet(),
            header.choices().keySet())
        .flatMap(Set::stream)
        .distinct()
        .filter(described -> !names.contains(described))
        .map(
            described ->
                header.fault(
                    described,
                    "no variable ?_%s or ?__%s stands in the query, but a decorator speaks of it"
                        .formatted(described, described)))
        .forEach(faults::add);
  }

  private CannedQuery.Picture picture() {
    String wanted = header.text("picture").toUpperCase(Locale.ROOT);
    return Arrays.stream(CannedQuery.Picture.values())
        .filter(picture -> picture.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () -> header.fault("picture", "the picture is one of table, timeline, network, bar"));
  }
}
