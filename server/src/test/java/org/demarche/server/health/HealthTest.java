package org.demarche.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.server.DemarcheServer;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HealthTest {

  @Test
  void ready_tells_the_commit_that_is_served() {
    try (TestServer server = TestServer.start()) {
      HttpResponse<String> response = server.get("/health/ready");
      JsonObject json = JSON.parse(response.body());

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(json.getString("status")).isEqualTo("ready");
      assertThat(json.getNumber("commit").intValue()).isEqualTo((int) server.graph().commit());
      assertThat(json.getBoolean("empty")).isFalse();
    }
  }

  @Test
  void a_graph_that_cannot_be_read_is_not_ready_though_the_server_lives(@TempDir Path folder)
      throws IOException, InterruptedException {
    KnowledgeGraph graph = KnowledgeGraph.open(folder, DefaultGraph.UNION);
    try (DemarcheServer server = DemarcheServer.start(graph, Settings.defaults().withPort(0));
        HttpClient client = HttpClient.newHttpClient()) {
      graph.close();

      HttpResponse<String> ready = ask(client, "GET", server.url() + "/health/ready");

      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(JSON.parse(ready.body()).getString("reason"))
          .isEqualTo("The graph can't be read. The log tells why.");
      assertThat(ask(client, "HEAD", server.url() + "/health/ready").statusCode()).isEqualTo(503);
      assertThat(ask(client, "GET", server.url() + "/health/live").statusCode()).isEqualTo(200);
    }
  }

  private static HttpResponse<String> ask(HttpClient client, String method, String url)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).method(method, BodyPublishers.noBody()).build();
    return client.send(request, BodyHandlers.ofString());
  }
}
