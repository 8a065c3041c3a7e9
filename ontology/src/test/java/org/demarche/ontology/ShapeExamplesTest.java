package org.demarche.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.ontology.ShapeGraph.sh;

import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.ontology.ShapeGraph.Constraint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shapes against examples. The files {@code valid.ttl} of all themes are one small world; each
 * file in {@code invalid} adds one defect to it, with the report that it must give beside it.
 */
class ShapeExamplesTest {
  private static final Path EXAMPLES = examples();
  private static final String REPORT = ".report.ttl";

  private static final ShapeGraph SHAPE_GRAPH = ShapeGraph.loaded();
  private static final Shapes SHAPES = ShaclValidator.get().parse(SHAPE_GRAPH.graph());
  private static final List<Constraint> CONSTRAINTS = SHAPE_GRAPH.constraints().toList();
  private static final Graph WORLD = world();

  @Test
  void the_world_of_the_valid_examples_gives_no_result() {
    assertThat(validate(WORLD).getEntries()).extracting(ReportEntry::message).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("invalidExamples")
  void an_invalid_example_gives_its_approved_report(String example) {
    Graph data = read(example);
    GraphUtil.addInto(data, WORLD);

    Graph report = validate(data).getGraph();

    Graph approved = read(reportOf(example));
    assertThat(report.isIsomorphicWith(approved)).as(() -> turtle(report)).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("invalidExamples")
  void an_invalid_example_has_one_defect_which_its_name_tells(String example) {
    Graph approved = read(reportOf(example));

    assertThat(approved.stream(Node.ANY, sh("result"), Node.ANY)).hasSize(1);
    String file = example.substring(example.lastIndexOf('/') + 1);
    assertThat(broken(approved))
        .singleElement()
        .satisfies(constraint -> assertThat(file).matches(constraint.name() + "(-\\w+)?[.]ttl"));
  }

  @Test
  void every_constraint_of_every_shape_has_an_invalid_example() {
    List<Constraint> tried =
        invalidExamples().flatMap(example -> broken(read(reportOf(example)))).distinct().toList();

    assertThat(tried).containsExactlyInAnyOrderElementsOf(CONSTRAINTS);
  }

  @Test
  void every_report_has_an_example() {
    assertThat(files().filter(file -> file.endsWith(REPORT)))
        .isNotEmpty()
        .allMatch(file -> Files.exists(EXAMPLES.resolve(file.replace(REPORT, ".ttl"))));
  }

  @Test
  void every_file_of_shapes_has_a_folder_of_examples() {
    assertThat(files().filter(file -> file.endsWith("/valid.ttl")))
        .containsExactlyInAnyOrderElementsOf(
            OntologyFiles.paths("shapes").stream()
                .map(file -> file.getFileName().toString().replace(".ttl", "/valid.ttl"))
                .toList());
  }

  @Test
  void every_source_of_a_result_has_an_address_and_a_message_in_english() {
    assertThat(CONSTRAINTS.stream().map(Constraint::shape).distinct())
        .allSatisfy(
            shape -> {
              assertThat(shape.isURI()).isTrue();
              assertThat(shape.getURI()).startsWith(Namespaces.SHAPE);
              assertThat(messages(shape))
                  .singleElement()
                  .satisfies(text -> assertThat(text.getLiteralLanguage()).isEqualTo("en"));
            });
  }

  @Test
  void terms_codes_and_alignments_have_no_fault() {
    assertThat(faults(validate(OntologyFiles.graph("terms", "codes", "alignments")))).isEmpty();
  }

  @Test
  void the_manifest_has_no_fault() {
    assertThat(faults(validate(OntologyFiles.graph("manifest.ttl")))).isEmpty();
  }

  static Stream<String> invalidExamples() {
    return files()
        .filter(file -> file.contains("/invalid/"))
        .filter(file -> !file.endsWith(REPORT));
  }

  private static Stream<String> files() {
    return OntologyFiles.paths(EXAMPLES.toString()).stream()
        .map(file -> EXAMPLES.relativize(file).toString().replace('\\', '/'));
  }

  private static String reportOf(String example) {
    return example.replace(".ttl", REPORT);
  }

  private static Graph read(String... files) {
    return OntologyFiles.graph(
        Stream.of(files).map(file -> EXAMPLES.resolve(file).toString()).toArray(String[]::new));
  }

  /**
   * The valid examples, with as much of terms and codes as shapes look at: which class is below
   * which, and which code is in which scheme. How well terms are documented is another matter.
   */
  private static Graph world() {
    Graph world = read(files().filter(file -> file.endsWith("/valid.ttl")).toArray(String[]::new));
    OntologyFiles.graph("terms")
        .find(Node.ANY, RDFS.Nodes.subClassOf, Node.ANY)
        .forEach(world::add);
    OntologyFiles.graph("codes")
        .find(Node.ANY, SKOS.inScheme.asNode(), Node.ANY)
        .forEach(world::add);
    return world;
  }

  private static ValidationReport validate(Graph data) {
    return ShaclValidator.get().validate(SHAPES, data);
  }

  private static List<String> faults(ValidationReport report) {
    return report.getEntries().stream()
        .filter(entry -> entry.severity().equals(Severity.Violation))
        .map(entry -> entry.focusNode() + ": " + entry.message())
        .toList();
  }

  /** What the results of a report tell to be broken. */
  private static Stream<Constraint> broken(Graph report) {
    return report.stream(Node.ANY, sh("sourceShape"), Node.ANY)
        .flatMap(
            result ->
                CONSTRAINTS.stream()
                    .filter(constraint -> constraint.shape().equals(result.getObject()))
                    .filter(
                        constraint ->
                            report.contains(
                                result.getSubject(),
                                sh("sourceConstraintComponent"),
                                constraint.component())));
  }

  private static List<Node> messages(Node shape) {
    return Stream.concat(Stream.of(shape), SHAPE_GRAPH.objects(shape, "sparql"))
        .flatMap(source -> SHAPE_GRAPH.objects(source, "message"))
        .toList();
  }

  private static Path examples() {
    try {
      URL anyOne =
          Objects.requireNonNull(
              ShapeExamplesTest.class.getResource("shapes/actors/valid.ttl"), "examples");
      return Path.of(anyOne.toURI()).resolve("../..").normalize();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static String turtle(Graph graph) {
    StringWriter out = new StringWriter();
    RDFDataMgr.write(out, graph, Lang.TURTLE);
    return out.toString();
  }
}
