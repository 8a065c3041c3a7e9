package org.demarche.server.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.demarche.ontology.Namespaces;
import org.demarche.queries.BoundQuery;
import org.demarche.queries.CannedQuery;
import org.demarche.queries.Parameter;
import org.demarche.queries.ParameterType;

/**
 * What the page of a query shows.
 *
 * @param query the query
 * @param values what is filled in, by parameter
 * @param faults what is wrong with the values
 * @param hints why there may be no rows
 * @param answer the answer, if the query could be run
 */
public record QueryPage(
    CannedQuery query,
    Map<String, String> values,
    List<String> faults,
    List<String> hints,
    Optional<Answer> answer) {

  /**
   * An answer.
   *
   * @param columns the names of the columns
   * @param rows the texts of the cells
   * @param sparql the query that was run
   */
  public record Answer(List<String> columns, List<List<String>> rows, String sparql) {}

  static QueryPage asking(
      CannedQuery query, Map<String, List<String>> values, List<String> faults) {
    return new QueryPage(query, first(values), faults, List.of(), Optional.empty());
  }

  static QueryPage answered(
      CannedQuery query,
      Map<String, List<String>> values,
      BoundQuery bound,
      Rows rows,
      List<String> hints) {
    List<List<String>> cells =
        rows.cells().stream()
            .map(row -> row.stream().map(cell -> cell.map(QueryPage::text).orElse("")).toList())
            .toList();
    return new QueryPage(
        query,
        first(values),
        List.of(),
        hints,
        Optional.of(new Answer(rows.columns(), cells, bound.text())));
  }

  /** What is filled in for a parameter; empty where nothing is. */
  public String value(Parameter parameter) {
    return values.getOrDefault(parameter.name(), "");
  }

  /** What may be chosen for a parameter; empty where anything may be written. */
  public List<String> choices(Parameter parameter) {
    return switch (parameter.type()) {
      case ParameterType.Code code -> code.concepts();
      case ParameterType.Choice choice -> choice.values();
      case ParameterType.Text _,
          ParameterType.Tagged _,
          ParameterType.Thing _,
          ParameterType.Day _,
          ParameterType.Whole _ ->
          List.of();
    };
  }

  /** This query with the same values in another form, such as {@code csv}. */
  public String link(String format) {
    return "/queries/" + query.name() + "?" + parametersAnd("format=" + format);
  }

  /** The text of this query with the same values in place. */
  public String textLink() {
    return "/queries/" + query.name() + "/query?" + parametersAnd("");
  }

  private String parametersAnd(String last) {
    String given =
        values.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()) + "&")
            .collect(Collectors.joining());
    return given + last;
  }

  private static Map<String, String> first(Map<String, List<String>> values) {
    return values.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst()));
  }

  /** Our own IRIs in short; others whole; literals without their type. */
  private static String text(Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm();
    }
    if (!node.isURI()) {
      return node.toString();
    }
    String iri = node.getURI();
    if (iri.startsWith(Namespaces.ID)) {
      return iri.substring(Namespaces.ID.length());
    }
    return Namespaces.PREFIXES.shortForm(iri);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
