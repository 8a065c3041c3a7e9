package org.demarche.server.opeds;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.server.TestServer.TOKEN;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.NodeConst;
import org.demarche.ontology.Graphs;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Op-eds over HTTP: listed, handed out, added, replaced and removed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpEdsTest {
  private static final String TURTLE = "text/turtle";
  private static final String TRIG = "application/trig";
  private static final String SAMPLE = "/op-eds/sample-2026-talks";
  private static final String TREATY = "/op-eds/treaty";

  /** Three lines, so that an op-ed begins on the fourth. */
  private static final String PREFIXES =
      """
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX dem: <https://w3id.org/demarche/ontology#>
      BASE <https://w3id.org/demarche/id/>
      """;

  @AutoClose private static final TestServer server = TestServer.start();

  private long before;

  @BeforeEach
  void restore() {
    server.restore();
    before = server.graph().commit();
  }

  // Adding

  @Test
  void a_new_op_ed_is_added_in_one_commit_and_the_answer_tells_where_it_is() {
    HttpResponse<String> response = post(turtle("treaty", "A treaty"));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    assertThat(header(response, "Location")).isEqualTo(TREATY);
    assertThat(header(response, "Demarche-Commit")).isEqualTo(Long.toString(before + 1));
    assertThat(JSON.parse(response.body()))
        .isEqualTo(
            JSON.parse(
                """
                { "commit": %d, "opEds": [ {
                    "opEd": "https://w3id.org/demarche/id/op-ed/treaty",
                    "path": "/op-eds/treaty", "page": "/id/op-ed/treaty",
                    "outcome": "added", "triples": 9, "commit": %d, "findings": [] } ] }
                """
                    .formatted(before + 1, before + 1)));
    assertThat(server.get(TREATY).body()).contains("A treaty");
  }

  @Test
  void the_same_op_ed_again_changes_nothing_in_whatever_form_it_comes() {
    post(turtle("treaty", "A treaty"));

    assertThat(
            List.of(
                post(turtle("treaty", "A treaty")),
                post(turtle("treaty", "A treaty") + "# with a note"),
                send("POST", "/op-eds", TRIG, trig("treaty", "A treaty")),
                send("PUT", TREATY, TURTLE, turtle("treaty", "A treaty"))))
        .allSatisfy(
            response -> {
              assertThat(response.statusCode()).isEqualTo(200);
              assertThat(outcomes(response)).containsExactly("unchanged");
              assertThat(response.headers().firstValue("Location")).isEmpty();
            });
    assertThat(server.graph().commit()).isEqualTo(before + 1);
  }

  @Test
  void an_op_ed_that_is_there_with_other_content_is_left_alone() {
    post(turtle("treaty", "A treaty"));

    HttpResponse<String> response = post(turtle("treaty", "Another title"));

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(JSON.parse(response.body()).getString("detail"))
        .isEqualTo(
            "graph:op-ed/treaty is there with other content, and was left as it is. To replace it,"
                + " PUT it to /op-eds/treaty.");
    assertThat(server.get(TREATY).body()).contains("A treaty").doesNotContain("Another title");
    assertThat(server.graph().commit()).isEqualTo(before + 1);
  }

  @Test
  void several_op_eds_are_a_commit_each_and_one_may_name_what_a_later_one_describes() {
    String first = named("a", opEd("a", "A") + "<statement/a/F001> dem:about <actor/delegation> .");
    String second =
        named(
            "b",
            opEd("b", "B")
                + "<statement/b/F001> dem:about <actor/delegation> .\n"
                + "<actor/delegation> a dem:Actor .");

    HttpResponse<String> response = send("POST", "/op-eds", TRIG, PREFIXES + first + second);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    assertThat(outcomes(response)).containsExactly("added", "added");
    assertThat(response.headers().firstValue("Location")).isEmpty();
    assertThat(server.graph().commit()).isEqualTo(before + 2);
  }

  @Test
  void of_several_op_eds_none_is_stored_where_one_has_a_fault() {
    HttpResponse<String> response =
        send(
            "POST",
            "/op-eds",
            TRIG,
            trig("a", "A") + named("b", opEd("b", "B") + "<op-ed/b> dem:titel 1 ."));

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  @Test
  void of_several_op_eds_those_in_conflict_are_told_and_the_others_stored() {
    post(turtle("b", "B"));

    HttpResponse<String> response =
        send("POST", "/op-eds", TRIG, trig("a", "A") + named("b", opEd("b", "Other")));

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(JSON.parse(response.body()).getString("detail"))
        .endsWith("The other op-eds are stored.");
    assertThat(outcomes(response)).containsExactlyInAnyOrder("added", "conflict");
    assertThat(server.get("/op-eds/a").statusCode()).isEqualTo(200);
  }

  // Findings

  @Test
  void a_fault_is_told_with_all_the_others_and_changes_nothing() {
    HttpResponse<String> response =
        post(
            turtle("treaty", "A treaty")
                + "<op-ed/treaty> dem:titel 1 ; dem:source <actor/jpan> .");

    JsonObject problem = JSON.parse(response.body());
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(problem.get("findings").getAsArray())
        .isEqualTo(
            JSON.parseAny(
                """
                [ { "severity": "fault", "file": "body", "line": 8, "column": 26,
                    "node": "https://w3id.org/demarche/id/op-ed/treaty",
                    "wrong": "dem:titel isn't a property of the ontology.",
                    "right": "Write one that it declares." },
                  { "severity": "fault", "file": "body", "line": 8, "column": 41,
                    "node": "https://w3id.org/demarche/id/op-ed/treaty",
                    "wrong": "Nothing describes id:actor/jpan.",
                    "right": "Did you mean id:actor/japan?" } ]
                """));
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  @Test
  void of_very_many_faults_some_are_told_and_the_others_counted() {
    HttpResponse<String> response =
        post(
            turtle("treaty", "A treaty")
                + IntStream.range(0, 1_200)
                    .mapToObj(number -> "<op-ed/treaty> dem:titel %d .\n".formatted(number))
                    .collect(Collectors.joining()));

    JsonObject problem = JSON.parse(response.body());
    assertThat(problem.get("findings").getAsArray()).hasSize(1_000);
    assertThat(problem.get("untold").getAsNumber().value().intValue()).isEqualTo(200);
    assertThat(problem.getString("detail")).endsWith("There are 200 more, which aren't told.");
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle, text/turtle",
    "application/ld+json, application/ld+json",
    "application/n-triples, application/n-triples",
    "application/rdf+xml, application/rdf+xml",
    "'text/turtle;q=0.9, application/json;q=0.5', text/turtle"
  })
  void findings_are_a_shacl_report_for_who_asks_for_rdf(String accept, String type) {
    String faulty = turtle("treaty", "A treaty") + "<op-ed/treaty> dem:titel 1 .";

    for (HttpResponse<String> response :
        List.of(
            send("POST", "/op-eds", TURTLE, faulty, "Accept", accept),
            send("PUT", TREATY, TURTLE, faulty, "Accept", accept))) {
      Graph report = parse(response);
      assertThat(response.statusCode()).isEqualTo(422);
      assertThat(header(response, "Content-Type")).startsWith(type);
      assertThat(report.contains(null, SHACL.conforms, NodeConst.nodeFalse)).isTrue();
      assertThat(report.find(null, SHACL.result, null).toList()).hasSize(1);
      assertThat(report.find(null, SHACL.focusNode, null).next().getObject().getURI())
          .isEqualTo("https://w3id.org/demarche/id/op-ed/treaty");
    }
  }

  @Test
  void an_error_of_syntax_is_told_with_its_line() {
    HttpResponse<String> response =
        post(PREFIXES + "<op-ed/treaty> a dem:OpEd ;\n  dcterms:title . ");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(JSON.parse(response.body()).get("line").getAsNumber().value().intValue())
        .isEqualTo(5);
    assertThat(JSON.parse(response.body()).get("findings").getAsArray().size()).isEqualTo(1);
  }

  @Test
  void what_is_nested_too_deeply_is_refused() {
    HttpResponse<String> response = post(PREFIXES + "<a> <p> " + "[ <p> ".repeat(50_000));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("It is nested too deeply.");
  }

  @Test
  void a_document_that_describes_no_op_ed_is_refused() {
    HttpResponse<String> response = post(PREFIXES + "<actor/japan> dcterms:title \"Japan\" .");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).contains("No op-ed is described here");
  }

  // Who may write, and what is read

  @Test
  void nothing_is_written_without_the_token() {
    for (String[] request :
        new String[][] {{"POST", "/op-eds"}, {"PUT", TREATY}, {"DELETE", SAMPLE}}) {
      HttpResponse<String> none =
          server.send(
              request[0],
              request[1],
              BodyPublishers.ofString(turtle("treaty", "A treaty")),
              "Content-Type",
              TURTLE);

      assertThat(none.statusCode()).isEqualTo(401);
      assertThat(header(none, "WWW-Authenticate")).startsWith("Bearer");
    }
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  @Test
  void a_server_without_a_token_takes_nothing() {
    try (TestServer closed = TestServer.start(Settings.defaults(), _ -> {})) {
      assertThat(closed.post("/op-eds", TURTLE, "").statusCode()).isEqualTo(403);
      assertThat(JSON.parse(closed.get("/op-eds").body()).get("opEds").getAsArray().size())
          .isZero();
    }
  }

  @Test
  void a_body_of_another_type_is_refused_with_those_that_are_read() {
    HttpResponse<String> json = send("POST", "/op-eds", "application/json", "{}");
    HttpResponse<String> utf16 =
        send("POST", "/op-eds", "text/turtle;charset=utf-16", turtle("treaty", "A treaty"));
    HttpResponse<String> packed =
        send("POST", "/op-eds", TURTLE, turtle("treaty", "A"), "Content-Encoding", "gzip");

    assertThat(json.statusCode()).isEqualTo(415);
    assertThat(header(json, "Accept")).contains(TURTLE, TRIG);
    assertThat(utf16.statusCode()).isEqualTo(415);
    assertThat(packed.statusCode()).isEqualTo(415);
    assertThat(post("").statusCode()).isEqualTo(400);
  }

  @Test
  void identity_is_no_coding() {
    assertThat(
            send("POST", "/op-eds", TURTLE, turtle("treaty", "A"), "Content-Encoding", "identity")
                .statusCode())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Transfer-Encoding: chunked\r\n\r\nzz\r\n", "Content-Length: 99\r\n\r\n<a>"})
  void a_body_that_is_incomplete_is_told_as_such(String rest) throws IOException {
    try (Socket client = new Socket("localhost", server.port())) {
      client
          .getOutputStream()
          .write(
              "POST /op-eds HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\nContent-Type: text/turtle\r\n%s"
                  .formatted(TOKEN, rest)
                  .getBytes(US_ASCII));
      client.shutdownOutput();

      assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII))
          .startsWith("HTTP/1.1 400 ")
          .contains("The body of the request is incomplete");
    }
  }

  @Test
  void faults_of_cells_are_told_as_those_of_triples_are() throws IOException {
    ByteArrayOutputStream sheet = new ByteArrayOutputStream();
    try (ZipOutputStream archive = new ZipOutputStream(sheet)) {
      archive.putNextEntry(new ZipEntry("op-ed.csv"));
      archive.write("slug\nNo Slug\n".getBytes(US_ASCII));
    }

    HttpResponse<String> faulty = server.postSheet(sheet.toByteArray());
    HttpResponse<String> broken = server.postSheet("no archive".getBytes(US_ASCII));

    assertThat(faulty.statusCode()).as(faulty.body()).isEqualTo(422);
    assertThat(faulty.body()).contains("\"heading\" : \"slug\"");
    assertThat(broken.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "/op-eds, text/turtle",
    "/data?graph=https://w3id.org/demarche/graph/reference, text/turtle",
    "/update, application/sparql-update",
    "/sparql, application/sparql-query",
    "/sparql, application/x-www-form-urlencoded",
    "/reconcile, application/x-www-form-urlencoded"
  })
  void a_body_in_a_charset_that_nobody_knows_is_refused(String path, String type) {
    for (String charset : List.of("bogus-1", "\"no charset\"")) {
      HttpResponse<String> response = send("POST", path, type + "; charset=" + charset, "x=y");

      assertThat(response.statusCode()).as(response.body()).isEqualTo(415);
      assertThat(response.body()).contains("in UTF-8");
    }
  }

  @Test
  void a_body_over_the_limit_is_refused() {
    assertThat(post(turtle("treaty", "A treaty") + "#".repeat(50_000_000)).statusCode())
        .isEqualTo(413);
  }

  // Replacing

  @Test
  void put_adds_what_is_not_there_and_replaces_what_is() {
    HttpResponse<String> added = send("PUT", TREATY, TURTLE, turtle("treaty", "A treaty"));
    HttpResponse<String> replaced = send("PUT", TREATY, TURTLE, turtle("treaty", "Better"));

    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(replaced.statusCode()).isEqualTo(200);
    assertThat(outcomes(replaced)).containsExactly("replaced");
    assertThat(server.get(TREATY).body()).contains("Better").doesNotContain("A treaty");
  }

  @Test
  void put_takes_the_op_ed_that_the_url_names_and_no_other() {
    HttpResponse<String> other = send("PUT", TREATY, TURTLE, turtle("pact", "A pact"));
    HttpResponse<String> several =
        send("PUT", TREATY, TRIG, trig("treaty", "A") + named("b", opEd("b", "B")));

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(JSON.parse(other.body()).getString("detail"))
        .isEqualTo(
            "The URL names the op-ed treaty, and the body describes pact. PUT takes the one op-ed"
                + " that the URL names.");
    assertThat(several.statusCode()).isEqualTo(422);
    assertThat(server.graph().commit()).isEqualTo(before);
  }

  @Test
  void whoever_has_read_an_older_version_does_not_undo_a_newer_one() {
    send("PUT", TREATY, TURTLE, turtle("treaty", "First"));
    String read = header(server.get(TREATY), "ETag");
    assertThat(
            send("PUT", TREATY, TURTLE, turtle("treaty", "Second"), "If-Match", read).statusCode())
        .isEqualTo(200);

    HttpResponse<String> late =
        send("PUT", TREATY, TURTLE, turtle("treaty", "Third"), "If-Match", read);
    HttpResponse<String> lateDelete = send("DELETE", TREATY, TURTLE, "", "If-Match", read);

    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.body()).contains("commit " + (before + 2));
    assertThat(lateDelete.statusCode()).isEqualTo(412);
    assertThat(server.get(TREATY).body()).contains("Second");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ","})
  void a_precondition_without_a_tag_is_no_leave_to_replace(String nothing) {
    post(turtle("treaty", "First"));

    for (String header : List.of("If-Match", "If-None-Match")) {
      HttpResponse<String> response =
          send("PUT", TREATY, TURTLE, turtle("treaty", "Second"), header, nothing);

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("The header " + header + " is empty.");
    }
    assertThat(server.get(TREATY).body()).contains("First");
  }

  @Test
  void an_op_ed_is_not_added_to_a_list_that_is_not_as_it_was_read() {
    String read = header(server.get("/op-eds"), "ETag");

    HttpResponse<String> wrong =
        send("POST", "/op-eds", TURTLE, turtle("treaty", "A"), "If-Match", "\"nope\"");
    HttpResponse<String> right =
        send("POST", "/op-eds", TURTLE, turtle("treaty", "A"), "If-Match", read);
    HttpResponse<String> late =
        send("POST", "/op-eds", TURTLE, turtle("pact", "A"), "If-Match", read);
    HttpResponse<String> any =
        send("POST", "/op-eds", TURTLE, turtle("pact", "A"), "If-Match", "*");

    assertThat(wrong.statusCode()).isEqualTo(412);
    assertThat(wrong.body()).contains("Nothing was changed.");
    assertThat(right.statusCode()).isEqualTo(201);
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(any.statusCode()).isEqualTo(201);
  }

  @Test
  void a_tag_outlives_changes_of_other_op_eds() {
    post(turtle("treaty", "First"));
    String read = header(server.get(TREATY, "Accept", TRIG), "ETag");
    post(turtle("pact", "A pact"));

    assertThat(
            send("PUT", TREATY, TURTLE, turtle("treaty", "2"), "If-Match", "\"x\", " + read)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void preconditions_hold_for_what_is_not_there_too() {
    String body = turtle("treaty", "A treaty");

    assertThat(send("PUT", TREATY, TURTLE, body, "If-Match", "*").statusCode()).isEqualTo(412);
    assertThat(send("PUT", TREATY, TURTLE, body, "If-None-Match", "*").statusCode()).isEqualTo(201);
    assertThat(send("PUT", TREATY, TURTLE, body, "If-None-Match", "*").statusCode()).isEqualTo(412);
    assertThat(send("PUT", TREATY, TURTLE, turtle("treaty", "2"), "If-Match", "*").statusCode())
        .isEqualTo(200);
    assertThat(send("DELETE", "/op-eds/none", TURTLE, "", "If-Match", "*").statusCode())
        .isEqualTo(412);
  }

  // Removing

  @Test
  void an_op_ed_is_removed_with_all_of_its_graph() {
    post(turtle("treaty", "A treaty"));

    HttpResponse<String> removed = send("DELETE", TREATY, TURTLE, "");

    assertThat(removed.statusCode()).isEqualTo(204);
    assertThat(header(removed, "Demarche-Commit")).isEqualTo(Long.toString(before + 2));
    assertThat(server.get(TREATY).statusCode()).isEqualTo(404);
    assertThat(send("DELETE", TREATY, TURTLE, "").statusCode()).isEqualTo(404);
    assertThat(post(turtle("treaty", "A treaty")).statusCode()).isEqualTo(201);
  }

  @Test
  void an_op_ed_that_others_need_stays_and_the_answer_tells_who_they_are() {
    post(turtle("treaty", "A treaty"));

    HttpResponse<String> response = send("DELETE", SAMPLE, TURTLE, "");

    JsonObject problem = JSON.parse(response.body());
    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(problem.getString("detail"))
        .isEqualTo(
            "graph:op-ed/sample-2026-talks can't be removed: other graphs name what it alone"
                + " describes. id:statement/treaty/F001 in graph:op-ed/treaty names id:actor/japan."
                + " Remove or replace those first.");
    assertThat(problem.get("uses").getAsArray().get(0).getAsObject().getString("graph"))
        .isEqualTo("https://w3id.org/demarche/graph/op-ed/treaty");
    assertThat(server.get(SAMPLE).statusCode()).isEqualTo(200);
  }

  // Reading

  @Test
  void the_list_tells_of_each_op_ed_and_comes_in_pages() {
    post(turtle("treaty", "A treaty"));
    post(turtle("a", "First of all"));

    JsonObject first = JSON.parse(server.get("/op-eds?limit=2").body());
    JsonObject second = JSON.parse(server.get(first.getString("next")).body());

    assertThat(first.get("total").getAsNumber().value().intValue()).isEqualTo(3);
    assertThat(titles(first)).containsExactly("First of all", "<script>alert('회담')</script>");
    assertThat(titles(second)).containsExactly("A treaty");
    assertThat(second.hasKey("next")).isFalse();
    assertThat(header(server.get("/op-eds?limit=2"), "Link"))
        .contains("rel=\"next\"", "after=sample-2026-talks");
    JsonObject sample = first.get("opEds").getAsArray().get(1).getAsObject();
    assertThat(sample.getString("page")).isEqualTo("/id/op-ed/sample-2026-talks");
    assertThat(sample.get("statements").getAsNumber().value().intValue()).isEqualTo(2);
    assertThat(sample.get("authors").getAsArray().get(0).getAsObject().getString("label"))
        .isEqualTo("Jane <b>Doe</b>");
    assertThat(server.get("/op-eds?limit=0").statusCode()).isEqualTo(400);
  }

  @Test
  void the_page_of_the_list_escapes_what_op_eds_are_called() {
    HttpResponse<String> page = server.get("/op-eds", "Accept", "text/html");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("&lt;script&gt;alert('회담')&lt;/script&gt;", "/id/op-ed/sample-2026-talks")
        .doesNotContain("<script>alert");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/turtle", "application/trig", "application/n-triples", "application/n-quads"})
  void what_is_handed_out_can_be_put_back_unchanged(String type) {
    post(turtle("treaty", "A treaty"));

    HttpResponse<String> read = server.get(TREATY, "Accept", type);
    HttpResponse<String> back =
        send("PUT", TREATY, type, read.body(), "If-Match", header(read, "ETag"));

    assertThat(header(read, "Content-Type")).startsWith(type);
    assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
    assertThat(outcomes(back)).containsExactly("unchanged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/ld+json", "application/rdf+xml", "application/trig"})
  void every_form_says_the_same(String type) {
    DatasetGraph other =
        RDFParser.fromString(server.get(SAMPLE, "Accept", type).body(), lang(type))
            .toDatasetGraph();
    Graph turtle = parse(server.get(SAMPLE));

    assertThat(
            turtle.isIsomorphicWith(
                type.equals(TRIG)
                    ? other.getGraph(Graphs.opEd("sample-2026-talks"))
                    : other.getDefaultGraph()))
        .isTrue();
  }

  @Test
  void a_browser_is_led_to_the_page_of_the_op_ed() {
    HttpResponse<String> response = server.get(SAMPLE, "Accept", "text/html,*/*;q=0.8");

    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(header(response, "Location")).isEqualTo("/id/op-ed/sample-2026-talks");
  }

  @Test
  void what_a_client_has_read_already_is_not_sent_again() {
    for (String path : List.of("/op-eds", "/op-eds?format=html", SAMPLE)) {
      String tag = header(server.get(path), "ETag");

      assertThat(server.get(path, "If-None-Match", tag).statusCode()).as(path).isEqualTo(304);
    }
  }

  private static HttpResponse<String> post(String turtle) {
    return send("POST", "/op-eds", TURTLE, turtle);
  }

  private static HttpResponse<String> send(
      String method, String path, String type, String body, String... headers) {
    return server.send(
        method,
        path,
        BodyPublishers.ofString(body),
        Stream.concat(
                Stream.of("Content-Type", type, "Authorization", "Bearer " + TOKEN),
                Stream.of(headers))
            .toArray(String[]::new));
  }

  private static String turtle(String slug, String title) {
    return PREFIXES + opEd(slug, title);
  }

  private static String trig(String slug, String title) {
    return PREFIXES + named(slug, opEd(slug, title));
  }

  private static String named(String slug, String triples) {
    return "<../graph/op-ed/" + slug + "> { " + triples + " }\n";
  }

  /** Four lines and nine triples. */
  private static String opEd(String slug, String title) {
    return """
    <op-ed/SLUG> a dem:OpEd ; dcterms:title "TITLE" .
    <passage/SLUG/P1> a dem:Passage ; dem:paragraph "P1" .
    <statement/SLUG/F001> a dem:Statement ; dem:source <op-ed/SLUG> ;
      dem:passage <passage/SLUG/P1> ; dem:heldBy <actor/japan> ; dem:about <actor/japan> .
    """
        .replace("SLUG", slug)
        .replace("TITLE", title);
  }

  private static List<String> outcomes(HttpResponse<String> response) {
    return JSON.parse(response.body())
        .getArray("opEds")
        .map(opEd -> opEd.getAsObject().getString("outcome"))
        .toList();
  }

  private static List<String> titles(JsonObject list) {
    return list.getArray("opEds")
        .map(JsonValue::getAsObject)
        .map(it -> it.getString("title"))
        .toList();
  }

  private static Graph parse(HttpResponse<String> response) {
    return RDFParser.fromString(response.body(), lang(header(response, "Content-Type"))).toGraph();
  }

  private static Lang lang(String contentType) {
    return RDFLanguages.contentTypeToLang(contentType.replaceFirst(";.*", ""));
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("(none)");
  }
}
