package org.demarche.server.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.server.clients.Answer.Rows;
import org.demarche.server.sparql.DatasetServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The W3C's tests of query evaluation, asked over HTTP. Whatever Jena by itself answers as the test
 * expects, the server has to answer in the same way.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QueryEvaluationTest {
  private static final List<W3cTest> SUITE = W3cSuite.tests();

  /** Tests that Jena by itself fails, and why. */
  private static final Map<String, String> FAILED_BY_JENA = list("failed-by-jena.tsv");

  /** Tests of what this server doesn't do on purpose, and why. */
  private static final Map<String, String> REFUSED = list("refused-here.tsv");

  @AutoClose private static final HttpClient client = HttpClient.newHttpClient();

  private static final DatasetGraph served = DatasetGraphFactory.createTxnMem();
  @AutoClose private static final DatasetServer server = new DatasetServer(served);

  static Stream<W3cTest> asked() {
    return SUITE.stream()
        .filter(test -> !FAILED_BY_JENA.containsKey(test.name()))
        .filter(test -> !isRefused(test));
  }

  static Stream<W3cTest> failedByJena() {
    return SUITE.stream().filter(test -> FAILED_BY_JENA.containsKey(test.name()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("asked")
  void what_jena_passes_is_passed_over_http(W3cTest test) {
    Answer expected = expected(test);
    Answer jena = jena(test);
    Answer http = http(test);

    assertThat(passes(test, jena, expected))
        .as("Jena by itself passes; it gave %s, and %s was expected", jena, expected)
        .isTrue();
    assertThat(passes(test, http, expected))
        .as("the server gave %s, and %s was expected", http, expected)
        .isTrue();
    assertThat(http.sameTerms(jena, rows(test)))
        .as("the server gave %s, and Jena %s", http, jena)
        .isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failedByJena")
  void what_is_listed_as_failed_by_jena_is(W3cTest test) {
    boolean passed;
    try {
      passed = passes(test, jena(test), expected(test));
    } catch (RuntimeException failed) {
      passed = false;
    }
    assertThat(passed).isFalse();
  }

  @Test
  void most_of_the_suite_is_asked() {
    assertThat(asked()).hasSizeGreaterThan(400);
  }

  private static boolean passes(W3cTest test, Answer answer, Answer expected) {
    return answer.sameValues(expected, rows(test));
  }

  private static Answer expected(W3cTest test) {
    return Answer.read(
        W3cSuite.bytes(test.result()), RDFLanguages.filenameToLang(test.result()), test.result());
  }

  private static Answer jena(W3cTest test) {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    test.load(dataset);
    return dataset.calculateRead(
        () -> {
          try (QueryExec execution = QueryExec.dataset(dataset).query(query(test)).build()) {
            return Answer.of(execution, Answer.formOf(test.result()));
          }
        });
  }

  private static Answer http(W3cTest test) {
    test.load(served);
    Query query = query(test);
    Lang form =
        query.isConstructType() || query.isDescribeType()
            ? Lang.TURTLE
            : Answer.formOf(test.result());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.sparql()))
            .timeout(Duration.ofSeconds(20))
            .header("Accept", form.getHeaderString())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("query=" + URLEncoder.encode(test.text(), UTF_8)))
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      assertThat(response.statusCode()).as(new String(response.body(), UTF_8)).isEqualTo(200);
      return Answer.read(response.body(), form, test.result());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static Query query(W3cTest test) {
    return QueryFactory.create(test.text(), Syntax.syntaxSPARQL_12);
  }

  private static Rows rows(W3cTest test) {
    if (test.lax()) {
      return Rows.DISTINCT;
    }
    return query(test).isOrdered() ? Rows.ORDERED : Rows.COUNTED;
  }

  /** By the name of the test, or of the folder that it is in. */
  private static boolean isRefused(W3cTest test) {
    return REFUSED.keySet().stream()
        .anyMatch(refused -> (test.name() + "/").startsWith(refused + "/"));
  }

  private static Map<String, String> list(String file) {
    try (var in = QueryEvaluationTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .collect(Collectors.toMap(line -> line[0], line -> line[1], (a, _) -> a, TreeMap::new));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
