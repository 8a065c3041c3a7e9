package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.demarche.MiniDataset;
import org.demarche.ontology.Graphs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Held against a dataset that simply does what it is told. */
class OverlayTest {
  private static final List<Node> GRAPHS =
      List.of(Graphs.REFERENCE, Graphs.CODES, Graphs.opEd("a"), Graphs.opEd("b"));
  private static final List<Node> NODES =
      List.of(MiniDataset.id("a"), MiniDataset.id("b"), NodeFactory.createBlankNode("c"));
  private static final List<Node> OBJECTS =
      List.of(
          MiniDataset.id("a"),
          NodeFactory.createBlankNode("c"),
          NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger),
          NodeFactory.createLiteralDT("01", XSDDatatype.XSDinteger));

  static Stream<Long> seeds() {
    return LongStream.range(0, 50).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void an_overlay_shows_what_is_stored_with_all_that_was_done_to_it(long seed) {
    Random random = new Random(seed);
    Store store = Store.inMemory(DefaultGraph.UNION);
    DatasetGraph stored = store.dataset();
    Store plain = Store.inMemory(DefaultGraph.PLAIN);
    DatasetGraph expected = plain.dataset();
    List<Quad> before = IntStream.range(0, 30).mapToObj(i -> quad(random)).toList();
    Txn.executeWrite(stored, () -> before.forEach(stored::add));
    expected.begin(ReadWrite.WRITE);
    before.forEach(expected::add);
    stored.begin(ReadWrite.READ);
    Overlay overlay = new Overlay(stored, DefaultGraph.UNION);

    for (int step = 0; step < 40; step++) {
      Quad quad = quad(random);
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> both(overlay, expected, dataset -> dataset.add(quad));
        case 3, 4 -> both(overlay, expected, dataset -> dataset.delete(quad));
        case 5 ->
            both(
                overlay,
                expected,
                dataset ->
                    dataset.deleteAny(quad.getGraph(), quad.getSubject(), Node.ANY, Node.ANY));
        case 6 -> both(overlay, expected, dataset -> dataset.removeGraph(quad.getGraph()));
        default ->
            both(
                overlay,
                expected,
                dataset -> dataset.getGraph(quad.getGraph()).add(quad.asTriple()));
      }
      Quad pattern = quad(random);
      assertSame(overlay, expected, Node.ANY, Node.ANY, Node.ANY, Node.ANY);
      assertSame(overlay, expected, pattern.getGraph(), Node.ANY, Node.ANY, Node.ANY);
      assertSame(overlay, expected, Node.ANY, pattern.getSubject(), Node.ANY, Node.ANY);
      assertSame(overlay, expected, Node.ANY, Node.ANY, Node.ANY, pattern.getObject());
      assertThat(overlay.contains(pattern)).isEqualTo(expected.contains(pattern));
      assertThat(overlay.containsGraph(pattern.getGraph()))
          .isEqualTo(expected.containsGraph(pattern.getGraph()));
      assertThat(Iter.toSet(overlay.listGraphNodes()))
          .isEqualTo(Iter.toSet(expected.listGraphNodes()));
      assertThat(Iter.toList(overlay.getDefaultGraph().find()))
          .as("the union, each triple once")
          .containsExactlyInAnyOrderElementsOf(Iter.toList(expected.getUnionGraph().find()));
      assertThat(Iter.toList(overlay.getUnionGraph().find()))
          .containsExactlyInAnyOrderElementsOf(Iter.toList(expected.getUnionGraph().find()));
    }

    stored.end();
    Txn.executeWrite(
        stored,
        () -> {
          overlay.removed().forEach(stored::delete);
          overlay.added().forEach(stored::add);
        });
    Txn.executeRead(
        stored,
        () ->
            assertThat(Iter.toList(stored.find()))
                .containsExactlyInAnyOrderElementsOf(Iter.toList(expected.find())));
    expected.abort();
    store.close();
    plain.close();
  }

  private static void both(DatasetGraph one, DatasetGraph other, Consumer<DatasetGraph> action) {
    action.accept(one);
    action.accept(other);
  }

  private static void assertSame(
      DatasetGraph overlay, DatasetGraph expected, Node g, Node s, Node p, Node o) {
    Function<DatasetGraph, List<Quad>> find = dataset -> Iter.toList(dataset.find(g, s, p, o));
    assertThat(find.apply(overlay)).containsExactlyInAnyOrderElementsOf(find.apply(expected));
    assertThat(overlay.stream(g, s, p, o).toList())
        .containsExactlyInAnyOrderElementsOf(find.apply(expected));
  }

  private static Quad quad(Random random) {
    return Quad.create(
        pick(GRAPHS, random),
        pick(NODES, random),
        MiniDataset.id("p" + random.nextInt(2)),
        pick(OBJECTS, random));
  }

  private static Node pick(List<Node> nodes, Random random) {
    return nodes.get(random.nextInt(nodes.size()));
  }
}
