package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
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
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.MiniDataset;
import org.demarche.entail.Entailment;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;
import org.demarche.validate.Places;
import org.demarche.validate.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
      for (int step = 0; step < 12; step++) {
        try {
          graph.commit(change(random));
        } catch (Refusal refused) {
          // Then nothing may have changed, which is looked at in the same way.
        }
        try (Snapshot snapshot = graph.snapshot()) {
          assertUpkept(snapshot.dataset());
        }
      }
    }
  }

  private static void assertUpkept(DatasetGraph dataset) {
    Set<Triple> inferred = dataset.getGraph(Graphs.INFERRED).stream().collect(Collectors.toSet());
    Set<Triple> asserted =
        Iter.asStream(dataset.find())
            .filter(quad -> !quad.getGraph().equals(Graphs.INFERRED))
            .map(Quad::asTriple)
            .collect(Collectors.toSet());
    Set<Triple> expected = new HashSet<>(Entailment.of(Premises.of(dataset)));
    expected.removeAll(asserted);

    assertThat(inferred).isEqualTo(expected);
    assertThat(inferred).doesNotContainAnyElementsOf(asserted);
  }

  private static Change change(Random random) {
    return candidate -> {
      DatasetGraph dataset = candidate.dataset();
      switch (random.nextInt(6)) {
        case 0, 1 ->
            facts(random).forEach(triple -> dataset.add(Quad.create(graph(random), triple)));
        case 2 ->
            candidate.replace(
                Graphs.REFERENCE, facts(random), "seed " + random.nextInt(), Places.none());
        case 3 -> dataset.removeGraph(Graphs.REFERENCE);
        case 4 ->
            axioms(random).forEach(triple -> dataset.add(Quad.create(Graphs.ONTOLOGY, triple)));
        default ->
            axioms(random).forEach(triple -> dataset.delete(Quad.create(Graphs.ONTOLOGY, triple)));
      }
    };
  }

  /** Also the graphs that take no part: what they say must not be inferred again. */
  private static Node graph(Random random) {
    return List.of(Graphs.REFERENCE, Graphs.CODES, Graphs.SHAPES).get(random.nextInt(3));
  }

  private static List<Triple> facts(Random random) {
    List<Triple> facts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Node participation = MiniDataset.id("participation/" + random.nextInt(3));
      Node event = MiniDataset.id("event/" + random.nextInt(5));
      facts.addAll(
          switch (random.nextInt(5)) {
            case 0 -> List.of(Triple.create(actor(random), RDF.Nodes.type, Dem.State));
            case 1 -> List.of(Triple.create(actor(random), Dem.allyOf, actor(random)));
            case 2 ->
                List.of(
                    Triple.create(event, RDF.Nodes.type, Dem.Event),
                    Triple.create(
                        event, Dem.precedes, MiniDataset.id("event/" + random.nextInt(5))));
            case 3 ->
                List.of(
                    Triple.create(participation, Dem.participant, actor(random)),
                    Triple.create(participation, Dem.participationIn, MiniDataset.GSOMIA),
                    Triple.create(
                        participation,
                        Dem.participationRole,
                        random.nextBoolean() ? PARTY : NEGOTIATOR));
            default ->
                List.of(
                    Triple.create(MiniDataset.GSOMIA, RDF.Nodes.type, Dem.Agreement),
                    Triple.create(actor(random), RDF.Nodes.type, Dem.Actor));
          });
    }
    return facts;
  }

  private static List<Triple> axioms(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> List.of(Triple.create(Dem.State, RDFS.Nodes.subClassOf, Dem.Actor));
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
