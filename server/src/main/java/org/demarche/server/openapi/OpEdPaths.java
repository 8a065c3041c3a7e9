package org.demarche.server.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.List;
import org.demarche.server.opeds.OpEdBody;
import org.demarche.server.opeds.OpEds;

/** {@code /op-eds} and {@code /op-eds/{name}}. */
final class OpEdPaths {
  private static final String LIST = "OpEdList";
  private static final String WRITTEN = "WrittenOpEds";

  private OpEdPaths() {}

  static void addTo(Paths paths, Components components) {
    components
        .addSchemas(LIST, list())
        .addSchemas(WRITTEN, written())
        .addSchemas(SharedParts.WRITTEN_OP_ED, writtenOpEd());
    paths.addPathItem(OpEds.PATH, new PathItem().get(listOpEds()).post(addOpEds()));
    paths.addPathItem(
        OpEds.ONE, new PathItem().get(getOpEd()).put(replaceOpEd()).delete(deleteOpEd()));
  }

  private static Operation listOpEds() {
    Content content =
        Forms.json(Schemas.named(LIST))
            .addMediaType("text/html", new MediaType().schema(Schemas.text()));
    JsonSchema limit = Schemas.whole();
    limit.setMinimum(BigDecimal.ONE);
    limit.setMaximum(BigDecimal.valueOf(1000));
    ApiResponse answer = new ApiResponse().description("A page of them.").content(content);
    for (String header : List.of(SharedParts.ETAG, SharedParts.LINK, SharedParts.QUERY_ID)) {
      SharedParts.withHeader(answer, header);
    }
    return operation("listOpEds", "The coded op-eds")
        .description("By their slugs: who wrote them, where and when, who coded them.")
        .addParametersItem(
            Parameters.inQuery("limit", "How many a page has: 100 if not given", limit))
        .addParametersItem(
            Parameters.inQuery(
                "after", "The slug that a page begins after, as `next` has it", Schemas.text()))
        .addParametersItem(Forms.parameter("json", "html"))
        .responses(
            Failure.add(
                new ApiResponses()
                    .addApiResponse("200", answer)
                    .addApiResponse("304", SharedParts.notModified()),
                Failure.BAD_REQUEST,
                Failure.NOT_ACCEPTABLE,
                Failure.BUSY,
                Failure.UNAVAILABLE));
  }

  private static Operation addOpEds() {
    return operation("addOpEds", "Adds a coded op-ed, or several")
        .description(
            "Examined before anything is stored; each op-ed is one commit. What is there already with"
                + " the same content is left alone, so that a request may be sent again.")
        .addSecurityItem(SharedParts.token())
        .addParametersItem(
            inHeader("If-Match", "An `ETag` of the list, where it must be as it was: else 412"))
        .requestBody(body("Op-eds: triples of one, or a named graph for each."))
        .responses(
            writing(
                "All were there already.",
                withLocation(new ApiResponse().description("Stored.").content(outcomes())),
                Failure.CONFLICT,
                Failure.PRECONDITION));
  }

  private static Operation getOpEd() {
    ApiResponse answer =
        new ApiResponse()
            .description("The graph, as it can be put back.")
            .content(
                Forms.rdf(
                    List.of(
                        "text/turtle",
                        "application/ld+json",
                        "application/n-triples",
                        "application/rdf+xml",
                        "application/trig",
                        "application/n-quads")));
    ApiResponse page = new ApiResponse().description("Who asks for HTML is led to the page.");
    return operation("getOpEd", "The graph of an op-ed")
        .addParametersItem(name())
        .addParametersItem(Forms.parameter("ttl", "jsonld", "nt", "rdf", "trig", "nq", "html"))
        .responses(
            Failure.add(
                new ApiResponses()
                    .addApiResponse("200", SharedParts.withHeader(answer, SharedParts.ETAG))
                    .addApiResponse("303", withLocation(page))
                    .addApiResponse("304", SharedParts.notModified()),
                Failure.NOT_FOUND,
                Failure.NOT_ACCEPTABLE,
                Failure.BUSY,
                Failure.UNAVAILABLE));
  }

  private static Operation replaceOpEd() {
    return operation("replaceOpEd", "Replaces an op-ed, or adds it under its name")
        .description("Its slug in the body is that of the URL.")
        .addSecurityItem(SharedParts.token())
        .addParametersItem(name())
        .addParametersItem(ifMatch())
        .addParametersItem(ifNoneMatch())
        .requestBody(body("One op-ed."))
        .responses(
            writing(
                "Replaced, or the same as before.",
                withLocation(new ApiResponse().description("New.").content(outcomes())),
                Failure.NOT_FOUND,
                Failure.PRECONDITION));
  }

  private static Operation deleteOpEd() {
    return operation("deleteOpEd", "Removes an op-ed")
        .description("Not while other graphs name what it alone describes: `uses` lists where.")
        .addSecurityItem(SharedParts.token())
        .addParametersItem(name())
        .addParametersItem(ifMatch())
        .responses(
            Failure.add(
                new ApiResponses()
                    .addApiResponse("204", new ApiResponse().description("It is gone.")),
                Failure.UNAUTHORIZED,
                Failure.FORBIDDEN,
                Failure.NOT_FOUND,
                Failure.CONFLICT,
                Failure.PRECONDITION,
                Failure.UNAVAILABLE));
  }

  private static Operation operation(String id, String summary) {
    return new Operation().operationId(id).addTagsItem(Theme.OP_EDS.title()).summary(summary);
  }

  private static ApiResponses writing(String same, ApiResponse created, Failure... failures) {
    ApiResponse unsound =
        new ApiResponse()
            .description(
                "It was read and has faults, in its cells or in what it says; nothing was changed."
                    + " Up to 1,000 findings, or for who asks for RDF a SHACL validation report.")
            .content(
                Forms.description()
                    .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(Schemas.named(SharedParts.PROBLEM))));
    ApiResponses responses =
        new ApiResponses()
            .addApiResponse("200", new ApiResponse().description(same).content(outcomes()))
            .addApiResponse("201", created)
            .addApiResponse("422", unsound);
    Failure.add(responses, failures);
    return Failure.add(
        responses,
        Failure.BAD_REQUEST,
        Failure.UNAUTHORIZED,
        Failure.FORBIDDEN,
        Failure.TIMEOUT,
        Failure.TOO_LARGE,
        Failure.UNSUPPORTED,
        Failure.UNAVAILABLE);
  }

  private static RequestBody body(String description) {
    return new RequestBody()
        .required(true)
        .description(description + " In UTF-8.")
        .content(Forms.rdf(OpEdBody.TYPES));
  }

  private static Content outcomes() {
    return Forms.json(Schemas.named(WRITTEN));
  }

  private static Parameter name() {
    return Parameters.inPath("name", "Its slug: `botto-2019-gsomia`");
  }

  private static Parameter ifMatch() {
    return inHeader("If-Match", "The `ETag` that the op-ed had when it was read: else 412");
  }

  private static Parameter ifNoneMatch() {
    return inHeader("If-None-Match", "`*` where there must be no such op-ed yet: else 412");
  }

  private static Parameter inHeader(String name, String description) {
    return new Parameter().name(name).in("header").description(description).schema(Schemas.text());
  }

  private static ApiResponse withLocation(ApiResponse response) {
    return response.addHeaderObject(
        "Location", new Header().description("Where it is.").schema(Schemas.text()));
  }

  private static JsonSchema list() {
    JsonSchema named = Schemas.object();
    named.addProperty("iri", Schemas.iri());
    named.addProperty("label", Schemas.text());
    named.setRequired(List.of("iri", "label"));
    JsonSchema opEd = named();
    opEd.addProperty("graph", Schemas.iri());
    opEd.addProperty("title", Schemas.text());
    opEd.addProperty("earliest", Schemas.text());
    opEd.addProperty("latest", Schemas.text());
    opEd.addProperty("codedOn", Schemas.text());
    opEd.addProperty("statements", Schemas.whole());
    opEd.addProperty("commit", Schemas.whole());
    for (String people : List.of("authors", "outlets", "coders")) {
      opEd.addProperty(people, Schemas.listOf(named));
    }
    opEd.setRequired(List.of("opEd", "path", "page", "graph", "title", "statements", "commit"));
    JsonSchema list = Schemas.object();
    list.addProperty("commit", Schemas.whole());
    list.addProperty("total", Schemas.whole());
    list.addProperty("opEds", Schemas.listOf(opEd));
    list.addProperty("next", Schemas.text());
    list.setRequired(List.of("commit", "total", "opEds"));
    return list;
  }

  private static JsonSchema written() {
    JsonSchema written = Schemas.object();
    written.addProperty("commit", Schemas.whole());
    written.addProperty("opEds", Schemas.listOf(Schemas.named(SharedParts.WRITTEN_OP_ED)));
    written.setRequired(List.of("commit", "opEds"));
    return written;
  }

  private static JsonSchema writtenOpEd() {
    JsonSchema opEd = named();
    opEd.addProperty(
        "outcome", Schemas.oneOf(List.of("added", "replaced", "unchanged", "conflict", "refused")));
    opEd.addProperty("commit", Schemas.whole());
    opEd.addProperty("triples", Schemas.whole());
    opEd.addProperty("findings", Schemas.listOf(Schemas.named(SharedParts.FINDING)));
    opEd.setRequired(List.of("opEd", "path", "page", "outcome"));
    return opEd;
  }

  /** What leads to an op-ed. */
  private static JsonSchema named() {
    JsonSchema opEd = Schemas.object();
    opEd.addProperty("opEd", Schemas.iri());
    opEd.addProperty("path", Schemas.text());
    opEd.addProperty("page", Schemas.text());
    return opEd;
  }
}
