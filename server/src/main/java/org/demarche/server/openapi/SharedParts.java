package org.demarche.server.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.demarche.server.negotiation.EntityTag;
import org.demarche.server.running.Executions;

/** What several operations refer to. */
final class SharedParts {
  static final String PROBLEM = "Problem";
  static final String TERM = "Term";
  static final String RESULT = "Result";
  static final String FINDING = "Finding";
  static final String WRITTEN_OP_ED = "WrittenOpEd";

  static final String ETAG = "ETag";
  static final String QUERY_ID = Executions.ID_HEADER;

  /** Where the other pages of an answer are. */
  static final String LINK = "Link";

  static final String RETRY_AFTER = "Retry-After";
  static final String CHALLENGE = "WWW-Authenticate";

  private static final String HINT = "Demarche-Hint";
  private static final String LANGUAGE = "Content-Language";

  /** What every answer to a canned query tells of itself. */
  static final List<String> CANNED_HEADERS =
      List.of(ETAG, EntityTag.COMMIT, HINT, LANGUAGE, QUERY_ID);

  private static final String NOT_MODIFIED = "NotModified";
  private static final String TOKEN = "token";

  private SharedParts() {}

  static void addTo(Components components) {
    for (Failure failure : Failure.values()) {
      components.addResponses(failure.component(), failure.response());
    }
    components
        .addResponses(
            NOT_MODIFIED,
            withHeader(
                new ApiResponse()
                    .description("The answer is still the one that `If-None-Match` names."),
                ETAG))
        .addHeaders(ETAG, header("Names this answer, for `If-None-Match`.", Schemas.text()))
        .addHeaders(
            HINT,
            header(
                "Why there are no rows and what to ask instead, or that the data have moved on.",
                Schemas.text()))
        .addHeaders(
            EntityTag.COMMIT,
            header("The number of the commit that answers, to be cited.", Schemas.whole()))
        .addHeaders(
            LANGUAGE,
            header("The language of labels, where `Accept-Language` chose it.", Schemas.text()))
        .addHeaders(
            LINK,
            header("With `limit`, the first page and the next one: RFC 8288.", Schemas.text()))
        .addHeaders(
            QUERY_ID, header("The name of the query in the log of the server.", Schemas.text()))
        .addHeaders(RETRY_AFTER, header("After how many seconds to come back.", Schemas.whole()))
        .addHeaders(CHALLENGE, header("Which token is asked for.", Schemas.text()))
        .addSchemas(PROBLEM, problem())
        .addSchemas(FINDING, finding())
        .addSchemas(TERM, term())
        .addSchemas(RESULT, result())
        .addSecuritySchemes(
            TOKEN,
            new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(
                    "The token that the server was started with. Without one nobody may write."));
  }

  /** What an operation says that needs the token. */
  static SecurityRequirement token() {
    return new SecurityRequirement().addList(TOKEN);
  }

  /** The answer to a client that has the other one already. */
  static ApiResponse notModified() {
    return new ApiResponse().$ref("#/components/responses/" + NOT_MODIFIED);
  }

  /** An answer that is made anew each time. */
  static ApiResponses answer(String description, Content content) {
    return new ApiResponses()
        .addApiResponse("200", new ApiResponse().description(description).content(content));
  }

  /** An answer with a tag, so that a client which has it is told so. */
  static ApiResponses tagged(String description, Content content) {
    ApiResponse response = new ApiResponse().description(description).content(content);
    return new ApiResponses()
        .addApiResponse("200", withHeader(response, ETAG))
        .addApiResponse("304", notModified());
  }

  /** The response, with one of the shared headers. */
  static ApiResponse withHeader(ApiResponse response, String name) {
    return response.addHeaderObject(name, new Header().$ref("#/components/headers/" + name));
  }

  private static Header header(String description, JsonSchema schema) {
    return new Header().description(description).schema(schema);
  }

  /** RFC 9457, with the members that are added to it. */
  private static JsonSchema problem() {
    JsonSchema line = Schemas.whole();
    line.setDescription("Of the first fault in what was sent, from 1");
    JsonSchema column = Schemas.whole();
    column.setDescription("Of the first fault in what was sent, from 1");
    JsonSchema offered = Schemas.listOf(Schemas.text());
    offered.setDescription("The media types that there are");
    JsonSchema reference = Schemas.text();
    reference.setDescription("Under which a fault of the server stands in its log");
    JsonSchema findings = Schemas.listOf(Schemas.named(FINDING));
    findings.setDescription(
        "What was found in data that were refused: 1,000 at most, faults before advice");
    JsonSchema untold = Schemas.whole();
    untold.setDescription("How many findings there are besides those in `findings`");
    JsonSchema uses = Schemas.listOf(use());
    uses.setDescription("Where other graphs name what was to be removed");
    JsonSchema opEds = Schemas.listOf(Schemas.named(WRITTEN_OP_ED));
    opEds.setDescription("What became of each op-ed, where several were sent");
    JsonSchema problem = Schemas.object();
    problem.setDescription("An error, by RFC 9457");
    problem.addProperty("title", Schemas.text());
    problem.addProperty("status", Schemas.whole());
    problem.addProperty("detail", Schemas.text());
    problem.addProperty("line", line);
    problem.addProperty("column", column);
    problem.addProperty("offered", offered);
    problem.addProperty("reference", reference);
    problem.addProperty("findings", findings);
    problem.addProperty("untold", untold);
    problem.addProperty("uses", uses);
    problem.addProperty("opEds", opEds);
    problem.setRequired(List.of("title", "status", "detail"));
    return problem;
  }

  /** What is wrong with data that were sent, or could be better. */
  private static JsonSchema finding() {
    JsonSchema finding = Schemas.object();
    finding.setDescription("What is wrong, or could be better, and where");
    finding.addProperty("severity", Schemas.oneOf(List.of("fault", "advice")));
    finding.addProperty("file", Schemas.text());
    finding.addProperty("line", Schemas.whole());
    finding.addProperty("row", Schemas.whole());
    finding.addProperty("column", Schemas.whole());
    finding.addProperty("heading", Schemas.text());
    finding.addProperty("node", Schemas.iri());
    finding.addProperty("property", Schemas.iri());
    finding.addProperty("wrong", Schemas.text());
    finding.addProperty("right", Schemas.text());
    finding.setRequired(List.of("severity", "wrong"));
    return finding;
  }

  private static JsonSchema use() {
    JsonSchema use = Schemas.object();
    for (String iri : List.of("graph", "subject", "names")) {
      use.addProperty(iri, Schemas.text());
    }
    return use;
  }

  /** SPARQL 1.1 Query Results JSON Format, section 3: of {@code SELECT}, or of {@code ASK}. */
  private static JsonSchema result() {
    JsonSchema row = Schemas.object();
    row.setAdditionalProperties(Schemas.named(TERM));
    JsonSchema results = Schemas.object();
    results.addProperty("bindings", Schemas.listOf(row));
    results.setRequired(List.of("bindings"));
    JsonSchema head = Schemas.object();
    head.addProperty("vars", Schemas.listOf(Schemas.text()));
    JsonSchema result = Schemas.object();
    result.setDescription("Rows of SELECT, or the truth of ASK");
    result.addProperty("head", head);
    result.addProperty("results", results);
    result.addProperty("boolean", Schemas.truth());
    result.setRequired(List.of("head"));
    return result;
  }

  /** SPARQL 1.1 Query Results JSON Format, section 3.2.2, and 1.2 for triple terms. */
  private static JsonSchema term() {
    JsonSchema value = new JsonSchema();
    value.setDescription("The IRI, the text, the label of the blank node, or the triple");
    JsonSchema language = Schemas.text();
    language.setDescription("Of a text in a language");
    JsonSchema datatype = Schemas.iri();
    datatype.setDescription("Of another literal than a plain string");
    JsonSchema term = Schemas.object();
    term.setDescription("An RDF term");
    term.addProperty("type", Schemas.oneOf(List.of("uri", "literal", "bnode", "triple")));
    term.addProperty("value", value);
    term.addProperty("xml:lang", language);
    term.addProperty("datatype", datatype);
    term.setRequired(List.of("type", "value"));
    return term;
  }
}
