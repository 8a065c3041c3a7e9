package org.demarche.server.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.List;
import org.demarche.server.search.SearchPage;

/** {@code /search} and {@code /search/suggest}. */
final class SearchPaths {
  private static final String FOUND = "Found";
  private static final String FOUND_THING = "FoundThing";
  private static final String SUGGESTIONS = "Suggestions";

  private SearchPaths() {}

  static void addTo(Paths paths, Components components) {
    components
        .addSchemas(FOUND, found())
        .addSchemas(FOUND_THING, thing())
        .addSchemas(SUGGESTIONS, suggestions());
    paths.addPathItem(SearchPage.PATH, new PathItem().get(search()));
    paths.addPathItem(SearchPage.SUGGESTIONS, new PathItem().get(suggest()));
  }

  private static Operation search() {
    Content content =
        Forms.json(Schemas.named(FOUND))
            .addMediaType("text/html", new MediaType().schema(Schemas.text()));
    return asking(
            "search",
            "Things by a name, a word or a code",
            "Looks in labels, other names, codes and notes. Spelling may be off by a letter or two,"
                + " and names may be begun only. The text has no syntax.",
            "What was found, by kind, the best first.",
            content)
        .addParametersItem(limit("How many of each kind are told: 10, or 50 with `kind`"))
        .addParametersItem(Forms.parameter("json", "html"));
  }

  private static Operation suggest() {
    return asking(
            "suggest",
            "Names that may be meant by what has been typed so far",
            "Names that begin with the text, or have a word that begins with its last. If there are"
                + " none, the names that are nearest to it.",
            "The best first.",
            Forms.json(Schemas.named(SUGGESTIONS)))
        .addParametersItem(limit("How many are told: 8 if not given"))
        .addParametersItem(Forms.parameter("json"));
  }

  private static Operation asking(
      String id, String summary, String description, String answer, Content content) {
    ApiResponse response =
        SharedParts.withHeader(
            SharedParts.withHeader(
                new ApiResponse().description(answer).content(content), SharedParts.ETAG),
            SharedParts.QUERY_ID);
    JsonSchema kind = Schemas.text();
    kind.setPattern("^[a-z][a-z-]{0,40}$");
    kind.setExamples(List.of("actor", "agreement", "statement", "code", "term"));
    JsonSchema language = Schemas.text();
    language.setPattern("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$");
    language.setExamples(List.of("ko"));
    JsonSchema text = Schemas.text();
    text.setExamples(List.of("GSOMIA", "지소미아"));
    return new Operation()
        .operationId(id)
        .addTagsItem(Theme.SEARCH.title())
        .summary(summary)
        .description(description)
        .addParametersItem(
            Parameters.inQuery("q", "What is looked for; 200 characters of it", text)
                .required(false))
        .addParametersItem(
            Parameters.inQuery(
                "kind", "The only kind of things wanted, as their IRIs name it", kind))
        .addParametersItem(
            Parameters.inQuery(
                "lang", "The language of labels, rather than `Accept-Language`", language))
        .responses(
            Failure.add(
                new ApiResponses()
                    .addApiResponse("200", response)
                    .addApiResponse("304", SharedParts.notModified()),
                Failure.BAD_REQUEST,
                Failure.NOT_ACCEPTABLE,
                Failure.BUSY,
                Failure.UNAVAILABLE));
  }

  private static Parameter limit(String description) {
    JsonSchema schema = Schemas.whole();
    schema.setMinimum(BigDecimal.ONE);
    schema.setMaximum(BigDecimal.valueOf(100));
    return Parameters.inQuery("limit", description, schema);
  }

  private static JsonSchema found() {
    JsonSchema group = Schemas.object();
    group.addProperty("kind", Schemas.text());
    group.addProperty("name", Schemas.text());
    group.addProperty("total", Schemas.whole());
    group.addProperty("items", Schemas.listOf(Schemas.named(FOUND_THING)));
    group.setRequired(List.of("kind", "name", "total", "items"));
    JsonSchema found = Schemas.object();
    found.addProperty("query", Schemas.text());
    found.addProperty("commit", Schemas.whole());
    found.addProperty("total", Schemas.whole());
    found.addProperty("more", told(Schemas.truth(), "Whether there are more than were counted"));
    found.addProperty(
        "partly", told(Schemas.truth(), "Whether some have only a part of the words"));
    found.addProperty("groups", Schemas.listOf(group));
    found.addProperty(
        "like",
        told(
            Schemas.listOf(Schemas.named(FOUND_THING)),
            "Things of a similar name, where nothing was found"));
    found.setRequired(List.of("query", "commit", "total", "more", "partly", "groups", "like"));
    return found;
  }

  private static JsonSchema thing() {
    JsonSchema thing = Schemas.object();
    thing.addProperty("iri", Schemas.iri());
    thing.addProperty("path", told(Schemas.text(), "Where it is described"));
    thing.addProperty("label", told(Schemas.text(), "Its name, in the language asked for"));
    thing.addProperty("language", told(Schemas.text(), "Of the label; empty if it has none"));
    thing.addProperty(
        "match", Schemas.oneOf(List.of("label", "alternative", "hidden", "code", "note")));
    thing.addProperty("text", told(Schemas.text(), "What was found; empty if hidden"));
    thing.addProperty("textLanguage", Schemas.text());
    thing.addProperty(
        "score", told(Schemas.number(), "For comparing things of one answer, and nothing else"));
    thing.setRequired(
        List.of("iri", "path", "label", "language", "match", "text", "textLanguage", "score"));
    return thing;
  }

  private static JsonSchema suggestions() {
    JsonSchema suggestion = Schemas.object();
    suggestion.addProperty("iri", Schemas.iri());
    List<String> texts =
        List.of("path", "kind", "kindName", "label", "language", "text", "textLanguage");
    texts.forEach(name -> suggestion.addProperty(name, Schemas.text()));
    suggestion.setRequired(texts);
    JsonSchema suggestions = Schemas.object();
    suggestions.addProperty("query", Schemas.text());
    suggestions.addProperty("suggestions", Schemas.listOf(suggestion));
    suggestions.setRequired(List.of("query", "suggestions"));
    return suggestions;
  }

  private static JsonSchema told(JsonSchema schema, String description) {
    schema.setDescription(description);
    return schema;
  }
}
