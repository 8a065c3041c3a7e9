package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entity tags by commit, and compressed answers. */
class ValidatorsTest {
  private static final String SELECT =
      "/sparql?query=" + TestServer.encoded("SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 40");

  @AutoClose private static final TestServer server = TestServer.start();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sparql?query=ASK%20%7B%7D",
        "/sparql?format=csv&query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%203",
        "/queries/op-eds?format=csv",
        "/queries/op-eds?format=html",
        "/data?default",
        "/data?format=nt&graph=https%3A%2F%2Fw3id.org%2Fdemarche%2Fgraph%2Fop-ed%2Fsample-2026-talks",
        "/.well-known/void",
        "/sparql?format=ttl",
        "/ontology",
        "/ontology?format=html",
        "/"
      })
  void what_the_client_has_already_is_not_sent_again(String path) {
    HttpResponse<String> first = server.get(path);
    String tag = first.headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again = server.get(path, "If-None-Match", tag);

    assertThat(tag).startsWith("\"").doesNotStartWith("W/");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("ETag")).contains(tag);
    assertThat(again.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(again.headers().firstValue("Vary")).isPresent();
    assertThat(server.get(path, "If-None-Match", "\"other\", W/" + tag).statusCode())
        .isEqualTo(304);
    assertThat(server.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void a_tag_differs_by_form() {
    assertThat(tag(SELECT + "&format=csv")).isNotEqualTo(tag(SELECT + "&format=tsv"));
    assertThat(tag("/queries/op-eds?format=csv")).isNotEqualTo(tag("/queries/op-eds?format=json"));
  }

  @Test
  void a_commit_changes_the_tag() {
    try (TestServer changing = TestServer.start()) {
      String before = changing.get(SELECT).headers().firstValue("ETag").orElseThrow();
      changing.update(
          "INSERT DATA { GRAPH <https://w3id.org/demarche/graph/codes> {"
              + " <https://w3id.org/demarche/codes/x> <http://www.w3.org/2000/01/rdf-schema#label>"
              + " \"x\" } }");

      HttpResponse<String> after = changing.get(SELECT, "If-None-Match", before);

      assertThat(after.statusCode()).isEqualTo(200);
      assertThat(after.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOW()", "RAND()", "UUID()", "STRUUID()", "BNODE()"})
  void what_differs_each_time_has_no_tag(String function) {
    HttpResponse<String> response = server.query("SELECT (" + function + " AS ?x) {}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("ETag")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/queries", "/queries/op-eds?format=html", "/", "SELECT"})
  void an_answer_is_compressed_for_who_accepts_it(String path) throws Exception {
    String what = path.equals("SELECT") ? SELECT : path;
    HttpResponse<byte[]> compressed = bytes(what, "gzip");
    HttpResponse<byte[]> plain = bytes(what, "identity");

    assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(compressed.headers().allValues("Vary").toString()).contains("Accept-Encoding");
    assertThat(unzipped(compressed.body()))
        .isEqualTo(new String(plain.body(), StandardCharsets.UTF_8));
  }

  @Test
  void the_tag_of_a_compressed_answer_is_another_and_works_as_well() throws Exception {
    String compressed = bytes(SELECT, "gzip").headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again =
        server.get(SELECT, "If-None-Match", compressed, "Accept-Encoding", "gzip");

    assertThat(compressed).isNotEqualTo(tag(SELECT));
    assertThat(again.statusCode()).isEqualTo(304);
  }

  private static String tag(String path) {
    return server.get(path).headers().firstValue("ETag").orElseThrow();
  }

  private static HttpResponse<byte[]> bytes(String path, String encoding) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(server.url() + path))
              .header("Accept-Encoding", encoding)
              .build(),
          BodyHandlers.ofByteArray());
    }
  }

  private static String unzipped(byte[] compressed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
