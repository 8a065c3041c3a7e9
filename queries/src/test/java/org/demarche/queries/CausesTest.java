package org.demarche.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chains of causes are as long as the shortest way, and end where they come back to themselves. */
class CausesTest {

  @ParameterizedTest
  @CsvSource({
    "causes, a responds-to b|b responds-to c|a responds-to c, a, 1 b a|1 c a|2 c b",
    "causes, a responds-to b|b responds-to a, a, 1 b a|2 a b",
    "causes, a responds-to a, a, 1 a a",
    "causes, b contributes-to a|c contributes-to b|d contributes-to x, a, 1 b a|2 c b",
    "consequences, a responds-to b|b responds-to c|a responds-to c, c, 1 c a|1 c b|2 b a",
    "consequences, a responds-to b|b responds-to a, a, 1 a b|2 b a",
  })
  void each_link_has_its_least_depth(String name, String links, String thing, String rows) {
    assertThat(ask(name, links, thing)).containsExactlyInAnyOrder(rows.split("\\|", -1));
  }

  @ParameterizedTest
  @CsvSource({"causes, n0", "consequences, n12"})
  void what_lies_further_than_nine_steps_has_no_depth(String name, String thing) {
    List<String> links = new ArrayList<>();
    for (int at = 0; at < 12; at++) {
      links.add("n%d responds-to n%d".formatted(at, at + 1));
    }

    assertThat(ask(name, String.join("|", links), thing))
        .hasSize(12)
        .filteredOn(row -> row.startsWith(" "))
        .hasSize(3);
  }

  /** Depth, cause and effect of each row. */
  private static List<String> ask(String name, String links, String thing) {
    BoundQuery bound = CannedQueries.get(name).bind(Map.of("thing", List.of("event/" + thing)));
    return OpEdGraph.select(bound.query(), dataset(links)).stream()
        .skip(1)
        .map(row -> row.split(",", -1))
        .map(cells -> "%s %s %s".formatted(cells[0], slug(cells[1]), slug(cells[5])))
        .toList();
  }

  private static String slug(String iri) {
    return iri.substring(iri.lastIndexOf('/') + 1);
  }

  private static DatasetGraph dataset(String links) {
    StringBuilder triples =
        new StringBuilder(
            "PREFIX : <https://w3id.org/demarche/id/event/>"
                + " PREFIX dem: <https://w3id.org/demarche/ontology#>"
                + " GRAPH <https://w3id.org/demarche/graph/reference> {");
    for (String link : links.split("\\|", -1)) {
      String[] parts = link.split(" ", -1);
      triples.append(
          " :%s dem:%s :%s ."
              .formatted(
                  parts[0],
                  parts[1].equals("responds-to") ? "respondsTo" : "contributesTo",
                  parts[2]));
    }
    DatasetGraph dataset = DatasetGraphFactory.createGeneral();
    RDFParser.create()
        .source(new StringReader(triples.append(" }").toString()))
        .lang(Lang.TRIG)
        .parse(dataset);
    DatasetGraph copy = DatasetGraphFactory.createGeneral();
    dataset
        .find()
        .forEachRemaining(
            quad -> {
              copy.add(quad);
              copy.getDefaultGraph().add(quad.asTriple());
            });
    return copy;
  }
}
