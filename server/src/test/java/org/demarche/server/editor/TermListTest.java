package org.demarche.server.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TermListTest {
  @AutoClose
  private static final TestServer server =
      TestServer.start(
          Settings.defaults(), graph -> new Loader(graph).load(Manifest.onClassPath().sources()));

  @ParameterizedTest
  @CsvSource({
    "ontology#Actor, class, en, actor",
    "ontology#Actor, class, ko, 행위자",
    "ontology#heldBy, property, en, held by",
    "codes/polarity/denied, code, en, denied",
    "id/actor/moon-jae-in, actor, ko, 문재인",
    "id/actor/japan, actor, ja, 日本",
    "id/agreement/gsomia-japan-south-korea, agreement, ko, 지소미아"
  })
  void classes_properties_codes_and_things_have_their_names_in_each_language(
      String iri, String kind, String language, String text) {
    JsonObject term = term("https://w3id.org/demarche/" + iri);

    assertThat(term.getString("kind")).isEqualTo(kind);
    assertThat(
            term.getArray("labels")
                .map(it -> it.getAsObject().getString("language") + " " + text(it.getAsObject())))
        .contains(language + " " + text);
  }

  @Test
  void statements_and_passages_are_left_out() {
    assertThat(terms().map(term -> term.getString("iri")))
        .noneMatch(iri -> iri.contains("/id/statement/") || iri.contains("/id/passage/"));
  }

  @Test
  void the_list_is_sent_once_for_each_commit() {
    HttpResponse<String> first = server.get(TermList.PATH);
    String tag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(server.get(TermList.PATH, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(JSON.parse(first.body()).getBoolean("complete")).isTrue();
    assertThat(JSON.parse(first.body()).getNumber("commit").longValue()).isEqualTo(1);
  }

  @Test
  void of_too_many_things_those_of_the_background_come_first() {
    DatasetGraph many = DatasetGraphFactory.createTxnMem();
    for (int opEd = 0; opEd < 100; opEd++) {
      int number = opEd;
      IntStream.range(0, 100)
          .forEach(thing -> name(many, "op-ed/o" + number, "event/e" + number + "-" + thing));
    }
    name(many, "reference", "actor/last");

    long start = System.nanoTime();
    Terms terms = Terms.of(many);

    assertThat(terms.complete()).isFalse();
    assertThat(terms.terms()).hasSize(Terms.MOST);
    assertThat(terms.terms().keySet().iterator().next()).endsWith("actor/last");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  private static void name(DatasetGraph dataset, String graph, String thing) {
    dataset.add(
        NodeFactory.createURI(Graphs.REFERENCE.getURI().replace("reference", graph)),
        NodeFactory.createURI(Namespaces.ID + thing),
        RDFS.Nodes.label,
        NodeFactory.createLiteralLang(thing, "en"));
  }

  private static JsonObject term(String iri) {
    return terms()
        .filter(it -> it.getString("iri").equals(iri))
        .findFirst()
        .orElseThrow(() -> new AssertionError(iri + " is not among " + names()));
  }

  private static List<String> names() {
    return terms().map(it -> it.getString("iri")).toList();
  }

  private static Stream<JsonObject> terms() {
    return JSON.parse(server.get(TermList.PATH).body())
        .getArray("terms")
        .map(it -> it.getAsObject());
  }

  private static String text(JsonObject label) {
    return label.getString("text");
  }
}
