package org.demarche;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.demarche", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule core_knows_no_http =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "java.net.http..",
                  "jakarta.servlet..",
                  "org.eclipse.jetty..",
                  "io.javalin..",
                  "org.apache.jena.fuseki..",
                  "org.apache.jena.http.."));

  @ArchTest
  static final ArchRule only_the_graph_package_knows_where_triples_lie =
      noClasses()
          .that(resideOutsideOfPackage("org.demarche.graph"))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.apache.jena.tdb2..", "org.apache.jena.dboe.."));

  @ArchTest
  static final ArchRule packages_depend_in_one_direction =
      slices().matching("org.demarche.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule entailment_and_validation_know_nothing_of_commits =
      noClasses()
          .that(resideInAnyPackage("org.demarche.entail", "org.demarche.validate"))
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.demarche.graph", "org.demarche.load"));

  @ArchTest
  static final ArchRule nothing_reads_the_environment =
      noClasses()
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class, String.class);
}
