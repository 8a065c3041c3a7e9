package org.demarche.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.demarche.graph.Snapshot;
import org.demarche.load.Loader;
import org.demarche.load.Source;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.demarche.server.access.Token;
import org.demarche.sheet.CodedOpEds;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The example op-eds and the one of the coder's guide, beside all that comes with Demarche. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExampleOpEdsTest {
  /** The sheet of the guide's worked example. */
  static final Path WORKED = Path.of("../docs/coding/holt-2019-prespa");

  private static final List<Node> EXAMPLES =
      List.of(Graphs.opEd("lind-2019-nile"), Graphs.opEd("haru-2019-gsomia"));

  @AutoClose
  private static final TestServer server =
      TestServer.start(
          Settings.defaults().withToken(new Token(TestServer.TOKEN)),
          graph -> DataFolder.loadBundled(graph, true));

  @Test
  void they_come_only_where_they_are_wanted() {
    assertThat(DataFolder.bundled(true)).extracting(Source::graph).containsAll(EXAMPLES);
    assertThat(DataFolder.bundled(false))
        .extracting(Source::graph)
        .doesNotContainAnyElementsOf(EXAMPLES);
  }

  @Test
  void nothing_is_wrong_with_them_nor_could_be_better() {
    Loader loader = new Loader(server.graph());

    assertThat(loader.check(CodedOpEds.examples()).all()).isEmpty();
    assertThat(loader.check(CodedOpEds.read(WORKED)).all()).isEmpty();
  }

  @Test
  void one_disagrees_with_the_first_op_ed_on_two_propositions() {
    String[] rows = server.get("/queries/disagreements?format=csv").body().split("\r\n");
    int kind = column(rows[0], "kind");
    int one = column(rows[0], "code");
    int other = column(rows[0], "otherCode");

    assertThat(Stream.of(rows).skip(1).map(row -> row.split(",", -1)))
        .filteredOn(row -> row[kind].equals("claim"))
        .extracting(row -> row[one] + " " + row[other])
        .containsExactly("F010 F004", "F032 F006");
  }

  @Test
  void each_thing_that_they_describe_answers_as_linked_data() {
    try (Snapshot snapshot = server.graph().snapshot()) {
      assertThat(
              EXAMPLES.stream()
                  .flatMap(graph -> snapshot.dataset().getGraph(graph).stream())
                  .map(triple -> triple.getSubject().getURI())
                  .distinct()
                  .map(iri -> "/id/" + iri.substring(Namespaces.ID.length())))
          .hasSizeGreaterThan(100)
          .allSatisfy(
              path ->
                  assertThat(server.get(path, "Accept", "text/turtle").statusCode())
                      .as(path)
                      .isEqualTo(200));
    }
  }

  @Test
  void their_pages_say_that_they_are_examples() {
    assertThat(server.get("/id/op-ed/lind-2019-nile", "Accept", "text/html").body())
        .contains("Ada Lind on the Nile dam, November 2019 (example)")
        .contains("invented for this example");
    assertThat(
            server.get("/id/actor/min-haru", "Accept", "text/html", "Accept-Language", "ko").body())
        .contains("민하루")
        .contains("Invented for this example.");
  }

  @Test
  void the_sheet_of_the_guide_is_added_over_http_and_found_by_a_query() throws IOException {
    HttpResponse<String> response = server.postSheet(zipped(WORKED, "", ""));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    JsonObject added = JSON.parse(response.body()).get("opEds").getAsArray().get(0).getAsObject();
    assertThat(added.get("findings").getAsArray()).isEmpty();
    String query =
        GuideTest.blocks().stream()
            .filter(line -> line.startsWith("curl '") && line.contains("/queries/"))
            .map(line -> line.replaceFirst("^curl 'http://[^/]+(.*)'$", "$1"))
            .findFirst()
            .orElseThrow();
    assertThat(server.get(query).body())
        .contains("France should give up its veto before the Zagreb summit");
  }

  @Test
  void a_sheet_with_a_fault_is_answered_with_its_cell() throws IOException {
    HttpResponse<String> response =
        server.postSheet(
            zipped(WORKED, ",government-of-france,mira-holt,", ",goverment-of-france,mira-holt,"));

    assertThat(response.statusCode()).isEqualTo(422);
    JsonObject finding =
        JSON.parse(response.body()).get("findings").getAsArray().get(0).getAsObject();
    assertThat(finding.getString("heading")).isEqualTo("holder");
    assertThat(finding.get("row").getAsNumber().value().intValue()).isEqualTo(10);
    assertThat(finding.getString("right")).isEqualTo("Did you mean government-of-france?");
  }

  private static int column(String head, String name) {
    return List.of(head.split(",", -1)).indexOf(name);
  }

  /** The three tables, with some text replaced. */
  private static byte[] zipped(Path folder, String old, String mended) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String table : List.of("op-ed.csv", "statements.csv", "entities.csv")) {
        zip.putNextEntry(new ZipEntry(table));
        zip.write(Files.readString(folder.resolve(table)).replace(old, mended).getBytes(UTF_8));
      }
    }
    return out.toByteArray();
  }
}
