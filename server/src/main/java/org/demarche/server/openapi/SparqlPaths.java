package org.demarche.server.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.sparql.Capabilities;
import org.demarche.server.sparql.SparqlService;

/** The services of SPARQL, by the sections of its protocols. */
final class SparqlPaths {
  private static final String QUERY = "SELECT * WHERE { ?subject ?predicate ?object } LIMIT 10";
  private static final String GRAPH = "https://w3id.org/demarche/graph/reference";

  private SparqlPaths() {}

  static void addTo(Paths paths) {
    for (SparqlService service : SparqlService.values()) {
      paths.addPathItem(
          service.path(),
          switch (service) {
            case QUERY -> new PathItem().get(queryByGet()).post(queryByPost());
            case UPDATE -> new PathItem().post(update());
            case DATA ->
                new PathItem()
                    .get(getGraph())
                    .put(writeGraph("putGraph", "Replaces a graph"))
                    .post(writeGraph("addToGraph", "Adds to a graph"))
                    .delete(deleteGraph());
          });
    }
  }

  /** SPARQL 1.1 Protocol, section 2.1.1. */
  private static Operation queryByGet() {
    Operation operation =
        query("query", "Answers a query")
            .description(
                "In the syntax of SPARQL 1.2. Without a query, and in a type of RDF, the Service"
                    + " Description. In HTML the editor, with the query in it.");
    operation
        .getParameters()
        .addFirst(Parameters.inQuery("query", "The query", Schemas.text()).example(QUERY));
    operation.getResponses().addApiResponse("304", SharedParts.notModified());
    return operation;
  }

  /** SPARQL 1.1 Protocol, sections 2.1.2 and 2.1.3. */
  private static Operation queryByPost() {
    JsonSchema form = Schemas.object();
    form.addProperty("query", Schemas.text());
    form.addProperty("default-graph-uri", iris());
    form.addProperty("named-graph-uri", iris());
    form.setRequired(List.of("query"));
    Operation operation =
        query("queryByPost", "Answers a query that is sent as the body")
            .description("For queries that are too long for a URL.")
            .requestBody(body("application/sparql-query", QUERY, form));
    Failure.add(operation.getResponses(), Failure.TIMEOUT, Failure.TOO_LARGE, Failure.UNSUPPORTED);
    return operation;
  }

  private static Operation query(String id, String summary) {
    List<? extends Offer<?>> tables = Capabilities.tables().all();
    List<? extends Offer<?>> graphs = Capabilities.graphs().all();
    Content content = Forms.tables(tables, Schemas.named(SharedParts.RESULT));
    content.putAll(Forms.graphs(graphs));
    ApiResponse answer =
        new ApiResponse()
            .description("A table for SELECT and ASK, a graph for CONSTRUCT and DESCRIBE.")
            .content(content);
    return new Operation()
        .operationId(id)
        .addTagsItem(Theme.SPARQL.title())
        .summary(summary)
        .addParametersItem(graphs("default-graph-uri", "Graphs that make up the default graph"))
        .addParametersItem(graphs("named-graph-uri", "Graphs that `GRAPH` sees"))
        .addParametersItem(timeout())
        .addParametersItem(
            Forms.parameter(Stream.<Offer<?>>concat(tables.stream(), graphs.stream()).toList()))
        .responses(
            Failure.add(
                new ApiResponses()
                    .addApiResponse("200", SharedParts.withHeader(answer, SharedParts.QUERY_ID)),
                Failure.BAD_REQUEST,
                Failure.FORBIDDEN,
                Failure.NOT_ACCEPTABLE,
                Failure.BUSY,
                Failure.ELSEWHERE,
                Failure.UNAVAILABLE));
  }

  /** SPARQL 1.1 Protocol, section 2.2. */
  private static Operation update() {
    JsonSchema form = Schemas.object();
    form.addProperty("update", Schemas.text());
    form.addProperty("using-graph-uri", iris());
    form.addProperty("using-named-graph-uri", iris());
    form.setRequired(List.of("update"));
    return new Operation()
        .operationId("update")
        .addTagsItem(Theme.SPARQL.title())
        .summary("Changes the graph")
        .description("As one commit, or not at all. `LOAD` is refused.")
        .addSecurityItem(SharedParts.token())
        .addParametersItem(graphs("using-graph-uri", "Graphs that make up the default graph"))
        .addParametersItem(graphs("using-named-graph-uri", "Graphs that `GRAPH` sees"))
        .requestBody(
            body(
                "application/sparql-update",
                "DELETE DATA { GRAPH <" + GRAPH + "> { <urn:a> <urn:b> <urn:c> } }",
                form))
        .responses(
            Failure.add(
                done("204", "The change is made."),
                Failure.BAD_REQUEST,
                Failure.UNAUTHORIZED,
                Failure.FORBIDDEN,
                Failure.TIMEOUT,
                Failure.TOO_LARGE,
                Failure.UNSUPPORTED,
                Failure.UNSOUND,
                Failure.BUSY,
                Failure.ELSEWHERE,
                Failure.UNAVAILABLE));
  }

  /** SPARQL 1.1 Graph Store HTTP Protocol, section 5.2. */
  private static Operation getGraph() {
    List<? extends Offer<?>> offers = Capabilities.graphs().all();
    ApiResponse answer = new ApiResponse().description("The graph.").content(Forms.graphs(offers));
    return ofGraph("getGraph", "A whole graph")
        .description("A named one, or with `default` what a query sees that names none.")
        .addParametersItem(
            Parameters.inQuery(
                    "default",
                    "What a query sees that names no graph, instead of `graph`; without a value",
                    Schemas.oneOf(List.of("")))
                .allowEmptyValue(true))
        .addParametersItem(Forms.parameter(offers))
        .responses(
            Failure.add(
                new ApiResponses()
                    .addApiResponse("200", SharedParts.withHeader(answer, SharedParts.ETAG))
                    .addApiResponse("304", SharedParts.notModified()),
                Failure.BAD_REQUEST,
                Failure.NOT_FOUND,
                Failure.NOT_ACCEPTABLE,
                Failure.BUSY,
                Failure.UNAVAILABLE));
  }

  /** Sections 5.3 and 5.5. */
  private static Operation writeGraph(String id, String summary) {
    ApiResponses responses = done("204", "The graph is changed.");
    responses.addApiResponse("201", new ApiResponse().description("The graph is new."));
    Operation operation =
        ofGraph(id, summary)
            .description("As one commit, or not at all.")
            .addSecurityItem(SharedParts.token())
            .requestBody(
                new RequestBody()
                    .required(true)
                    .description("One graph, in UTF-8.")
                    .content(Forms.rdf(Capabilities.graphsRead())))
            .responses(
                Failure.add(
                    responses,
                    Failure.BAD_REQUEST,
                    Failure.UNAUTHORIZED,
                    Failure.FORBIDDEN,
                    Failure.TIMEOUT,
                    Failure.TOO_LARGE,
                    Failure.UNSUPPORTED,
                    Failure.UNSOUND,
                    Failure.UNAVAILABLE));
    operation.getParameters().getFirst().required(true);
    return operation;
  }

  /** Section 5.4. */
  private static Operation deleteGraph() {
    Operation operation =
        ofGraph("deleteGraph", "Removes a graph")
            .addSecurityItem(SharedParts.token())
            .responses(
                Failure.add(
                    done("204", "The graph is gone."),
                    Failure.BAD_REQUEST,
                    Failure.UNAUTHORIZED,
                    Failure.FORBIDDEN,
                    Failure.NOT_FOUND,
                    Failure.UNSOUND,
                    Failure.UNAVAILABLE));
    operation.getParameters().getFirst().required(true);
    return operation;
  }

  private static Operation ofGraph(String id, String summary) {
    return new Operation()
        .operationId(id)
        .addTagsItem(Theme.GRAPHS.title())
        .summary(summary)
        .addParametersItem(
            Parameters.inQuery("graph", "The IRI of a named graph", Schemas.iri()).example(GRAPH));
  }

  private static ApiResponses done(String status, String description) {
    return new ApiResponses().addApiResponse(status, new ApiResponse().description(description));
  }

  /** Either the matter itself, or a form with it. */
  private static RequestBody body(String direct, String example, JsonSchema form) {
    return new RequestBody()
        .required(true)
        .content(
            new Content()
                .addMediaType(direct, new MediaType().schema(Schemas.text()).example(example))
                .addMediaType("application/x-www-form-urlencoded", new MediaType().schema(form)));
  }

  private static Parameter graphs(String name, String description) {
    return Parameters.inQuery(name, description, iris()).explode(true);
  }

  /** Without the format, which Swagger UI doesn't know for items of a list, and says so. */
  private static JsonSchema iris() {
    JsonSchema iri = Schemas.text();
    iri.setDescription("An absolute IRI");
    return Schemas.listOf(iri);
  }

  private static Parameter timeout() {
    JsonSchema seconds = Schemas.number();
    seconds.setExclusiveMinimumValue(BigDecimal.ZERO);
    return Parameters.inQuery(
        "timeout", "Seconds that the query may take, if less than usual", seconds);
  }
}
