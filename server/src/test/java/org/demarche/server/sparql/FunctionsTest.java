package org.demarche.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase1;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries call the functions that W3C documents name, and no class of the process's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FunctionsTest {
  /** Set by the static initialiser of a class that only a query names. */
  static final AtomicBoolean initialised = new AtomicBoolean();

  @AutoClose private static final TestServer server = TestServer.start();

  /** What an attacker would find on the class path: a class that does something once loaded. */
  public static final class Trap extends FunctionBase1 {
    static {
      initialised.set(true);
    }

    @Override
    public NodeValue exec(NodeValue value) {
      return value;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (<java:$>(1) AS ?x) { }",
        "SELECT * { FILTER (<java:$>(1)) }",
        "SELECT * { ?s <java:$> ?o }",
        "SELECT * { ?s <java:$> (1 2) }",
        "SELECT * { (1 2) <java:$> ?o }",
        "SELECT (CALL(<java:$>, 1) AS ?x) { }",
        "SELECT * { CALL <java:$>(1) }",
        "SELECT (<http://www.w3.org/2005/xpath-functions#apply>(<java:$>, 1) AS ?x) { }",
        "SELECT (<java:$>(DISTINCT ?s) AS ?x) { ?s ?p ?o }",
        "SELECT (AGG <java:$>(?s) AS ?x) { ?s ?p ?o }",
      })
  void no_class_is_initialised_by_its_name(String query) {
    server.query(query.replace("$", Trap.class.getName()));

    assertThat(initialised).isFalse();
  }

  @Test
  void no_class_is_initialised_by_an_update() {
    String name = Trap.class.getName();
    server.update(
        "INSERT { GRAPH <x:g> { ?s ?p ?x } } WHERE { ?s ?p ?o BIND (<java:%s>(1) AS ?x) }"
            .formatted(name));
    server.update(
        "DELETE { GRAPH <x:g> { ?s <x:p> ?o } } WHERE { ?s <java:%s> ?o }".formatted(name));

    assertThat(initialised).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://jena.apache.org/ARQ/function#wait",
        "http://jena.hpl.hp.com/ARQ/function#wait",
        "java:org.apache.jena.sparql.function.library.wait"
      })
  void no_function_waits(String wait) {
    Instant before = Instant.now();

    HttpResponse<String> response =
        server.query("SELECT (<%s>(5000) AS ?x) { }".formatted(wait), "Accept", "text/csv");

    assertThat(response.body()).isEqualTo("x\r\n\r\n");
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://jena.apache.org/ARQ/function#context",
        "http://jena.apache.org/ARQ/function#execTime",
        "http://jena.apache.org/ARQ/function#print",
        "http://jena.apache.org/ARQ/function#version",
        "http://jena.apache.org/ARQ/function#system-timezone",
        "http://www.dotnetrdf.org/leviathan#sq"
      })
  void functions_of_jenas_own_are_unknown(String function) {
    HttpResponse<String> response =
        server.query("SELECT (<%s>(4) AS ?x) { }".formatted(function), "Accept", "text/csv");

    assertThat(response.body()).isEqualTo("x\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://jena.apache.org/ARQ/property#splitIRI",
        "http://jena.apache.org/ARQ/property#str",
        "http://jena.apache.org/ARQ/property#versionARQ"
      })
  void properties_of_jenas_own_are_mere_properties(String property) {
    HttpResponse<String> response =
        server.query(
            "SELECT * { <http://a.example/b#c> <%s> ?o }".formatted(property),
            "Accept",
            "text/csv");

    assertThat(response.body()).isEqualTo("o\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <http://www.w3.org/2001/XMLSchema#integer>("7")                        | 7
          <http://www.w3.org/2001/XMLSchema#date>("2019-11-22")                  | 2019-11-22
          <http://www.w3.org/2005/xpath-functions#string-length>("일본")          | 2
          <http://www.w3.org/2005/xpath-functions/math#pow>(2, 3)                | 8
          REGEX("GSOMIA", "^gs", "i")                                            | true
          REGEX("GSOMIA", "a.b", "q")                                            | false
          REGEX("a.b", "a.b", "q")                                               | true
          REPLACE("a-b", "-", "+")                                               | a+b
          REPLACE("a-B-b", "b", "$0$0", "i")                                     | a-BB-bb
          LANG(REPLACE("말-1"@ko, "[0-9]+", "x"))                                | ko
          """)
  void the_functions_of_w3c_documents_work(String expression, String value) {
    assertThat(
            server
                .query("SELECT (STR(%s) AS ?x) { }".formatted(expression), "Accept", "text/csv")
                .body())
        .startsWith("x\r\n" + value);
  }

  @Test
  void members_of_lists_are_found_in_order() {
    assertThat(
            server
                .query(
                    "SELECT ?i { } LIMIT 1"
                        .replace(
                            "{ }",
                            "{ ?list <http://jena.apache.org/ARQ/list#index> (?i ?member) }"))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void javascript_is_not_run() {
    HttpResponse<String> response =
        server.query("SELECT (<http://jena.apache.org/ARQ/jsFunction#f>(1) AS ?x) { }");

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body())
        .isEqualTo("Functions written in JavaScript are not run on this server.\n");
    assertThat(System.getProperty("jena:scripting")).isNull();
  }
}
