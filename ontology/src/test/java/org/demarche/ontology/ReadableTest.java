package org.demarche.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFLib;
import org.eclipse.rdf4j.rio.helpers.ParseErrorCollector;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWL2RLProfile;
import org.semanticweb.owlapi.profiles.OWLProfile;

/** Whoever opens the files, in whatever tool, gets them without a warning. */
class ReadableTest {
  private static final OWLOntology SCHEMA = Owl.read(OntologyFiles.turtle("terms"));

  static Stream<Path> files() {
    return OntologyFiles.paths("").stream();
  }

  static Stream<OWLProfile> profiles() {
    return Stream.of(new OWL2DLProfile(), new OWL2RLProfile());
  }

  @ParameterizedTest
  @MethodSource("files")
  void jena_reads_every_file_without_a_warning(Path file) {
    RDFParser.source(file)
        .checking(true)
        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
        .parse(StreamRDFLib.sinkNull());
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_parser_of_rdf_1_1_reads_every_file_without_a_warning(Path file) throws IOException {
    TurtleParser parser = new TurtleParser();
    ParseErrorCollector errors = new ParseErrorCollector();
    parser.setParseErrorListener(errors);

    parser.parse(new StringReader(OntologyFiles.read(file)), "");

    List<String> all = new ArrayList<>(errors.getWarnings());
    all.addAll(errors.getErrors());
    all.addAll(errors.getFatalErrors());
    assertThat(all).isEmpty();
  }

  @Test
  void owl_api_understands_every_triple_of_the_schema() {
    assertThat(
            SCHEMA
                .getNonnullFormat()
                .getOntologyLoaderMetaData()
                .orElseThrow()
                .getUnparsedTriples())
        .isEmpty();
  }

  @Test
  void the_files_together_are_the_ontology_with_its_version() {
    assertThat(SCHEMA.getOntologyID().getOntologyIRI().orElseThrow().getIRIString())
        .isEqualTo("https://w3id.org/demarche/ontology");
    assertThat(SCHEMA.getOntologyID().getVersionIRI().orElseThrow().getIRIString())
        .isEqualTo("https://w3id.org/demarche/ontology/0.1.0");
    assertThat(SCHEMA.importsDeclarations()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void the_schema_is_within_owl_2_dl_and_owl_2_rl(OWLProfile profile) {
    assertThat(profile.checkOntology(SCHEMA).getViolations()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void the_schema_with_codes_is_within_owl_2_dl_and_owl_2_rl(OWLProfile profile) {
    OWLOntology ontology = Owl.read(OntologyFiles.turtle("terms", "codes"));

    assertThat(profile.checkOntology(ontology).getViolations()).isEmpty();
  }
}
