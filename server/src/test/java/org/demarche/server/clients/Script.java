package org.demarche.server.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/** Runs a client in another language and reads the JSON that it prints. */
final class Script {
  private static final long SECONDS = 240;

  private Script() {}

  /** Runs a command in the folder {@code src/test} of the module. */
  static JsonObject run(String... command) {
    try {
      Path out = Files.createTempFile("client", ".json");
      Path errors = Files.createTempFile("client", ".log");
      try {
        Process process =
            new ProcessBuilder(command)
                .directory(Path.of("src/test").toAbsolutePath().toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          fail("%s took longer than %d seconds", List.of(command), SECONDS);
        }
        assertThat(process.exitValue())
            .as("%s: %s", List.of(command), Files.readString(errors))
            .isZero();
        return JSON.parse(Files.readString(out));
      } finally {
        Files.delete(out);
        Files.delete(errors);
      }
    } catch (IOException failed) {
      return fail("%s can't be run: %s".formatted(List.of(command), failed.getMessage()), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Fails with what to do when a command doesn't succeed: a tool that a test needs is missing. */
  static void require(String remedy, String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("src/test").toAbsolutePath().toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
        return;
      }
      process.destroyForcibly();
    } catch (IOException absent) {
      // Told below.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
    fail(remedy);
  }

  /** The texts of an array. */
  static Stream<String> texts(JsonObject answers, String name) {
    return answers.get(name).getAsArray().stream().map(value -> value.getAsString().value());
  }
}
