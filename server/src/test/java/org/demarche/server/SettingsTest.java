package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.demarche.DemarcheException;
import org.demarche.server.access.Token;
import org.demarche.server.running.Limits;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsTest {

  @Test
  void by_default_nobody_writes_and_only_this_machine_reads() {
    Settings settings = Settings.defaults();

    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(3330);
    assertThat(settings.token()).isEmpty();
    assertThat(settings.limits().queryTime()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void every_fault_is_told_at_once() {
    assertThatThrownBy(
            () ->
                new Settings(
                    " ",
                    70_000,
                    Optional.empty(),
                    Limits.defaults().withQueryTime(Duration.ZERO).withQueries(0, -1),
                    List.of("file:///etc/passwd"),
                    Optional.of(Path.of("nowhere")),
                    Optional.of(URI.create("https://example.org/demarche?x"))))
        .isInstanceOf(DemarcheException.class)
        .hasMessage(
            """
            The host is empty; give a name or an address, such as 127.0.0.1.
            The port 70000 does not exist; ports go from 1 to 65535.
            The time for a query is PT0S; it must be positive.
            The number of queries at once is 0; the least is 1.
            The number of queries waiting is -1; the least is 0.
            The service file:///etc/passwd can't be allowed; give the IRI of an endpoint, such as\
             https://query.wikidata.org/sparql.
            There is no folder nowhere to read canned queries from.
            The public URL https://example.org/demarche?x can't be used; give a scheme and a host\
             without a path, such as https://demarche.example.org.""");
  }

  @Test
  void the_token_is_not_printed() {
    assertThat(Settings.defaults().withToken(new Token("s3cret")).toString())
        .doesNotContain("s3cret");
  }
}
