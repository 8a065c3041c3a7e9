package org.demarche.server.openapi;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.Map;
import org.demarche.server.problem.Problem;

/** How a request can fail, told in the same words by every operation. */
enum Failure {
  BAD_REQUEST(400, "BadRequest", "The request is wrong; the detail says what would be right."),
  UNAUTHORIZED(401, "Unauthorized", "The token is missing, or is not that of this server."),
  FORBIDDEN(403, "Forbidden", "Refused, whoever asks: the detail says why."),
  NOT_FOUND(404, "NotFound", "There is nothing of that name."),
  NOT_ACCEPTABLE(406, "NotAcceptable", "In none of the forms asked for; `offered` lists all."),
  TIMEOUT(408, "RequestTimeout", "The body didn't come in time."),
  CONFLICT(409, "Conflict", "What is there stands in the way; nothing was changed."),
  PRECONDITION(412, "PreconditionFailed", "It isn't as `If-Match` or `If-None-Match` has it."),
  TOO_LARGE(413, "ContentTooLarge", "The body is over the limit."),
  UNSUPPORTED(415, "UnsupportedMediaType", "The body is of a type that isn't read here."),
  UNSOUND(422, "Unsound", "The graph would be unsound; nothing was changed. Up to 1,000 findings."),
  BUSY(429, "TooManyRequests", "As many queries as the server takes run and wait already."),
  ELSEWHERE(502, "BadGateway", "Another server, which the query asks by SERVICE, failed."),
  UNAVAILABLE(503, "Unavailable", "Not now: the time was up, or the server has too much to do.");

  private final int status;
  private final String component;
  private final String description;

  Failure(int status, String component, String description) {
    this.status = status;
    this.component = component;
    this.description = description;
  }

  /** Its name among the components. */
  String component() {
    return component;
  }

  /** The response that the operations refer to. */
  ApiResponse response() {
    ApiResponse response =
        new ApiResponse()
            .description(description)
            .content(
                new Content()
                    .addMediaType(
                        "application/problem+json",
                        new MediaType()
                            .schema(Schemas.named(SharedParts.PROBLEM))
                            .example(example()))
                    .addMediaType("text/plain", new MediaType().schema(Schemas.text())));
    return switch (this) {
      case BUSY, UNAVAILABLE -> SharedParts.withHeader(response, SharedParts.RETRY_AFTER);
      case UNAUTHORIZED -> SharedParts.withHeader(response, SharedParts.CHALLENGE);
      case BAD_REQUEST,
          FORBIDDEN,
          NOT_FOUND,
          NOT_ACCEPTABLE,
          TIMEOUT,
          CONFLICT,
          PRECONDITION,
          TOO_LARGE,
          UNSUPPORTED,
          UNSOUND,
          ELSEWHERE ->
          response;
    };
  }

  private Map<String, Object> example() {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("title", Problem.of(status, description).title());
    example.put("status", status);
    example.put("detail", description);
    return example;
  }

  /** Says that an operation can fail in these ways. */
  static ApiResponses add(ApiResponses responses, Failure... failures) {
    for (Failure failure : failures) {
      responses.addApiResponse(
          Integer.toString(failure.status),
          new ApiResponse().$ref("#/components/responses/" + failure.component));
    }
    return responses;
  }
}
