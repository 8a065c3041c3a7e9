package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicUrlTest {
  private static final String KNOWN_AS = "https://demarche.example.org";

  @AutoClose
  private final TestServer server =
      TestServer.start(Settings.defaults().withPublicUrl(URI.create(KNOWN_AS)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/queries/op-eds?format=html",
        "/openapi.json",
        "/sparql",
        "/.well-known/void"
      })
  void answers_name_the_public_address_and_not_the_one_they_were_asked_by(String path) {
    assertThat(server.get(path).body())
        .contains(KNOWN_AS)
        .doesNotContain("127.0.0.1:" + server.port());
  }

  @Test
  void data_keep_their_own_names() {
    assertThat(server.query("SELECT ?s { ?s a ?class }").body())
        .contains("https://w3id.org/demarche/id/")
        .doesNotContain(KNOWN_AS);
  }

  @Test
  void what_is_posted_is_answered_as_ever() {
    assertThat(
            server
                .send(
                    "POST",
                    "/sparql",
                    BodyPublishers.ofString("ASK {}"),
                    "Content-Type",
                    "application/sparql-query")
                .statusCode())
        .isEqualTo(200);
  }
}
