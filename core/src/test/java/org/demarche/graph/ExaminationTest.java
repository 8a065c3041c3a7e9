package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.demarche.GraphRoles;
import org.demarche.entail.Entailment;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.ontology.Dem;
import org.demarche.ontology.Graphs;
import org.demarche.ontology.Namespaces;
import org.demarche.validate.Examination;
import org.demarche.validate.Finding;
import org.demarche.validate.Places;
import org.demarche.validate.Remembered;
import org.demarche.validate.ShapeSet;
import org.demarche.validate.Validation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is examined of a change finds every fault that an examination of everything finds, and no
 * other; over what comes with Demarche, with its shapes.
 */
class ExaminationTest {
  private static final Node JAPAN = thing("actor/japan");

  private static Store store;
  private static DatasetGraph stored;
  private static Consequences consequences;
  private static List<Quad> coded;

  @BeforeAll
  static void load() {
    store = Store.inMemory(DefaultGraph.UNION);
    stored = store.dataset();
    consequences = new Consequences(stored);
    List<Quad> all = whatComesWithDemarche();
    Txn.executeWrite(stored, () -> all.forEach(stored::add));
    coded =
        all.stream()
            .filter(quad -> GraphRoles.isCoded(quad.getGraph()))
            .sorted(Comparator.comparing(Quad::toString))
            .toList();
  }

  private static List<Quad> whatComesWithDemarche() {
    try (KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION)) {
      new Loader(graph).load(Manifest.onClassPath().sources());
      try (Snapshot snapshot = graph.snapshot()) {
        return Iter.toList(snapshot.dataset().find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)).stream()
            .filter(quad -> !quad.isDefaultGraph())
            .toList();
      }
    }
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void many_defects_at_once_are_all_found_and_nothing_else(long seed) {
    Random random = new Random(seed);
    Faults faults =
        faults(
            overlay -> {
              for (int i = 0; i < 25; i++) {
                spoil(overlay, random);
              }
            });

    assertThat(faults.whole()).hasSizeGreaterThan(10);
    assertThat(faults.nearby()).isEqualTo(faults.whole());
  }

  @Test
  void what_is_removed_and_named_elsewhere_is_refused_with_who_names_it() {
    Faults faults =
        faults(
            overlay ->
                quads(overlay, Graphs.REFERENCE, thing("actor/moon-jae-in"))
                    .forEach(quad -> overlay.delete(quad)));

    assertThat(faults.nearby()).isEqualTo(faults.whole());
    assertThat(faults.nearby())
        .anyMatch(
            fault ->
                fault.contains("Nothing describes")
                    && fault.contains("moon-jae-in")
                    && fault.contains("botto-2019-gsomia"));
  }

  @Test
  void a_thing_that_is_of_its_class_no_longer_breaks_whatever_leads_to_it() {
    Faults faults =
        faults(
            overlay -> {
              overlay.deleteAny(Node.ANY, JAPAN, RDF.Nodes.type, Node.ANY);
              overlay.add(Graphs.REFERENCE, JAPAN, RDF.Nodes.type, Dem.Place);
            });

    assertThat(faults.nearby()).isEqualTo(faults.whole());
    assertThat(faults.nearby()).hasSizeGreaterThan(5);
  }

  private record Faults(List<String> nearby, List<String> whole) {}

  private static Faults faults(Consumer<Overlay> change) {
    stored.begin(ReadWrite.READ);
    try {
      Overlay overlay = new Overlay(stored, DefaultGraph.UNION);
      change.accept(overlay);
      Examination nearby = consequences.examination(overlay, Set.of(), Places.none());
      assertThat(nearby.change()).as("told from the differences").isPresent();
      Graph union = Entailment.premises(overlay);
      overlay.getGraph(Graphs.INFERRED).find().forEach(union::add);
      Examination whole =
          new Examination(
              overlay,
              union,
              overlay.changedGraphs(),
              Places.none(),
              ShapeSet.of(overlay.getGraph(Graphs.SHAPES)),
              new Remembered(),
              Optional.empty());
      return new Faults(faults(nearby), faults(whole));
    } finally {
      stored.end();
    }
  }

  private static List<String> faults(Examination examination) {
    return Validation.examine(examination).faults().stream()
        .map(Finding::toString)
        .sorted()
        .collect(Collectors.toList());
  }

  private static void spoil(Overlay overlay, Random random) {
    Quad quad = coded.get(random.nextInt(coded.size()));
    Quad other = coded.get(random.nextInt(coded.size()));
    switch (random.nextInt(7)) {
      case 0, 1 -> overlay.delete(quad);
      case 2 -> {
        overlay.delete(quad);
        overlay.add(
            Quad.create(
                quad.getGraph(), quad.getSubject(), quad.getPredicate(), other.getObject()));
      }
      case 3 ->
          overlay.add(
              Quad.create(
                  quad.getGraph(), quad.getSubject(), quad.getPredicate(), other.getSubject()));
      case 4 -> quads(overlay, Node.ANY, quad.getSubject()).forEach(overlay::delete);
      case 5 -> {
        List<Quad> types =
            Iter.toList(overlay.find(quad.getGraph(), quad.getSubject(), RDF.Nodes.type, Node.ANY));
        types.forEach(overlay::delete);
        overlay.add(
            Quad.create(
                quad.getGraph(),
                Triple.create(
                    quad.getSubject(),
                    RDF.Nodes.type,
                    random.nextBoolean() ? Dem.Grievance : Dem.State)));
      }
      default ->
          overlay.add(
              Quad.create(
                  quad.getGraph(),
                  quad.getSubject(),
                  other.getPredicate(),
                  random.nextBoolean()
                      ? other.getObject()
                      : NodeFactory.createURI(Namespaces.ID + "actor/nobody")));
    }
  }

  private static List<Quad> quads(DatasetGraph dataset, Node graphName, Node subject) {
    return new ArrayList<>(
        Iter.asStream(dataset.find(graphName, subject, Node.ANY, Node.ANY))
            .filter(quad -> GraphRoles.isCoded(quad.getGraph()))
            .toList());
  }

  private static Node thing(String path) {
    return NodeFactory.createURI(Namespaces.ID + path);
  }
}
