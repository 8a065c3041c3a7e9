package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.MiniDataset;
import org.demarche.entail.Closure;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;
import org.demarche.validate.Places;
import org.demarche.validate.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After any history, the inferred graph is the closure of what is written. The closure takes domain
 * and range for conclusions; they add nothing, since whatever they would type is typed or refused.
 */
class EntailmentUpkeepTest {
  private static final List<Node> ACTORS =
      List.of(
          MiniDataset.JAPAN,
          MiniDataset.SOUTH_KOREA,
          MiniDataset.id("actor/china"),
          MiniDataset.id("actor/united-states"));
  private static final Node PARTY = code("participation/party");
  private static final Node NEGOTIATOR = code("participation/negotiator");

  static Stream<Long> seeds() {
    return LongStream.range(0, 25).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatever_is_added_replaced_or_removed_the_inferred_graph_is_what_follows_from_the_rest(
      long seed) {
    Random random = new Random(seed);
    try (KnowledgeGraph graph = MiniDataset.inMemory()) {
      long refusals = 0;
      for (int step = 0; step < 12; step++) {
        try {
          graph.commit(change(random));
        } catch (Refusal refused) {
          // Then nothing may have changed, which is looked at in the same way.
          refusals++;
        }
        try (Snapshot snapshot = graph.snapshot()) {
          assertUpkept(snapshot.dataset());
        }
      }
      assertThat(refusals).isLessThan(6);
    }
  }

  private static void assertUpkept(DatasetGraph dataset) {
    Set<Triple> inferred = dataset.getGraph(Graphs.INFERRED).stream().collect(Collectors.toSet());
    Set<Triple> asserted =
        Iter.asStream(dataset.find())
            .filter(quad -> !quad.getGraph().equals(Graphs.INFERRED))
            .map(Quad::asTriple)
            .collect(Collectors.toSet());

    assertThat(inferred).isEqualTo(Closure.of(dataset));
    assertThat(inferred).doesNotContainAnyElementsOf(asserted);
  }

  static Change change(Random random) {
    return candidate -> {
      DatasetGraph dataset = candidate.dataset();
      String slug = "op-ed-" + random.nextInt(3);
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> replace(candidate, Graphs.opEd(slug), opEd(slug, facts(random)), random);
        case 3 -> dataset.removeGraph(Graphs.opEd(slug));
        case 4 -> replace(candidate, Graphs.REFERENCE, facts(random), random);
        case 5 ->
            // This graph takes no part, but what it says must not be inferred again.
            facts(random).forEach(triple -> dataset.add(Quad.create(Graphs.SHAPES, triple)));
        case 6 ->
            axioms(random).forEach(triple -> dataset.add(Quad.create(Graphs.ONTOLOGY, triple)));
        default ->
            axioms(random).forEach(triple -> dataset.delete(Quad.create(Graphs.ONTOLOGY, triple)));
      }
    };
  }

  private static void replace(
      Candidate candidate, Node graph, List<Triple> triples, Random random) {
    candidate.replace(graph, triples, "seed " + random.nextInt(), Places.none());
  }

  /** An op-ed with one statement, about all that its graph tells of. */
  private static List<Triple> opEd(String slug, List<Triple> facts) {
    Node opEd = MiniDataset.id("op-ed/" + slug);
    Node statement = MiniDataset.id("statement/" + slug + "/F001");
    Node passage = MiniDataset.id("passage/" + slug + "/P1");
    List<Triple> triples = new ArrayList<>(facts);
    triples.add(Triple.create(opEd, RDF.Nodes.type, Dem.OpEd));
    triples.add(
        Triple.create(opEd, DCTerms.title.asNode(), NodeFactory.createLiteralString("Seoul")));
    triples.add(Triple.create(passage, RDF.Nodes.type, Dem.Passage));
    triples.add(Triple.create(passage, Dem.paragraph, NodeFactory.createLiteralString("P1")));
    triples.add(Triple.create(statement, Dem.kind, code("kind/evaluation")));
    triples.add(Triple.create(statement, Dem.source, opEd));
    triples.add(Triple.create(statement, Dem.passage, passage));
    triples.add(Triple.create(statement, Dem.heldBy, MiniDataset.JAPAN));
    triples.add(Triple.create(MiniDataset.JAPAN, RDF.Nodes.type, Dem.State));
    facts.forEach(fact -> triples.add(Triple.create(statement, Dem.about, fact.getSubject())));
    return triples;
  }

  private static List<Triple> facts(Random random) {
    List<Triple> facts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Node participation = MiniDataset.id("participation/" + random.nextInt(3));
      Node actor = actor(random);
      Node other = ACTORS.get((ACTORS.indexOf(actor) + 1 + random.nextInt(3)) % 4);
      int number = random.nextInt(5);
      Node event = MiniDataset.id("event/" + number);
      Node later = MiniDataset.id("event/" + (number + 1 + random.nextInt(4)) % 5);
      facts.addAll(
          switch (random.nextInt(4)) {
            case 0 ->
                List.of(
                    Triple.create(actor, RDF.Nodes.type, Dem.State),
                    Triple.create(other, RDF.Nodes.type, Dem.State),
                    Triple.create(actor, Dem.allyOf, other));
            case 1 ->
                List.of(
                    Triple.create(event, RDF.Nodes.type, Dem.Event),
                    Triple.create(later, RDF.Nodes.type, Dem.Event),
                    Triple.create(event, Dem.precedes, later));
            case 2 ->
                List.of(
                    Triple.create(actor, RDF.Nodes.type, Dem.State),
                    Triple.create(MiniDataset.GSOMIA, RDF.Nodes.type, Dem.Agreement),
                    Triple.create(participation, RDF.Nodes.type, Dem.Participation),
                    Triple.create(participation, Dem.participant, actor),
                    Triple.create(participation, Dem.participationIn, MiniDataset.GSOMIA),
                    Triple.create(
                        participation,
                        Dem.participationRole,
                        random.nextBoolean() ? PARTY : NEGOTIATOR));
            default ->
                List.of(
                    Triple.create(actor, RDF.Nodes.type, Dem.Actor),
                    Triple.create(event, RDF.Nodes.type, Dem.Event),
                    Triple.create(event, Dem.actor, actor));
          });
    }
    return facts;
  }

  private static List<Triple> axioms(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> List.of(Triple.create(Dem.Participation, RDFS.Nodes.subClassOf, Dem.Event));
      case 1 ->
          List.of(
              Triple.create(Dem.allyOf, RDF.Nodes.type, OWL.SymmetricProperty.asNode()),
              Triple.create(Dem.actor, RDFS.Nodes.range, Dem.Actor));
      default ->
          List.of(
              Triple.create(Dem.precedes, RDF.Nodes.type, OWL.TransitiveProperty.asNode()),
              Triple.create(Dem.party, RDFS.Nodes.domain, Dem.Agreement));
    };
  }

  private static Node actor(Random random) {
    return ACTORS.get(random.nextInt(ACTORS.size()));
  }

  private static Node code(String path) {
    return NodeFactory.createURI(Namespaces.CODE + path);
  }
}
