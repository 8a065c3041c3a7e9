package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} in a process of its own, as a person runs it. */
@Timeout(120)
class ServeCommandTest {
  @TempDir private Path folder;

  @Test
  void a_server_tells_where_to_look_answers_and_stops_when_it_is_told_to() throws Exception {
    Process process = serve();
    try (BufferedReader out = process.inputReader()) {
      List<String> told = readUntil(out, "Ctrl-C stops it.");

      assertThat(told)
          .anyMatch(line -> line.startsWith("Loaded graph:op-ed/botto-2019-gsomia: "))
          .anyMatch(
              line -> line.matches("First query answered after \\d+\\.\\d s, on commit 1\\."));
      assertThat(get(addressIn(told, "Queries") + "/demands?status=met&format=csv"))
          .contains("us-involvement");
      // As Ctrl-C does, but for the number of the signal.
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    try (KnowledgeGraph graph = KnowledgeGraph.open(folder, DefaultGraph.UNION)) {
      assertThat(graph.commit()).isEqualTo(1);
    }
  }

  private Process serve() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--port",
            "0",
            "--data",
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<String> readUntil(BufferedReader out, String last) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
      if (line.equals(last)) {
        return lines;
      }
    }
    throw new AssertionError("The server ended after: " + lines);
  }

  private static String addressIn(List<String> told, String name) {
    return told.stream()
        .map(String::strip)
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .findFirst()
        .orElseThrow();
  }

  private static String get(String address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
          .body();
    }
  }
}
