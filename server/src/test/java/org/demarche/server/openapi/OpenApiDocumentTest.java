package org.demarche.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.server.TestServer.encoded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.demarche.queries.CannedQuery;
import org.demarche.queries.Catalogue;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenApiDocumentTest {
  @AutoClose private static final TestServer server = TestServer.start();

  /** An operation of the document. */
  record Described(String method, String path, JsonObject operation) {
    Stream<JsonObject> parameters() {
      return operation.hasKey("parameters")
          ? operation.getArray("parameters").map(JsonValue::getAsObject).map(it -> resolved(it))
          : Stream.of();
    }

    JsonObject parameter(String name) {
      return parameters()
          .filter(parameter -> parameter.getString("name").equals(name))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @Test
  void tells_what_it_is_of_which_version_and_under_which_licence() {
    JsonObject info = document().getObj("info");

    assertThat(document().getString("openapi")).startsWith("3.1.");
    assertThat(info.getString("title")).isEqualTo("Demarche");
    assertThat(info.getString("version")).isNotEmpty();
    assertThat(info.getObj("license").getString("name")).contains("Apache-2.0", "CC BY 4.0");
  }

  @Test
  void names_the_server_as_the_client_has_reached_it() throws Exception {
    assertThat(serverOf(server.get("/openapi.json").body())).isEqualTo(server.url());

    String otherName = "http://localhost:" + server.port();
    assertThat(serverOf(body(otherName + "/openapi.json"))).isEqualTo(otherName);
    assertThat(serverOf(server.get("/openapi.json").body())).isEqualTo(server.url());
  }

  @Test
  void is_told_to_be_unchanged_to_whoever_has_it() {
    HttpResponse<String> first = server.get("/openapi.json");
    String tag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
    HttpResponse<String> second = server.get("/openapi.json", "If-None-Match", tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(
            server
                .get("/openapi.json", "Accept", "application/vnd.oai.openapi+json")
                .headers()
                .firstValue("ETag"))
        .isPresent()
        .isNotEqualTo(Optional.of(tag));
  }

  @Test
  void comes_as_json_also_under_the_name_of_its_own() {
    assertThat(type("*/*")).contains("application/json");
    assertThat(type("application/vnd.oai.openapi+json"))
        .contains("application/vnd.oai.openapi+json");
    assertThat(type("text/html,*/*;q=0.8")).contains("application/json");
    assertThat(server.get("/openapi.json", "Accept", "image/png").statusCode()).isEqualTo(406);
  }

  @Test
  void every_operation_has_a_name_of_its_own_that_programs_can_use() {
    assertThat(operations().map(it -> it.operation().getString("operationId")))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][A-Za-z0-9]*"))
        .contains("agreementHistory", "opEds", "query", "update", "listQueries");
  }

  @Test
  void every_operation_has_a_summary_and_a_tag_that_is_described() {
    List<String> tags =
        document().getArray("tags").map(tag -> tag.getAsObject().getString("name")).toList();

    assertThat(operations())
        .allSatisfy(
            it -> {
              assertThat(it.operation().getString("summary")).isNotEmpty().doesNotEndWith(".");
              assertThat(tags)
                  .contains(it.operation().get("tags").getAsArray().get(0).getAsString().value());
            });
  }

  @Test
  void parameters_have_the_types_of_the_query() {
    JsonObject agreement = get("/queries/agreement-history").parameter("agreement");
    JsonObject status = get("/queries/demands").parameter("status");
    JsonObject from = get("/queries/op-eds").parameter("from");
    JsonObject lang = get("/queries/op-eds").parameter("lang");

    assertThat(agreement.getBoolean("required")).isTrue();
    assertThat(agreement.getString("example")).isEqualTo("agreement/gsomia-japan-south-korea");
    assertThat(agreement.getString("description"))
        .startsWith("The agreement: ")
        .contains("https://w3id.org/demarche/id/actor/japan", "short form actor/japan");
    assertThat("agreement/gsomia-japan-south-korea")
        .matches(agreement.getObj("schema").getString("pattern"));
    assertThat("https://w3id.org/demarche/id/actor/japan")
        .matches(agreement.getObj("schema").getString("pattern"));
    assertThat("Japan, the country").doesNotMatch(agreement.getObj("schema").getString("pattern"));
    assertThat(status.getBoolean("required")).isFalse();
    assertThat(values(status)).contains("open", "met");
    assertThat(from.getObj("schema").getString("format")).isEqualTo("date");
    assertThat(values(lang)).containsExactly("en", "ko", "ja");
  }

  static Stream<Described> canned() {
    return Catalogue.bundled().all().stream()
        .map(CannedQuery::name)
        .map(name -> get("/queries/" + name));
  }

  @ParameterizedTest
  @MethodSource("canned")
  void every_parameter_that_is_described_is_taken(Described query) {
    List<String> required =
        query
            .parameters()
            .filter(parameter -> parameter.hasKey("required") && parameter.getBoolean("required"))
            .map(OpenApiDocumentTest::given)
            .toList();

    // Where a page begins is told by the one before it.
    assertThat(query.parameters().filter(it -> !it.getString("name").equals("after")))
        .allSatisfy(
            parameter -> {
              String given = given(parameter);
              String all =
                  Stream.concat(required.stream(), Stream.of(given))
                      .distinct()
                      .collect(Collectors.joining("&"));
              assertThat(server.get(query.path() + "?" + all).statusCode()).as(all).isEqualTo(200);
            });
  }

  /** Those that choose a form, with what they need for it. */
  static Stream<Described> negotiated() {
    return Stream.concat(
        canned(),
        Stream.of(
            get("/queries"),
            get("/op-eds"),
            get("/data"),
            get("/.well-known/void"),
            get("/openapi.json")));
  }

  @ParameterizedTest
  @MethodSource("negotiated")
  void the_media_types_that_are_described_are_those_offered(Described resource) {
    String path = resource.path().equals("/data") ? "/data?default" : resource.path();
    HttpResponse<String> refused = server.get(path, "Accept", "image/png");

    assertThat(refused.statusCode()).isEqualTo(406);
    assertThat(content(resource).keys())
        .containsExactlyInAnyOrderElementsOf(
            JSON.parse(jsonOf(path)).getArray("offered").map(it -> mediaType(it)).toList());
  }

  @ParameterizedTest
  @MethodSource("negotiated")
  void every_format_that_is_described_is_offered(Described resource) {
    String path = resource.path().equals("/data") ? "/data?default" : resource.path();

    assertThat(values(resource.parameter("format")))
        .isNotEmpty()
        .allSatisfy(
            format ->
                assertThat(
                        server
                            .get(path + (path.contains("?") ? "&" : "?") + "format=" + format)
                            .statusCode())
                    .as(format)
                    .isIn(200, 400));
  }

  @Test
  void the_forms_of_sparql_are_those_that_are_described() {
    assertThat(content(get("/sparql")).keys())
        .allSatisfy(
            mediaType -> {
              String query =
                  mediaType.matches(".*(turtle|triples|ld.json|rdf.xml|trig|quads)")
                      ? "CONSTRUCT WHERE { ?s ?p ?o }"
                      : "ASK { ?s ?p ?o }";
              assertThat(
                      server.query(query, "Accept", mediaType).headers().firstValue("Content-Type"))
                  .hasValueSatisfying(type -> assertThat(type).startsWith(mediaType));
            });
  }

  @Test
  void what_needs_the_token_says_so_and_nothing_else() {
    assertThat(operations())
        .allSatisfy(
            it -> {
              String path = it.path().replace("{id}", "none").replaceAll("\\{.*}", "demands");
              int status =
                  server
                      .send(it.method(), path, BodyPublishers.noBody(), "Accept", "*/*")
                      .statusCode();
              assertThat(it.operation().hasKey("security"))
                  .as("%s: %d", it, status)
                  .isEqualTo(status == 401);
            });
    JsonObject scheme = document().getObj("components").getObj("securitySchemes").getObj("token");
    assertThat(scheme.getString("type")).isEqualTo("http");
    assertThat(scheme.getString("scheme")).isEqualTo("bearer");
  }

  @Test
  void busy_servers_tell_when_to_come_back() {
    JsonObject responses = document().getObj("components").getObj("responses");

    assertThat(responses.getObj("TooManyRequests").getObj("headers").keys())
        .containsExactly("Retry-After");
    assertThat(get("/queries/demands").operation().getObj("responses").keys())
        .containsExactly("200", "304", "400", "404", "406", "429", "503");
  }

  private static JsonObject document() {
    return JSON.parse(server.get("/openapi.json").body());
  }

  private static Stream<Described> operations() {
    JsonObject paths = document().getObj("paths");
    return paths.keys().stream()
        .flatMap(
            path ->
                paths.getObj(path).keys().stream()
                    .map(
                        method ->
                            new Described(
                                method.toUpperCase(Locale.ROOT),
                                path,
                                paths.getObj(path).getObj(method))));
  }

  private static Described get(String path) {
    return operations()
        .filter(it -> it.path().equals(path) && it.method().equals("GET"))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject content(Described resource) {
    return resource.operation().getObj("responses").getObj("200").getObj("content");
  }

  private static JsonObject resolved(JsonObject parameter) {
    if (!parameter.hasKey("$ref")) {
      return parameter;
    }
    String reference = parameter.getString("$ref");
    return document()
        .getObj("components")
        .getObj("parameters")
        .getObj(reference.substring(reference.lastIndexOf('/') + 1));
  }

  /** A value for a parameter, as it is written into a URL. */
  private static String given(JsonObject parameter) {
    JsonObject schema = parameter.getObj("schema");
    JsonValue value =
        parameter.hasKey("example")
            ? parameter.get("example")
            : schema.hasKey("enum")
                ? schema.get("enum").getAsArray().get(0)
                : schema.hasKey("examples")
                    ? schema.get("examples").getAsArray().get(0)
                    : JSON.parse("{\"any\": \"1\"}").get("any");
    String text = value.isString() ? value.getAsString().value() : value.toString();
    return parameter.getString("name") + "=" + encoded(text);
  }

  private static List<String> values(JsonObject parameter) {
    return parameter
        .getObj("schema")
        .getArray("enum")
        .map(value -> value.getAsString().value())
        .toList();
  }

  private static String jsonOf(String path) {
    return server.get(path, "Accept", "application/problem+json").body();
  }

  private static String mediaType(JsonValue offered) {
    return offered.getAsString().value().replaceFirst(" .*", "");
  }

  private static String serverOf(String document) {
    return JSON.parse(document).get("servers").getAsArray().get(0).getAsObject().getString("url");
  }

  private static String body(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
          .body();
    }
  }

  private static Optional<String> type(String accept) {
    return server.get("/openapi.json", "Accept", accept).headers().firstValue("Content-Type");
  }
}
