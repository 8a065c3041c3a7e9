package org.demarche.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.atlas.json.JsonObject;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** SPARQLWrapper and rdflib, which notebooks use. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PythonClientsTest {
  /** The system's own, as that one has Debian's packages, whatever comes first on the PATH. */
  private static final String PYTHON = "/usr/bin/python3";

  @AutoClose private final TestServer server = TestServer.start();

  @BeforeAll
  static void both_libraries_are_there() {
    Script.require(
        "This test needs /usr/bin/python3 with SPARQLWrapper and rdflib. Install them with:"
            + " apt-get install python3-sparqlwrapper python3-rdflib",
        PYTHON,
        "-c",
        "import SPARQLWrapper, rdflib");
  }

  @Test
  void sparqlwrapper_asks_and_updates() {
    JsonObject answers = run("sparqlwrapper_client.py");

    assertThat(Script.texts(answers, "select")).containsExactly("Japan", "日本", "일본");
    assertThat(Script.texts(answers, "xml")).containsExactly("Japan", "日本", "일본");
    assertThat(answers.getBoolean("ask")).isTrue();
    assertThat(answers.getBoolean("construct")).isTrue();
    assertThat(answers.getBoolean("describe")).isTrue();
    assertThat(answers.getString("failure")).contains("Syntax error at line 6, column 19");
    assertThat(answers.getString("updateWithoutToken")).isEqualTo("Unauthorized");
    assertThat(answers.getNumber("updateWithToken").intValue()).isEqualTo(204);
    assertThat(answers.getBoolean("updated")).isTrue();
  }

  @Test
  void rdflib_asks_and_updates_through_its_store_and_asks_by_service() {
    JsonObject answers = run("rdflib_client.py");

    assertThat(Script.texts(answers, "select")).containsExactly("Japan@en", "日本@ja", "일본@ko");
    assertThat(Script.texts(answers, "triples")).containsExactly("Japan", "日本", "일본");
    assertThat(answers.getBoolean("ask")).isTrue();
    assertThat(answers.getNumber("construct").intValue()).isEqualTo(3);
    assertThat(answers.getBoolean("describe")).isTrue();
    // What rdflib makes of a 400.
    assertThat(answers.getString("failure")).startsWith("You did something wrong");
    assertThat(Script.texts(answers, "service")).containsExactly("mine 일본");
    assertThat(Script.texts(answers, "updated")).containsExactly("Nippon");
  }

  private JsonObject run(String script) {
    return Script.run(PYTHON, "python/" + script, server.url(), TestServer.TOKEN);
  }
}
