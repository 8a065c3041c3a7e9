package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ParseResult;

/** The options of {@code serve}, parsed but not run. */
class ServeOptionsTest {
  @Test
  void a_file_of_options_may_allow_several_services(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("demarche.conf"),
            """
            # Who may be asked
            --allow-service https://query.wikidata.org/sparql
            --allow-service=http://127.0.0.1:3331/sparql
            --port 8080
            """);

    ParseResult serve =
        CommandLineInterface.create(Optional.empty()).parseArgs("serve", "@" + file).subcommand();

    assertThat(serve.matchedOptionValue("--allow-service", List.<String>of()))
        .containsExactly("https://query.wikidata.org/sparql", "http://127.0.0.1:3331/sparql");
    assertThat(serve.matchedOptionValue("--port", 0)).isEqualTo(8080);
  }
}
