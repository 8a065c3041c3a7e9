package org.demarche.server.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.queries.CannedQuery;
import org.demarche.queries.Catalogue;
import org.demarche.queries.ParameterType;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.sparql.Capabilities;

/**
 * Each canned query as an operation of its own, with its parameters and columns. Its name in
 * generated clients is the query's, in their spelling: {@code agreementHistory}.
 */
final class CannedQueryPaths {
  private static final String TABLE_FORMAT = "tableFormat";
  private static final String GRAPH_FORMAT = "graphFormat";
  private static final String LIMIT = "limit";
  private static final String AFTER = "after";
  private static final String COMMIT = "commit";

  private CannedQueryPaths() {}

  static void addTo(Paths paths, Components components, Catalogue catalogue) {
    components
        .addParameters(TABLE_FORMAT, Forms.parameter(offers(false)))
        .addParameters(LIMIT, limit())
        .addParameters(AFTER, after())
        .addParameters(COMMIT, commit());
    if (catalogue.all().stream().anyMatch(CannedQuery::constructs)) {
      components.addParameters(GRAPH_FORMAT, Forms.parameter(offers(true)));
    }
    for (CannedQuery query : catalogue.all()) {
      paths.addPathItem("/queries/" + query.name(), new PathItem().get(operation(query)));
      if (!query.constructs()) {
        components.addSchemas(rowsOf(query), rows(query));
      }
    }
    paths.addPathItem("/queries/{name}/query", new PathItem().get(text(catalogue)));
  }

  /** The name of a theme's tag. */
  static String tag(String theme) {
    return capitalized(theme);
  }

  private static Operation operation(CannedQuery query) {
    ApiResponses responses =
        new ApiResponses()
            .addApiResponse("200", answer(query))
            .addApiResponse("304", SharedParts.notModified());
    Operation operation =
        new Operation()
            .operationId(camelCase(query.name()))
            .addTagsItem(tag(query.theme()))
            .summary(query.summary())
            .description(query.description())
            .responses(
                Failure.add(
                    responses,
                    Failure.BAD_REQUEST,
                    Failure.NOT_FOUND,
                    Failure.NOT_ACCEPTABLE,
                    Failure.BUSY,
                    Failure.UNAVAILABLE));
    Map<String, String> example = example(query);
    query
        .parameters()
        .forEach(parameter -> operation.addParametersItem(parameter(parameter, example)));
    reserved(query).forEach(operation::addParametersItem);
    return operation;
  }

  private static Parameter parameter(
      org.demarche.queries.Parameter parameter, Map<String, String> example) {
    Parameter described =
        new Parameter()
            .name(parameter.name())
            .in("query")
            .description(parameter.description() + ": " + parameter.type().expected())
            .required(parameter.required())
            .schema(Schemas.of(parameter.type()));
    String value = example.get(parameter.name());
    if (value != null) {
      described.example(
          parameter.type() instanceof ParameterType.Whole ? Long.valueOf(value) : value);
    }
    return described;
  }

  /** The parameters that every canned query has. Only tables come in pages. */
  private static Stream<Parameter> reserved(CannedQuery query) {
    return (query.constructs()
            ? Stream.of(GRAPH_FORMAT, COMMIT)
            : Stream.of(TABLE_FORMAT, LIMIT, AFTER, COMMIT))
        .map(name -> new Parameter().$ref("#/components/parameters/" + name));
  }

  private static Parameter limit() {
    JsonSchema rows = Schemas.whole();
    rows.setMinimum(BigDecimal.ONE);
    rows.setMaximum(BigDecimal.valueOf(9_999_999));
    return Parameters.inQuery(
        LIMIT,
        "Rows of one page; all rows without it. The header `Link` names the next page",
        rows);
  }

  private static Parameter after() {
    return Parameters.inQuery(
        AFTER,
        "Where the page begins, with `limit`: as it stands in the next URL of `Link`",
        Schemas.text());
  }

  private static Parameter commit() {
    JsonSchema number = Schemas.whole();
    number.setMinimum(BigDecimal.ZERO);
    return Parameters.inQuery(
        COMMIT,
        "The commit that a citation pins; `Demarche-Hint` says when the data have moved on",
        number);
  }

  private static ApiResponse answer(CannedQuery query) {
    Content content =
        query.constructs()
            ? Forms.graphs(offers(true))
            : Forms.tables(offers(false), Schemas.named(rowsOf(query)));
    ApiResponse answer =
        new ApiResponse()
            .description(
                query.constructs()
                    ? "The graph that the query builds."
                    : "Rows with the columns " + String.join(", ", columns(query)) + ".")
            .content(content);
    SharedParts.CANNED_HEADERS.forEach(header -> SharedParts.withHeader(answer, header));
    return query.constructs() ? answer : SharedParts.withHeader(answer, SharedParts.LINK);
  }

  /** SPARQL 1.1 Query Results JSON Format, section 3, with the query's own columns. */
  private static JsonSchema rows(CannedQuery query) {
    JsonSchema row = Schemas.object();
    columns(query).forEach(column -> row.addProperty(column, Schemas.named(SharedParts.TERM)));
    JsonSchema results = Schemas.object();
    results.addProperty("bindings", Schemas.listOf(row));
    results.setRequired(List.of("bindings"));
    JsonSchema head = Schemas.object();
    head.addProperty("vars", Schemas.listOf(Schemas.oneOf(columns(query))));
    head.setRequired(List.of("vars"));
    JsonSchema rows = Schemas.object();
    rows.setDescription(query.summary());
    rows.addProperty("head", head);
    rows.addProperty("results", results);
    rows.setRequired(List.of("head", "results"));
    return rows;
  }

  private static Operation text(Catalogue catalogue) {
    JsonSchema values = Schemas.object();
    values.setAdditionalProperties(Schemas.text());
    return new Operation()
        .operationId("getQueryText")
        .addTagsItem(Theme.QUERIES.title())
        .summary("The SPARQL of a canned query")
        .description("With the values in place, to be changed and sent to `/sparql`.")
        .addParametersItem(
            new Parameter()
                .name("name")
                .in("path")
                .required(true)
                .description("The name of the query")
                .schema(Schemas.oneOf(names(catalogue.all()))))
        .addParametersItem(
            new Parameter()
                .name("values")
                .in("query")
                .style(Parameter.StyleEnum.FORM)
                .explode(true)
                .description("Values for the query's own parameters, each under its name")
                .schema(values))
        .responses(
            Failure.add(
                new ApiResponses()
                    .addApiResponse(
                        "200",
                        new ApiResponse()
                            .description("The query.")
                            .content(Forms.text("application/sparql-query"))),
                Failure.BAD_REQUEST,
                Failure.NOT_FOUND));
  }

  /** A page too, without what names graphs and without the second name that XML has. */
  private static List<Offer<?>> offers(boolean graph) {
    Stream<? extends Offer<?>> data =
        graph
            ? Capabilities.graphs().all().stream().filter(Forms::isOfOneGraph)
            : Capabilities.tables().all().stream()
                .filter(offer -> !offer.mediaType().equals("application/xml"));
    return Stream.<Offer<?>>concat(data, Stream.of(Offer.of("text/html", "html", ""))).toList();
  }

  private static List<String> columns(CannedQuery query) {
    return List.copyOf(query.query().getResultVars());
  }

  private static List<String> names(Collection<CannedQuery> queries) {
    return queries.stream().map(CannedQuery::name).toList();
  }

  private static String rowsOf(CannedQuery query) {
    return capitalized(camelCase(query.name())) + "Rows";
  }

  /** The values of the query's example, by parameter. */
  private static Map<String, String> example(CannedQuery query) {
    return Arrays.stream(query.example().split("&"))
        .filter(pair -> pair.contains("="))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> URLDecoder.decode(pair[0], UTF_8),
                pair -> URLDecoder.decode(pair[1], UTF_8),
                (first, _) -> first));
  }

  private static String camelCase(String name) {
    String[] words = name.split("-");
    return words[0]
        + Arrays.stream(words)
            .skip(1)
            .map(CannedQueryPaths::capitalized)
            .collect(Collectors.joining());
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
