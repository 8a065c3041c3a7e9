package org.demarche.server.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.demarche.server.description.DatasetDescription;
import org.demarche.server.editor.TermList;
import org.demarche.server.reference.OntologyPage;

/** What is neither a canned query nor SPARQL: a path here for each route of the server. */
final class OtherPaths {
  private static final String QUERY_LIST = "QueryList";
  private static final String RUNNING = "RunningQuery";

  private OtherPaths() {}

  static void addTo(Paths paths, Components components) {
    components.addSchemas(QUERY_LIST, queryList()).addSchemas(RUNNING, running());
    get(paths, "/queries", listQueries());
    get(paths, TermList.PATH, listTerms());
    get(paths, "/id/{name}", describeThing("describeThing", "What the graph says of a thing"));
    get(paths, "/codes/{name}", describeThing("describeCode", "What the graph says of a code"));
    get(paths, "/graph/{name}", describeThing("describeGraph", "What is known of a named graph"));
    get(paths, "/shapes/{name}", describeThing("describeShape", "What a shape asks of data"));
    get(paths, DatasetDescription.PATH, describeDataset());
    OpEdPaths.addTo(paths, components);
    SearchPaths.addTo(paths, components);
    get(paths, OntologyPage.PATH, describeOntology("getOntology", Failure.NOT_ACCEPTABLE));
    get(
        paths,
        OntologyPage.VERSION,
        describeOntology("getOntologyVersion", Failure.NOT_FOUND, Failure.NOT_ACCEPTABLE)
            .addParametersItem(
                Parameters.inPath("version", "The version that the graph holds: `0.1.0`")));
    get(paths, OpenApiDocument.PATH, describeInterface());
    ReconciliationPaths.addTo(paths);
    get(paths, "/health/live", live());
    get(paths, "/health/ready", ready());
    get(paths, "/metrics", metrics());
    get(paths, "/running", listRunning());
    paths.addPathItem("/running/{id}", new PathItem().delete(cancel()));
    get(paths, "/", page("getHomePage", "What is in the graph, and where to start"));
    get(paths, ApiPage.PATH, page("getInterfacePage", "This description, to browse and try"));
    get(paths, "/assets/{file}", file("getAsset", "A file that pages load"));
  }

  private static void get(Paths paths, String path, Operation operation) {
    paths.addPathItem(path, new PathItem().get(operation));
  }

  private static Operation listQueries() {
    Content content =
        Forms.json(Schemas.named(QUERY_LIST))
            .addMediaType("text/html", new MediaType().schema(Schemas.text()));
    return operation(Theme.QUERIES, "listQueries", "The canned queries")
        .addParametersItem(Forms.parameter("json", "html"))
        .responses(
            Failure.add(
                SharedParts.answer("All of them, with their parameters.", content),
                Failure.NOT_ACCEPTABLE));
  }

  private static Operation listTerms() {
    JsonSchema label = Schemas.object();
    label.addProperty("text", Schemas.text());
    label.addProperty("language", Schemas.text());
    label.setRequired(List.of("text", "language"));
    JsonSchema term = Schemas.object();
    term.addProperty("iri", Schemas.text());
    term.addProperty("kind", Schemas.text());
    term.addProperty("labels", Schemas.listOf(label));
    term.setRequired(List.of("iri", "kind", "labels"));
    JsonSchema terms = Schemas.object();
    terms.addProperty("commit", Schemas.whole());
    terms.addProperty("complete", Schemas.truth());
    terms.addProperty("terms", Schemas.listOf(term));
    terms.setRequired(List.of("commit", "complete", "terms"));
    return operation(Theme.SPARQL, "listTerms", "What queries can be about, for editors")
        .description(
            "Classes, properties, codes, and things with a name; the first thousands where there"
                + " are more. `kind` is `class`, `property`, `code`, or what the thing is.")
        .responses(
            Failure.add(
                SharedParts.tagged("By the graphs that name them.", Forms.json(terms)),
                Failure.BUSY,
                Failure.UNAVAILABLE));
  }

  private static Operation describeThing(String id, String summary) {
    Content content = Forms.description();
    content.addMediaType("text/html", new MediaType().schema(Schemas.text()));
    return operation(Theme.DESCRIPTION, id, summary)
        .description(
            "What it is subject or object of, in pages of 250 facts; `Link` tells the next. The path"
                + " is that of the IRI, slashes included.")
        .addParametersItem(Parameters.inPath("name", "The rest of the IRI's path: `actor/japan`"))
        .addParametersItem(Parameters.inQuery("page", "Which 250 facts, from 1", Schemas.whole()))
        .addParametersItem(
            Parameters.inQuery(
                "lang", "In which language a page gives names: en, ko, ja", Schemas.text()))
        .addParametersItem(Forms.parameter("ttl", "jsonld", "nt", "rdf", "html"))
        .responses(
            Failure.add(
                SharedParts.tagged("The description.", content),
                Failure.BAD_REQUEST,
                Failure.NOT_FOUND,
                Failure.NOT_ACCEPTABLE));
  }

  private static Operation describeDataset() {
    return operation(
            Theme.DESCRIPTION, "describeDataset", "What the dataset holds, and where it can be had")
        .description("VoID and DCAT 3, with the counts of the latest commit.")
        .addParametersItem(Forms.parameter("ttl", "jsonld", "nt", "rdf"))
        .responses(
            Failure.add(
                SharedParts.tagged("The description.", Forms.description()),
                Failure.BAD_REQUEST,
                Failure.NOT_ACCEPTABLE));
  }

  private static Operation describeOntology(String id, Failure... failures) {
    Content content =
        Forms.description().addMediaType("text/html", new MediaType().schema(Schemas.text()));
    return operation(Theme.DESCRIPTION, id, "The ontology, and the page made from it")
        .description(
            "`graph:ontology` as the latest commit has it. On the page each term stands where the"
                + " fragment of its IRI leads.")
        .addParametersItem(Forms.parameter("ttl", "jsonld", "nt", "rdf", "html"))
        .responses(Failure.add(SharedParts.tagged("The ontology.", content), failures));
  }

  private static Operation describeInterface() {
    Content content =
        Forms.json(Schemas.object())
            .addMediaType(
                "application/vnd.oai.openapi+json", new MediaType().schema(Schemas.object()));
    return operation(Theme.DESCRIPTION, "describeInterface", "This document")
        .addParametersItem(Forms.parameter("json"))
        .responses(
            Failure.add(
                SharedParts.tagged("OpenAPI 3.1.", content),
                Failure.BAD_REQUEST,
                Failure.NOT_ACCEPTABLE));
  }

  private static Operation live() {
    JsonSchema health = Schemas.object();
    health.addProperty("status", Schemas.oneOf(List.of("live")));
    health.setRequired(List.of("status"));
    return operation(Theme.OPERATION, "isLive", "Whether the server answers at all")
        .responses(SharedParts.answer("It does.", Forms.json(health)));
  }

  private static Operation ready() {
    JsonSchema ready = Schemas.object();
    ready.addProperty("status", Schemas.oneOf(List.of("ready")));
    ready.addProperty("commit", Schemas.whole());
    ready.addProperty("empty", Schemas.truth());
    ready.setRequired(List.of("status", "commit", "empty"));
    JsonSchema not = Schemas.object();
    not.addProperty("status", Schemas.oneOf(List.of("not ready")));
    not.addProperty("reason", Schemas.text());
    not.setRequired(List.of("status", "reason"));
    return operation(
            Theme.OPERATION, "isReady", "Whether the graph can be read, and at which commit")
        .responses(
            SharedParts.answer("It can.", Forms.json(ready))
                .addApiResponse(
                    "503", new ApiResponse().description("It can't.").content(Forms.json(not))));
  }

  private static Operation metrics() {
    return operation(Theme.OPERATION, "getMetrics", "Counters for Prometheus")
        .responses(SharedParts.answer("Prometheus' text format.", Forms.text("text/plain")));
  }

  private static Operation listRunning() {
    JsonSchema list = Schemas.object();
    list.addProperty("running", Schemas.listOf(Schemas.named(RUNNING)));
    list.addProperty("waiting", Schemas.whole());
    list.setRequired(List.of("running", "waiting"));
    return operation(Theme.OPERATION, "listRunning", "The queries and updates under way")
        .addSecurityItem(SharedParts.token())
        .responses(
            Failure.add(
                SharedParts.answer("The oldest first.", Forms.json(list)),
                Failure.UNAUTHORIZED,
                Failure.FORBIDDEN));
  }

  private static Operation cancel() {
    return operation(Theme.OPERATION, "cancelRunning", "Stops a query or update")
        .addSecurityItem(SharedParts.token())
        .addParametersItem(Parameters.inPath("id", "As `/running` and `Demarche-Query-Id` name it"))
        .responses(
            Failure.add(
                SharedParts.answer("What was stopped.", Forms.json(Schemas.named(RUNNING))),
                Failure.UNAUTHORIZED,
                Failure.FORBIDDEN,
                Failure.NOT_FOUND));
  }

  private static Operation page(String id, String summary) {
    return operation(Theme.PAGES, id, summary)
        .responses(SharedParts.answer("A page.", Forms.text("text/html")));
  }

  private static Operation file(String id, String summary) {
    return operation(Theme.PAGES, id, summary)
        .description("Its name tells its content, and is found in the page.")
        .addParametersItem(Parameters.inPath("file", "The name of the file"))
        .responses(
            Failure.add(
                SharedParts.answer("The file.", Forms.text("text/css", "text/javascript")),
                Failure.NOT_FOUND));
  }

  private static Operation operation(Theme theme, String id, String summary) {
    return new Operation().operationId(id).addTagsItem(theme.title()).summary(summary);
  }

  private static JsonSchema queryList() {
    JsonSchema parameter = Schemas.object();
    parameter.addProperty("name", Schemas.text());
    parameter.addProperty("required", Schemas.truth());
    parameter.addProperty("description", Schemas.text());
    parameter.addProperty("expected", Schemas.text());
    JsonSchema query = Schemas.object();
    for (String text : List.of("name", "theme", "summary", "description", "href", "example")) {
      query.addProperty(text, Schemas.text());
    }
    query.addProperty("tags", Schemas.listOf(Schemas.text()));
    query.addProperty("parameters", Schemas.listOf(parameter));
    JsonSchema list = Schemas.object();
    list.addProperty("queries", Schemas.listOf(query));
    list.setRequired(List.of("queries"));
    return list;
  }

  private static JsonSchema running() {
    JsonSchema running = Schemas.object();
    for (String text : List.of("id", "kind", "client", "hash", "text")) {
      running.addProperty(text, Schemas.text());
    }
    for (String number : List.of("milliseconds", "rows", "bytes")) {
      running.addProperty(number, Schemas.whole());
    }
    return running;
  }
}
