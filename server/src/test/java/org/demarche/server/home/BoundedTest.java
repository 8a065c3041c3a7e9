package org.demarche.server.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.load.Loader;
import org.demarche.load.Manifest;
import org.demarche.ontology.Namespaces;
import org.demarche.queries.Catalogue;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BoundedTest {
  private static final Var EVENT = Var.alloc("event");
  private static final Query TIMELINE = Catalogue.bundled().get("timeline").bind(Map.of()).query();

  @AutoClose private final KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION);

  @BeforeEach
  void load() {
    new Loader(graph).load(Manifest.onClassPath().sources());
  }

  @Test
  void gives_the_same_rows_as_the_whole_query_for_the_things_that_it_is_bound_to() {
    List<Node> events =
        List.of(event("gsomia-withdrawal-announced"), event("wto-complaint-lodged"));
    String before = TIMELINE.serialize();

    List<Binding> all = rows(TIMELINE);
    List<Binding> some = rows(Bounded.to(TIMELINE, EVENT, events));

    assertThat(some)
        .isNotEmpty()
        .hasSizeLessThan(all.size())
        .isEqualTo(all.stream().filter(row -> events.contains(row.get(EVENT))).toList());
    assertThat(TIMELINE.serialize()).isEqualTo(before);
  }

  @Test
  void bound_to_nothing_it_gives_no_rows() {
    assertThat(rows(Bounded.to(TIMELINE, EVENT, List.of()))).isEmpty();
  }

  private List<Binding> rows(Query query) {
    try (Snapshot snapshot = graph.snapshot();
        QueryExec execution = snapshot.query(query, Duration.ofSeconds(30))) {
      return execution.select().stream().toList();
    }
  }

  private static Node event(String slug) {
    return NodeFactory.createURI(Namespaces.ID + "event/" + slug);
  }
}
