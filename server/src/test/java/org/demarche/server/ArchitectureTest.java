package org.demarche.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.demarche.load.GraphDocument;
import org.demarche.load.SourceFile;
import org.demarche.load.Syntax;
import org.demarche.ontology.Namespaces;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "org.demarche", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule only_the_command_line_reads_the_environment =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.demarche.cli..")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("org.demarche.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_server_loads_nothing_but_op_eds_that_are_sent =
      noClasses()
          .that()
          .resideInAPackage("org.demarche.server..")
          .and()
          .resideOutsideOfPackage("org.demarche.server.opeds..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.demarche.load..")
                  .and(not(belongToAnyOf(GraphDocument.class, SourceFile.class, Syntax.class))))
          .orShould()
          .callMethod(SourceFile.class, "read", Path.class);

  @ArchTest
  static final ArchRule core_and_queries_know_no_http =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.demarche.server..", "org.demarche.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "jakarta.servlet..", "org.apache.jena.fuseki..");

  /** Strings don't show in ArchUnit's model, so the class files themselves are searched. */
  @Test
  void the_server_names_no_rdf_file() throws IOException, URISyntaxException {
    Path classes =
        Path.of(DemarcheServer.class.getResource("DemarcheServer.class").toURI()).getParent();
    try (Stream<Path> files = Files.walk(classes)) {
      assertThat(files.filter(file -> file.toString().endsWith(".class")))
          .hasSizeGreaterThan(20)
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, ISO_8859_1).replace(Namespaces.CODE, ""))
                      .doesNotContain(".ttl", ".trig", "demarche/terms", "demarche/codes"));
    }
  }
}
