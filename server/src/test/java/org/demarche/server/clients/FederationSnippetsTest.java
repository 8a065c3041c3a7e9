package org.demarche.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.ontology.Graphs;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The programs of the home page, taken from it and run as they stand: only Wikidata is nearer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FederationSnippetsTest {
  private static final Pattern PROGRAM = Pattern.compile("<code id=\"federation-\\d\">([^<]*)<");
  private static final int SECONDS = 120;

  @AutoClose
  private static final TestServer server =
      TestServer.start(
          Settings.defaults(), graph -> new Loader(graph).load(Manifest.onClassPath().sources()));

  @AutoClose
  private static final TestServer wikidata =
      TestServer.start(Settings.defaults(), FederationSnippetsTest::japanInFrench);

  @Test
  void comunica_joins_this_server_with_wikidata() {
    Script.require(
        "This test needs Node.js 20 or newer and Comunica. Install Node.js (apt-get install nodejs"
            + " npm), then: npm --prefix server/src/test/npm ci",
        "node",
        "--eval",
        "require(process.cwd() + '/npm/node_modules/@comunica/query-sparql')");

    assertThat(run("npm", "node", "--eval", program(0))).isEqualTo("Japon\n");
  }

  @Test
  void rdflib_asks_this_server_by_service() {
    Script.require(
        "This test needs /usr/bin/python3 with rdflib. Install it with: apt-get install"
            + " python3-rdflib",
        "/usr/bin/python3",
        "-c",
        "import rdflib");

    assertThat(run(".", "/usr/bin/python3", "-c", program(1)))
        .contains("Kathryn Botto advises: The government of Japan should");
  }

  @Test
  void jena_asks_both_by_service() {
    try (QueryExecution execution =
        QueryExecution.create(program(2), ModelFactory.createDefaultModel())) {
      assertThat(ResultSetFormatter.toList(execution.execSelect()))
          .isNotEmpty()
          .allSatisfy(row -> assertThat(row.getLiteral("name").getString()).isEqualTo("Japon"));
    }
  }

  private static String program(int number) {
    List<String> programs =
        PROGRAM.matcher(server.get("/").body()).results().map(it -> it.group(1)).toList();
    assertThat(programs).hasSize(3);
    return programs
        .get(number)
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replace("https://query.wikidata.org/sparql", wikidata.url() + "/sparql");
  }

  private static String run(String folder, String... command) {
    try {
      Path out = Files.createTempFile("program", ".txt");
      Path errors = Files.createTempFile("program", ".log");
      try {
        Process process =
            new ProcessBuilder(command)
                .directory(Path.of("src/test", folder).toAbsolutePath().toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return Files.readString(out);
      } finally {
        Files.delete(out);
        Files.delete(errors);
      }
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static void japanInFrench(KnowledgeGraph graph) {
    graph.commit(
        change ->
            change
                .dataset()
                .add(
                    Graphs.REFERENCE,
                    NodeFactory.createURI("http://www.wikidata.org/entity/Q17"),
                    RDFS.Nodes.label,
                    NodeFactory.createLiteralLang("Japon", "fr")));
  }
}
