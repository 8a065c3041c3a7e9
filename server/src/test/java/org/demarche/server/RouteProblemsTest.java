package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.jena.atlas.json.JSON;
import org.demarche.server.problem.ProblemWriter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RouteProblemsTest {
  @Test
  void an_error_of_the_machine_has_an_answer_too() throws IOException, InterruptedException {
    Javalin failing =
        Javalin.create(
                config -> {
                  new RouteProblems(ProblemWriter.textFirst()).register(config);
                  config.routes.get(
                      "/",
                      _ -> {
                        throw new StackOverflowError();
                      });
                })
            .start(0);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + failing.port())).build(),
              BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      assertThat(JSON.parse(response.body()).getString("reference")).hasSize(8);
    } finally {
      failing.stop();
    }
  }
}
