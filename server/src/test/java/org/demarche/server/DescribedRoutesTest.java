package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.demarche.queries.CannedQuery;
import org.demarche.queries.Catalogue;
import org.demarche.server.sparql.SparqlService;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The description of the interface against what the server answers, both ways. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DescribedRoutesTest {
  private static final String CANNED = "/queries/{name}";

  @AutoClose private static final TestServer server = TestServer.start();

  @Test
  void every_route_is_described_and_nothing_else() {
    Set<String> answered =
        Stream.concat(server.server().routes().stream(), ofSparql())
            // OpenAPI has no spelling of its own for names that hold slashes.
            .map(route -> route.replace('<', '{').replace('>', '}'))
            .collect(Collectors.toCollection(TreeSet::new));
    // The description says once that HEAD is wherever GET is.
    answered.removeIf(
        route -> route.startsWith("HEAD ") && answered.contains(route.replaceFirst("HEAD", "GET")));

    assertThat(described(path -> isCanned(path) ? CANNED : path)).isEqualTo(answered);
  }

  @Test
  void every_canned_query_is_described() {
    assertThat(described(path -> path).stream().filter(route -> isCanned(route.substring(4))))
        .containsExactlyElementsOf(names().map(name -> "GET /queries/" + name).sorted().toList());
  }

  private interface Naming {
    String of(String path);
  }

  private static Set<String> described(Naming naming) {
    JsonObject paths = JSON.parse(server.get("/openapi.json").body()).getObj("paths");
    return paths.keys().stream()
        .flatMap(
            path ->
                paths.getObj(path).keys().stream()
                    .map(method -> method.toUpperCase(Locale.ROOT) + " " + naming.of(path)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> ofSparql() {
    return Stream.of(SparqlService.values())
        .flatMap(service -> service.methods().stream().map(it -> it + " " + service.path()));
  }

  private static boolean isCanned(String path) {
    return names().anyMatch(name -> path.equals("/queries/" + name));
  }

  private static Stream<String> names() {
    return Catalogue.bundled().all().stream().map(CannedQuery::name);
  }
}
