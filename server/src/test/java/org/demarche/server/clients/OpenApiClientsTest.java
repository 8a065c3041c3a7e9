package org.demarche.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.atlas.json.JsonObject;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.queries.Catalogue;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Other people's programs that read OpenAPI: a validator, and a client made from the document. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenApiClientsTest {
  private static final TestServer SERVER =
      TestServer.start(
          Settings.defaults(), graph -> new Loader(graph).load(Manifest.onClassPath().sources()));

  private static JsonObject found = new JsonObject();

  @BeforeAll
  static void ask() {
    Script.require(
        "This test needs Node.js 20 or newer and clients of OpenAPI. Install Node.js (apt-get"
            + " install nodejs npm), then: npm --prefix server/src/test/npm ci",
        "node",
        "--eval",
        "if (parseInt(process.versions.node) < 20) process.exit(1);"
            + "require(process.cwd() + '/npm/node_modules/openapi-client-axios')");
    found = Script.run("node", "npm/openapi.js", SERVER.url());
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void a_validator_takes_it_for_openapi_3_1_without_fault_or_warning() {
    assertThat(found.getString("version")).isEqualTo("3.1");
    assertThat(Script.texts(found, "errors")).isEmpty();
    assertThat(Script.texts(found, "warnings")).isEmpty();
  }

  @Test
  void the_example_of_every_canned_query_is_as_described() {
    JsonObject examples = found.getObj("examples");

    assertThat(examples.keys())
        .hasSize(Catalogue.bundled().all().size())
        .allSatisfy(query -> assertThat(Script.texts(examples, query)).as(query).isEmpty());
  }

  @Test
  void a_client_made_from_it_asks_a_canned_query_and_gets_rows_as_described() {
    assertThat(found.get("rows").getAsNumber().value().intValue()).isGreaterThan(5);
    assertThat(Script.texts(found, "rowFaults")).isEmpty();
  }

  @Test
  void a_client_made_from_it_goes_from_page_to_page() {
    List<String> rows =
        found.get("pages").getAsArray().stream()
            .flatMap(page -> page.getAsArray().stream())
            .map(row -> row.getAsString().value())
            .toList();

    assertThat(rows).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void a_client_made_from_it_gets_problems_as_described() {
    assertThat(found.get("refusal").getAsNumber().value().intValue()).isEqualTo(400);
    assertThat(Script.texts(found, "problemFaults")).isEmpty();
  }
}
