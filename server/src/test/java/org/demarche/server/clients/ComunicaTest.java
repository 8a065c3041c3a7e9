package org.demarche.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.atlas.json.JsonObject;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Comunica, the query engine in JavaScript that joins what several endpoints know. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComunicaTest {
  @AutoClose private final TestServer first = TestServer.start();
  @AutoClose private final TestServer second = TestServer.start();

  @Test
  void comunica_asks_one_server_and_joins_two() {
    Script.require(
        "This test needs Node.js 20 or newer and Comunica. Install Node.js (apt-get install nodejs"
            + " npm), then: npm --prefix server/src/test/npm ci",
        "node",
        "--eval",
        "if (parseInt(process.versions.node) < 20) process.exit(1);"
            + "require(process.cwd() + '/npm/node_modules/@comunica/query-sparql')");
    first.update(insert("<http://purl.org/dc/terms/title> \"title\""));
    second.update(insert("<http://www.w3.org/2004/02/skos/core#altLabel> \"name\""));

    JsonObject answers =
        Script.run("node", "npm/clients.js", first.url() + "/sparql", second.url() + "/sparql");

    assertThat(answers.get("select").getAsArray().stream())
        .extracting(row -> row.getAsObject().getString("label"))
        .containsExactly("Japan@en", "日本@ja", "일본@ko");
    assertThat(answers.getBoolean("ask")).isTrue();
    assertThat(answers.getBoolean("askNone")).isFalse();
    assertThat(Script.texts(answers, "construct"))
        .containsExactly("https://w3id.org/demarche/id/actor/japan");
    assertThat(answers.getString("failure")).contains("404");
    assertThat(answers.get("federated").getAsArray().stream())
        .extracting(row -> row.getAsObject().getString("title"))
        .containsExactly("title");
  }

  private static String insert(String propertyAndValue) {
    return "INSERT DATA { GRAPH <https://w3id.org/demarche/graph/op-ed/sample-2026-talks> {"
        + " <https://w3id.org/demarche/id/actor/japan> "
        + propertyAndValue
        + " } }";
  }
}
