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
import java.util.List;
import org.demarche.server.reconcile.Reconciliation;

/** The paths of the reconciliation service. */
final class ReconciliationPaths {
  private static final String QUERIES =
      """
      A batch of at most %d queries, as JSON: an object of them, each with "query", the name that \
      is looked for, and maybe "type", "type_strict", "limit" and "properties"."""
          .formatted(Reconciliation.MOST_QUERIES);

  private static final String EXTEND =
      """
      What to fill columns with, as JSON: an object with "ids" of things, and "properties" as \
      objects with "id" and maybe "settings".""";

  private static final String EXAMPLE =
      "{\"q0\": {\"query\": \"Seoul\", \"type\": \"Government\"}, \"q1\": {\"query\": \"ROK\"}}";

  private ReconciliationPaths() {}

  static void addTo(Paths paths) {
    paths.addPathItem(Reconciliation.PATH, new PathItem().get(manifestOrQueries()).post(queries()));
    paths.addPathItem(
        Reconciliation.SUGGEST_ENTITY, new PathItem().get(suggest("Thing", "things")));
    paths.addPathItem(
        Reconciliation.SUGGEST_PROPERTY, new PathItem().get(suggest("Property", "properties")));
    paths.addPathItem(Reconciliation.SUGGEST_TYPE, new PathItem().get(suggest("Type", "types")));
    paths.addPathItem(Reconciliation.PROPERTIES, new PathItem().get(properties()));
    paths.addPathItem(Reconciliation.PREVIEW, new PathItem().get(preview()));
    paths.addPathItem(Reconciliation.VIEW, new PathItem().get(view()));
  }

  private static Operation manifestOrQueries() {
    return operation("getReconciliationManifest", "What the reconciliation service offers")
        .description("With `queries` or `extend` it answers as POST does.")
        .addParametersItem(Parameters.inQuery("queries", QUERIES, Schemas.text()))
        .addParametersItem(Parameters.inQuery("extend", EXTEND, Schemas.text()))
        .addParametersItem(Forms.parameter("json"))
        .responses(
            failing(
                SharedParts.tagged("The manifest, or the answer.", Forms.json(Schemas.object())),
                Failure.TOO_LARGE,
                Failure.NOT_ACCEPTABLE));
  }

  private static Operation queries() {
    JsonSchema queries = Schemas.text();
    queries.setDescription(QUERIES);
    queries.setExamples(List.of(EXAMPLE));
    JsonSchema extend = Schemas.text();
    extend.setDescription(EXTEND);
    JsonSchema form = Schemas.object();
    form.addProperty("queries", queries);
    form.addProperty("extend", extend);
    return operation("reconcile", "The things that names mean, or values of their properties")
        .description(
            "Candidates come with a score from 0 to 100; `match` marks a clear winner. A query that"
                + " has a fault gets it told as `error`, and the others their candidates.")
        .requestBody(
            new RequestBody()
                .required(true)
                .content(
                    new Content()
                        .addMediaType(
                            "application/x-www-form-urlencoded", new MediaType().schema(form))))
        .responses(
            failing(
                SharedParts.answer("The answer.", Forms.json(Schemas.object())),
                Failure.TIMEOUT,
                Failure.TOO_LARGE,
                Failure.UNSUPPORTED,
                Failure.NOT_ACCEPTABLE));
  }

  private static Operation suggest(String one, String many) {
    return operation("suggest" + one, "The " + many + " whose names begin with a text")
        .addParametersItem(
            Parameters.inQuery(
                "prefix", "The beginning of a name, or an identifier", Schemas.text()))
        .addParametersItem(Parameters.inQuery("cursor", "How many to skip", Schemas.whole()))
        .addParametersItem(Forms.parameter("json"))
        .responses(
            failing(
                SharedParts.tagged("At most 20.", Forms.json(Schemas.object())),
                Failure.NOT_ACCEPTABLE));
  }

  private static Operation properties() {
    return operation("proposeProperties", "The properties that things of a type have")
        .addParametersItem(
            Parameters.inQuery("type", "Such as `Event`; else all types", Schemas.text()))
        .addParametersItem(Parameters.inQuery("limit", "The most of them", Schemas.whole()))
        .addParametersItem(Forms.parameter("json"))
        .responses(
            failing(
                SharedParts.tagged("The most usual first.", Forms.json(Schemas.object())),
                Failure.NOT_ACCEPTABLE));
  }

  private static Operation preview() {
    return operation("previewThing", "A thing in short, for a frame")
        .addParametersItem(id())
        .addParametersItem(Forms.parameter("html"))
        .responses(
            failing(
                SharedParts.tagged("A small page.", Forms.text("text/html")),
                Failure.NOT_FOUND,
                Failure.NOT_ACCEPTABLE));
  }

  private static Operation view() {
    return operation("viewThing", "Leads to the page of a thing")
        .description("An identifier has a slash, which clients encode and a path may not.")
        .addParametersItem(id())
        .responses(
            failing(
                new ApiResponses()
                    .addApiResponse("303", new ApiResponse().description("`Location` names it.")),
                Failure.NOT_FOUND));
  }

  private static Parameter id() {
    return Parameters.inQuery(
            "id", "The identifier of a thing, such as `actor/japan`", Schemas.text())
        .required(true);
  }

  private static Operation operation(String id, String summary) {
    return new Operation()
        .operationId(id)
        .addTagsItem(Theme.RECONCILIATION.title())
        .summary(summary);
  }

  private static ApiResponses failing(ApiResponses responses, Failure... more) {
    Failure.add(responses, Failure.BAD_REQUEST);
    Failure.add(responses, more);
    return Failure.add(responses, Failure.BUSY, Failure.UNAVAILABLE);
  }
}
