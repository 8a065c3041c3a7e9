package org.demarche.server.things;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.server.Settings;
import org.demarche.server.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The op-ed in the graph, with a recommendation turned into its denial, and a title that stops. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeniedRecommendationTest {
  private static final String ID = "https://w3id.org/demarche/id/";
  private static final Node OP_ED_GRAPH = Graphs.opEd("botto-2019-gsomia");

  @AutoClose
  private static final TestServer SERVER =
      TestServer.start(Settings.defaults(), DeniedRecommendationTest::load);

  @Test
  void the_page_of_the_query_says_in_table_and_picture_that_it_is_denied() {
    Document page =
        page("/queries/recommendations?addressee=actor/government-of-the-united-states");

    assertThat(page.select("td:has(.polarity-denied)").eachText()).containsExactly("denied");
    assertThat(page.select("svg.network .edge title").eachText())
        .contains("Kathryn Botto → government of the United States (some denied) (5)");
  }

  @Test
  void the_page_of_the_addressee_says_in_list_and_picture_that_it_is_denied() {
    Document page = page("/id/actor/government-of-the-united-states");

    assertThat(page.select("section[aria-labelledby=recommendations-to] li p:first-child"))
        .filteredOn(line -> line.text().endsWith("(denied)"))
        .hasSize(1);
    assertThat(page.select("section[aria-labelledby=network-of] .edge title").eachText())
        .contains(
            "Kathryn Botto → government of the United States, recommends to (some denied) (2)");
  }

  @Test
  void a_title_that_ends_with_a_full_stop_is_cited_with_one() {
    assertThat(page("/id/op-ed/botto-2019-gsomia").select(".cited").text())
        .contains("“Japan must accept.”");
  }

  private static Document page(String path) {
    return Jsoup.parse(SERVER.get(path, "Accept", "text/html").body());
  }

  private static void load(KnowledgeGraph graph) {
    new Loader(graph).load(Manifest.onClassPath().sources());
    graph.commit(
        change -> {
          put(
              change.dataset(),
              NodeFactory.createURI(ID + "statement/botto-2019-gsomia/F106"),
              Dem.polarity,
              NodeFactory.createURI("https://w3id.org/demarche/codes/polarity/denied"));
          put(
              change.dataset(),
              NodeFactory.createURI(ID + "op-ed/botto-2019-gsomia"),
              DCTerms.title.asNode(),
              NodeFactory.createLiteralLang("Japan must accept.", "en"));
        });
  }

  private static void put(DatasetGraph dataset, Node thing, Node property, Node value) {
    List<Quad> before = dataset.stream(OP_ED_GRAPH, thing, property, Node.ANY).toList();
    before.forEach(dataset::delete);
    dataset.add(OP_ED_GRAPH, thing, property, value);
  }
}
