package org.demarche.server.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;

/**
 * The W3C's tests of query evaluation, SPARQL 1.0 (Data Access Working Group) and SPARQL 1.1, read
 * from the manifests in RDF4J's copy of them.
 */
final class W3cSuite {
  /** Stands for the root of the class path in IRIs; there is no such host. */
  private static final String ROOT = "http://w3c.example/";

  private static final String MANIFEST =
      "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  private static final Property INCLUDE = property(MANIFEST + "include");
  private static final Property ENTRIES = property(MANIFEST + "entries");
  private static final Property ACTION = property(MANIFEST + "action");
  private static final Property RESULT = property(MANIFEST + "result");
  private static final Property CARDINALITY = property(MANIFEST + "resultCardinality");
  private static final String QUERY = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
  private static final Set<Resource> EVALUATION =
      Set.of(
          ResourceFactory.createResource(MANIFEST + "QueryEvaluationTest"),
          ResourceFactory.createResource(MANIFEST + "CSVResultFormatTest"));

  private W3cSuite() {}

  /** All of them, in the order of the manifests. */
  static List<W3cTest> tests() {
    return Stream.of(
            tests("sparql-1.0/", "testcases-sparql-1.0-w3c/data-r2/manifest-evaluation.ttl"),
            tests("sparql-1.1/", "testcases-sparql-1.1-w3c/manifest-all.ttl"))
        .flatMap(List::stream)
        .toList();
  }

  /** Opens a file of the suite by the IRI that stands for it. */
  static InputStream open(String iri) {
    String path = iri.substring(ROOT.length());
    return Objects.requireNonNull(W3cSuite.class.getResourceAsStream("/" + path), path);
  }

  /** The text of a file of the suite. */
  static String text(String iri) {
    return new String(bytes(iri), UTF_8);
  }

  /** The content of a file of the suite. */
  static byte[] bytes(String iri) {
    try (InputStream in = open(iri)) {
      return in.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<W3cTest> tests(String edition, String path) {
    String all = ROOT + path;
    List<W3cTest> tests = new ArrayList<>();
    for (Resource manifest : list(read(all).getResource(all), INCLUDE)) {
      String folder = manifest.getURI().replaceAll(".*/([^/]+)/[^/]*$", "$1");
      Resource root = read(manifest.getURI()).getResource(manifest.getURI());
      list(root, ENTRIES).stream()
          .filter(test -> EVALUATION.contains(test.getPropertyResourceValue(RDF.type)))
          .map(test -> test(edition + folder + "/" + test.getLocalName(), test))
          .forEach(tests::add);
    }
    return tests;
  }

  private static W3cTest test(String name, Resource test) {
    Resource action = test.getPropertyResourceValue(ACTION);
    return new W3cTest(
        name,
        action.getPropertyResourceValue(property(QUERY + "query")).getURI(),
        files(action, "data"),
        files(action, "graphData"),
        test.getPropertyResourceValue(RESULT).getURI(),
        test.hasProperty(CARDINALITY, property(MANIFEST + "LaxCardinality")));
  }

  private static Set<String> files(Resource action, String property) {
    Set<String> files = new LinkedHashSet<>();
    action
        .listProperties(property(QUERY + property))
        .forEach(statement -> files.add(statement.getResource().getURI()));
    return files;
  }

  private static List<Resource> list(Resource subject, Property property) {
    return Optional.ofNullable(subject.getPropertyResourceValue(property))
        .map(list -> list.as(RDFList.class).asJavaList())
        .orElse(List.of())
        .stream()
        .map(RDFNode::asResource)
        .toList();
  }

  private static Model read(String iri) {
    Model model = ModelFactory.createDefaultModel();
    RDFParser.source(open(iri)).base(iri).lang(Lang.TURTLE).parse(model);
    return model;
  }

  private static Property property(String iri) {
    return ResourceFactory.createProperty(iri);
  }
}
