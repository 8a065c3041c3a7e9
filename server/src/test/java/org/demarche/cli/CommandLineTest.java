package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.NodeConst;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.load.Loader;
import org.demarche.load.OpEdFiles;
import org.demarche.load.SourceFile;
import org.demarche.ontology.Dem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The commands, on real folders and files. */
class CommandLineTest {
  private static final String SMALL = text("small-op-ed.ttl");

  /** A folder with everything that comes with Demarche, and the small op-ed. */
  @TempDir private static Path LOADED;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void load() {
    try (KnowledgeGraph graph = KnowledgeGraph.open(LOADED, DefaultGraph.UNION)) {
      DataFolder.loadBundled(graph);
      SourceFile small = SourceFile.of("small-op-ed.ttl", SMALL.getBytes(StandardCharsets.UTF_8));
      new Loader(graph).load(OpEdFiles.sources(List.of(small)));
    }
  }

  @Test
  void explain_gives_the_rule_and_the_premises_down_to_the_graphs_that_say_so() {
    assertThat(
            run(
                "explain",
                "actor/japan",
                "dem:allyOf",
                "actor/united-states",
                "--data",
                LOADED.toString()))
        .isEqualTo(ExitCode.FINE);
    assertThat(out)
        .hasToString(
            """
            id:actor/japan dem:allyOf id:actor/united-states
              follows by prp-symp from
                dem:allyOf rdf:type owl:SymmetricProperty
                  written in graph:ontology
                id:actor/united-states dem:allyOf id:actor/japan
                  written in graph:op-ed/botto-2019-gsomia
            """);
  }

  @Test
  void explain_says_so_where_a_triple_does_not_hold() {
    assertThat(
            run(
                "explain",
                "actor/japan",
                "dem:allyOf",
                "actor/south-korea",
                "--data",
                LOADED.toString()))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(out.toString()).contains("No graph says so, and it doesn't follow.");
  }

  @Test
  void explain_refuses_what_is_no_term() {
    assertThat(run("explain", "South Korea", "a", "dem:State")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).startsWith("Not a term: South Korea. Write an IRI");
  }

  @Test
  void help_teaches_with_examples() {
    assertThat(run("--help")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("serve", "query", "validate", "load", "version");
    assertThat(out.toString()).contains("demarche query recommendations", "Exit codes:");
  }

  @Test
  void version_names_the_engine_too() {
    assertThat(run("version")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("Apache Jena 6.2.0");
  }

  @Test
  void an_unknown_command_is_wrong_usage() {
    assertThat(run("qury")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("qury");
  }

  @Test
  void an_error_of_the_machine_is_one_line_and_an_exit_code() {
    CommandLine failing = new CommandLine(new Failing()).setErr(new PrintWriter(err, true));

    assertThat(Main.run(failing)).isEqualTo(ExitCode.INTERNAL);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("This is a defect, or the machine fails: java.lang.StackOverflowError");
  }

  @CommandLine.Command(name = "failing")
  private static final class Failing implements Runnable {
    @Override
    public void run() {
      throw new StackOverflowError();
    }
  }

  @Test
  void query_without_a_name_lists_the_canned_queries() {
    assertThat(run("query")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("grievances", "Who holds which grievance against whom");
  }

  @Test
  void query_with_an_unknown_name_tells_the_names() {
    assertThat(run("query", "greivances")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("There is no canned query \"greivances\". There are actor-network,");
  }

  @Test
  void query_with_a_wrong_parameter_tells_what_was_expected() {
    assertThat(run("query", "demands", "--param", "status=shut")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("expected is one of open, met, refused, withdrawn");
  }

  @Test
  void an_op_ed_without_faults_is_loaded_and_is_there_afterwards() {
    Path file = file("small.ttl", SMALL);

    assertThat(run("load", file.toString(), "--data", data())).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("Loaded graph:op-ed/example-2026:");
    assertThat(run("load", file.toString(), "--data", data())).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("graph:op-ed/example-2026 is unchanged.");
  }

  @Test
  void validate_tells_the_faults_of_all_files_at_once_and_apart_from_advice() {
    Path unreadable = file("a.ttl", "<a");
    // Another than the one that is loaded: advice is given of what a change touches.
    String other = SMALL.replace("example-2026", "example-2027");
    Path faulty = file("b.ttl", other.replace("dem:sentence 1 ;", "dem:sentense 1 ;"));

    assertThat(
            run(
                "validate",
                unreadable.toString(),
                faulty.toString(),
                folder.resolve("none.ttl").toString(),
                "--data",
                LOADED.toString()))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(out.toString().lines().toList())
        .satisfies(
            lines -> {
              assertThat(lines.getFirst()).isEqualTo("3 faults:");
              assertThat(lines.get(1)).contains("a.ttl:1:");
              assertThat(lines.get(2)).contains("b.ttl:54:18: ", "Did you mean dem:sentence?");
              assertThat(lines.get(3)).endsWith("none.ttl: there is no such file.");
            })
        .contains("1 piece of advice:");
  }

  @Test
  void validate_tells_programs_in_json_and_as_a_shacl_report() {
    String faulty =
        file("b.ttl", SMALL.replace("dem:sentence 1 ;", "dem:sentence \"1\" ;")).toString();

    run("validate", faulty, "--data", LOADED.toString(), "--format", "json");
    JsonObject found = JSON.parse(out.toString());
    out.getBuffer().setLength(0);
    run("validate", faulty, "--data", LOADED.toString(), "--format", "turtle");
    Graph report = RDFParser.fromString(out.toString(), Lang.TURTLE).toGraph();

    assertThat(found.get("faults").getAsNumber().value().intValue()).isEqualTo(1);
    assertThat(
            found
                .getArray("findings")
                .map(JsonValue::getAsObject)
                .filter(it -> it.getString("severity").equals("fault"))
                .map(it -> it.getString("property")))
        .containsExactly(Dem.sentence.getURI());
    assertThat(report.contains(null, SHACL.conforms, NodeConst.nodeFalse)).isTrue();
    assertThat(report.contains(null, SHACL.resultPath, Dem.sentence)).isTrue();
    assertThat(
            report.contains(
                null, SHACL.sourceConstraintComponent, SHACL.DatatypeConstraintComponent))
        .isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void a_file_with_a_defect_is_refused_at_its_line(
      String name, String right, String wrong, String told) {
    Path bad = file("bad.ttl", SMALL.replace(right, wrong));

    assertThat(SMALL).contains(right);
    assertThat(run("validate", bad.toString(), "--data", LOADED.toString()))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(out.toString()).contains(told);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void a_file_with_a_defect_changes_no_byte_of_the_dataset(
      String name, String right, String wrong, String told) {
    Map<String, String> before = hashes(LOADED);
    Path bad = file("bad.ttl", SMALL.replace(right, wrong));

    assertThat(run("load", bad.toString(), "--data", LOADED.toString()))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString()).contains(told);
    assertThat(hashes(LOADED)).isEqualTo(before);
  }

  static Stream<Arguments> defects() {
    return Stream.of(
        Arguments.of(
            "a syntax error", "dem:code \"F001\" ;", "dem:code \"F001\"", "bad.ttl:51:5: "),
        Arguments.of(
            "a shape violation",
            "dem:polarity polarity:affirmed ;",
            "dem:polarity kind:event ;",
            "bad.ttl:57:18: id:statement/example-2026/F001: dem:polarity: A statement affirms or"
                + " denies: write dem:polarity code:polarity/affirmed or code:polarity/denied."),
        Arguments.of(
            "an unknown term",
            "dem:sentence 1 ;",
            "dem:sentense 1 ;",
            "bad.ttl:54:18: id:statement/example-2026/F001: dem:sentense isn't a property of the"
                + " ontology. Did you mean dem:sentence?"),
        Arguments.of(
            "an unknown entity",
            "dem:addressee actor:government-of-japan ;",
            "dem:addressee actor:goverment-of-japan ;",
            "Nothing describes id:actor/goverment-of-japan. Did you mean"
                + " id:actor/government-of-japan?"),
        Arguments.of(
            "a statement without a passage",
            "    dem:passage passage:P1 ;\n",
            "",
            "id:statement/example-2026/F001: dem:passage: A statement stands in one passage: write"
                + " dem:passage"),
        Arguments.of(
            "a quoted sentence",
            "rdfs:label \"Japan and South Korea should talk again\"@en ;",
            "rdfs:label \"He wrote: “Japan and South Korea should really talk again”\"@en ;",
            "bad.ttl:49:16: id:statement/example-2026/F001: rdfs:label quotes. Say it in your own"
                + " words, and name the passage by dem:passage."),
        Arguments.of(
            "a selector with text",
            "oa:start 0 ;",
            "oa:start 0 ; oa:exact \"Some words\" ;",
            "The text of an article is never stored"),
        Arguments.of(
            "a day that the calendar lacks",
            "dem:latestEnd \"2026-01-05\"^^xsd:date",
            "dem:latestEnd \"2026-02-30\"^^xsd:date",
            "bad.ttl:29:19: "));
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine commands = CommandLineInterface.create(Optional.empty());
    return commands
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private Path file(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of every file of the dataset but the lock, which each process that opens it writes. */
  private static Map<String, String> hashes(Path data) {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("tdb.lock")) {
          byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
          hashes.put(file.toString(), HexFormat.of().formatHex(digest));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
    return hashes;
  }

  private static String text(String name) {
    try (InputStream in = Objects.requireNonNull(CommandLineTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
