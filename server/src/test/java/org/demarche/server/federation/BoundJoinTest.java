package org.demarche.server.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.demarche.server.running.Limits;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What is sent to another server and joined here. The other server is one of ours, behind an
 * endpoint that notes what it was asked.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class BoundJoinTest {
  @AutoClose private static final TestServer far = TestServer.start();

  @AutoClose private static final Elsewhere between = Elsewhere.answering(200, Elsewhere.JSON, "");

  @AutoClose
  private static final TestServer here =
      TestServer.start(
          Settings.defaults()
              .withLimits(Limits.defaults().withQueryTime(Duration.ofSeconds(20)))
              .withAllowedServices(List.of(between.url())));

  @BeforeEach
  void passOn() {
    between.answers(
        exchange -> {
          HttpResponse<String> answer =
              far.post(
                  "/sparql",
                  "application/sparql-query",
                  between.queries().getLast(),
                  "Accept",
                  Elsewhere.JSON);
          Elsewhere.send(exchange, answer.statusCode(), Elsewhere.JSON, answer.body());
        });
  }

  /** The rows of a result, without its head, in the order of their text. */
  private static List<String> rows(String query) {
    HttpResponse<String> response =
        here.post(
            "/sparql",
            "application/sparql-query",
            query.replace("SERVICE", "SERVICE <" + between.url() + ">"),
            "Accept",
            "text/csv");
    assertThat(response.statusCode())
        .as("%s for %s", response.body(), between.queries())
        .isEqualTo(200);
    return response.body().lines().skip(1).sorted().toList();
  }

  private static Elsewhere.Answer answering(String json) {
    return exchange -> Elsewhere.send(exchange, 200, Elsewhere.JSON, json);
  }

  private static String values(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "(<x:" + i + "> " + i + ")")
        .collect(Collectors.joining(" ", "VALUES (?s ?n) { ", " }"));
  }

  @Test
  void hundreds_of_rows_are_sent_in_a_few_requests_by_post() {
    assertThat(rows("SELECT ?s ?n ?m { " + values(450) + " SERVICE { BIND (1 AS ?m) ?s ?p ?o } }"))
        .isEmpty();
    assertThat(between.queries()).hasSize(3);
    assertThat(between.requests()).allSatisfy(it -> assertThat(it).startsWith("POST"));
    assertThat(between.queries().getFirst()).contains("<x:199>").doesNotContain("<x:200>");
    // Only what the other side can use is sent.
    assertThat(between.queries().getFirst()).doesNotContain("?n");
  }

  @Test
  void rows_come_back_to_the_rows_they_belong_to() {
    assertThat(
            rows(
                "SELECT ?s ?n ?m { VALUES (?s ?n) { (1 10) (1 11) (2 20) (3 30) }"
                    + " SERVICE { VALUES (?s ?m) { (1 100) (1 101) (2 200) (9 900) } } }"))
        .containsExactly("1,10,100", "1,10,101", "1,11,100", "1,11,101", "2,20,200");
    assertThat(between.queries()).hasSize(1);
  }

  @Test
  void a_row_that_lacks_a_value_joins_with_all_and_once_with_each() {
    assertThat(
            rows(
                "SELECT ?s ?t ?m { VALUES (?s ?t) { (1 UNDEF) (1 2) (UNDEF 2) }"
                    + " SERVICE { VALUES (?s ?t ?m) { (1 2 100) (1 3 101) } } }"))
        .containsExactly("1,2,100", "1,2,100", "1,2,100", "1,3,101");
  }

  @Test
  void what_the_other_side_leaves_open_keeps_the_value_of_here() {
    assertThat(
            rows(
                "SELECT ?s ?t ?m { VALUES (?s ?t) { (1 5) (2 6) }"
                    + " SERVICE { VALUES (?s ?t ?m) { (1 UNDEF 100) (2 7 200) } } }"))
        .containsExactly("1,5,100");
  }

  @Test
  void another_spelling_of_a_value_by_the_other_side_loses_no_row() {
    between.answers(
        answering(
            "{\"head\":{\"vars\":[\"s\",\"m\",\"row\"]},\"results\":{\"bindings\":[{\"s\":{\"type\":\"literal\",\"datatype\":\"http://www.w3.org/2001/XMLSchema#decimal\",\"value\":\"1\"},\"m\":{\"type\":\"literal\",\"value\":\"far\"},\"row\":{\"type\":\"literal\",\"value\":\"row0\"}}]}}"));

    assertThat(rows("SELECT ?s ?m { VALUES ?s { 1.0 } SERVICE { ?s <x:p> ?m } }"))
        .containsExactly("1.0,far");
  }

  @Test
  void an_answer_that_does_not_say_to_what_it_belongs_is_refused() {
    between.answers(
        answering(
            "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[{\"s\":{\"type\":\"uri\",\"value\":\"x:1\"}}]}}"));

    HttpResponse<String> response =
        here.query("SELECT * { VALUES ?s { <x:1> } SERVICE <" + between.url() + "> { ?s ?p ?m } }");

    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.body())
        .isEqualTo(
            "SERVICE asked 127.0.0.1, which answered without the values that it was sent.\n");
  }

  @Test
  void a_blank_node_is_nothing_that_another_server_has() {
    String blank = "SELECT (COUNT(*) AS ?n) { BIND (BNODE() AS ?b) ";

    assertThat(rows(blank + "SERVICE { ?b ?p ?o } }")).containsExactly("0");
    assertThat(rows(blank + "SERVICE { ?s ?p ?b } }")).containsExactly("0");
    assertThat(between.queries())
        .allSatisfy(query -> assertThat(query).contains("<urn:uuid:").doesNotContain("_:"));
    // Not even where the engine puts values into the pattern by itself.
    assertThat(rows(blank + "OPTIONAL { SERVICE { ?b ?p ?o } } FILTER (!BOUND(?p)) }"))
        .containsExactly("1");
    assertThat(rows(blank + "FILTER EXISTS { SERVICE { ?b ?p ?o } } }")).containsExactly("0");
    // What is left open over there keeps the blank node of here.
    assertThat(
            rows(
                blank
                    + "SERVICE { VALUES ?o { 1 } OPTIONAL { ?b <x:none> ?o } } FILTER"
                    + " ISBLANK(?b) }"))
        .containsExactly("1");
  }

  @Test
  void without_values_in_common_the_other_side_is_asked_once() {
    assertThat(
            rows(
                "SELECT (COUNT(*) AS ?c) { "
                    + values(450)
                    + " SERVICE { SELECT ?z { VALUES ?z { 1 2 } } } }"))
        .containsExactly("900");
    assertThat(between.queries()).hasSize(1);
  }

  @Test
  void patterns_of_every_kind_are_sent_as_they_were_meant() {
    String s = "VALUES ?s { 1 2 3 } SERVICE { ";
    assertThat(rows("SELECT ?s { " + s + "VALUES ?s { 1 2 } FILTER REGEX(STR(?s), \"^1\") } }"))
        .containsExactly("1");
    assertThat(rows("SELECT ?s ?t { " + s + "VALUES ?s { 2 } BIND (?s + 1 AS ?t) } }"))
        .containsExactly("2,3");
    assertThat(
            rows(
                "SELECT ?s ?t { "
                    + s
                    + "{ VALUES ?s { 1 } } UNION { VALUES (?s ?t) { (2 3) } } MINUS { VALUES ?s { 1"
                    + " } } } }"))
        .containsExactly("2,3");
    assertThat(
            rows(
                "SELECT ?s ?c { "
                    + s
                    + "SELECT ?s (COUNT(?x) AS ?c) { VALUES (?s ?x) { (1 1) (1 2) (2 1) } } GROUP BY"
                    + " ?s HAVING (COUNT(?x) > 1) } }"))
        .containsExactly("1,2");
    assertThat(
            rows(
                "SELECT ?s ?h { VALUES ?h { 7 } "
                    + s
                    + "SELECT ?s { VALUES (?s ?h) { (1 8) (2 9) } FILTER EXISTS { VALUES ?s { 2 } }"
                    + " } ORDER BY ?s LIMIT 5 } }"))
        .containsExactly("2,7");
    assertThat(
            rows("SELECT ?s { " + s + "VALUES ?s { 3 } FILTER NOT EXISTS { [] <x:none> ?s } } }"))
        .containsExactly("3");
    assertThat(
            rows("SELECT ?c { { SELECT (COUNT(*) AS ?c) { SERVICE { GRAPH ?g { ?a ?b [] } } } } }"))
        .isEqualTo(rows("SELECT (COUNT(*) AS ?c) { GRAPH ?g { ?a ?b ?c } }"));
    assertThat(rows("SELECT (COUNT(*) AS ?c) { SERVICE { ?a <x:p>*/<x:q>|^<x:r> ?b } }"))
        .hasSize(1);
  }

  @Test
  void an_optional_service_keeps_rows_without_an_answer() {
    assertThat(
            rows(
                "SELECT ?s ?m { VALUES ?s { 1 2 } OPTIONAL { SERVICE { VALUES (?s ?m) { (1 100) } }"
                    + " } }"))
        .containsExactly("1,100", "2,");
  }

  @Test
  void hundreds_of_values_from_others_are_answered_here() {
    String query = "SELECT (COUNT(*) AS ?c) { " + values(500) + " }";
    String form = "query=" + TestServer.encoded(query);
    String shorter = "SELECT (COUNT(*) AS ?c) { " + values(500).replace("<x:", "<:") + " }";

    assertThat(
            here.post("/sparql", "application/x-www-form-urlencoded", form, "Accept", "text/csv")
                .body())
        .isEqualTo("c\r\n500\r\n");
    assertThat(TestServer.encoded(shorter).length()).isBetween(8_000, 31_000);
    assertThat(here.query(shorter, "Accept", "text/csv").body()).isEqualTo("c\r\n500\r\n");
  }
}
