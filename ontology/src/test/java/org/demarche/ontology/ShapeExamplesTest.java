package org.demarche.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.ontology.ShapeGraph.sh;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.apache.jena.sparql.graph.GraphFactory;
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
  private static final Path EXAMPLES =
      TurtleFiles.folder("/org/demarche/ontology/shapes/actors/valid.ttl")
          .resolve("..")
          .normalize();
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
    Graph data = TurtleFiles.read(List.of(EXAMPLES.resolve(example)));
    GraphUtil.addInto(data, WORLD);

    Graph report = validate(data).getGraph();

    Graph approved = TurtleFiles.read(List.of(reportOf(example)));
    assertThat(report.isIsomorphicWith(approved)).as(() -> turtle(report)).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("invalidExamples")
  void an_invalid_example_has_one_defect_which_its_name_tells(String example) {
    Graph approved = TurtleFiles.read(List.of(reportOf(example)));

    assertThat(approved.stream(Node.ANY, sh("result"), Node.ANY)).hasSize(1);
    String file = example.substring(example.lastIndexOf('/') + 1);
    assertThat(broken(approved))
        .singleElement()
        .satisfies(constraint -> assertThat(file).matches(constraint.name() + "(-\\w+)?[.]ttl"));
  }

  @Test
  void every_constraint_of_every_shape_has_an_invalid_example() {
    List<Constraint> tried =
        invalidExamples()
            .flatMap(example -> broken(TurtleFiles.read(List.of(reportOf(example)))))
            .distinct()
            .toList();

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
    Path shapes = TurtleFiles.LOADED.resolve("shapes");

    assertThat(files().filter(file -> file.endsWith("/valid.ttl")))
        .containsExactlyInAnyOrderElementsOf(
            TurtleFiles.below(shapes).stream()
                .map(file -> relative(shapes, file).replace(".ttl", "/valid.ttl"))
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
  void terms_and_codes_themselves_have_no_fault() {
    Graph ontology = GraphFactory.createDefaultGraph();
    Stream.of("terms", "codes", "alignments")
        .forEach(folder -> GraphUtil.addInto(ontology, TurtleFiles.readLoaded(folder)));

    assertThat(faults(validate(ontology))).isEmpty();
  }

  @Test
  void the_manifest_has_no_fault() {
    Graph manifest = TurtleFiles.read(List.of(TurtleFiles.LOADED.resolve("manifest.ttl")));

    assertThat(faults(validate(manifest))).isEmpty();
  }

  static Stream<String> invalidExamples() {
    return files()
        .filter(file -> file.contains("/invalid/"))
        .filter(file -> !file.endsWith(REPORT));
  }

  private static Stream<String> files() {
    return TurtleFiles.below(EXAMPLES).stream().map(file -> relative(EXAMPLES, file));
  }

  private static Path reportOf(String example) {
    return EXAMPLES.resolve(example.replace(".ttl", REPORT));
  }

  /**
   * The valid examples, with as much of terms and codes as shapes look at: which class is below
   * which, and which code is in which scheme. How well terms are documented is another matter.
   */
  private static Graph world() {
    Graph world =
        TurtleFiles.read(
            files().filter(file -> file.endsWith("/valid.ttl")).map(EXAMPLES::resolve).toList());
    TurtleFiles.readLoaded("terms")
        .find(Node.ANY, RDFS.Nodes.subClassOf, Node.ANY)
        .forEach(world::add);
    TurtleFiles.readLoaded("codes")
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

  private static String relative(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static String turtle(Graph graph) {
    StringWriter out = new StringWriter();
    RDFDataMgr.write(out, graph, Lang.TURTLE);
    return out.toString();
  }
}
