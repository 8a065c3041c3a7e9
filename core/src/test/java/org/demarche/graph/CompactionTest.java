package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.demarche.MiniDataset;
import org.demarche.load.Loader;
import org.demarche.load.OpEdFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
  @TempDir private Path folder;

  @Test
  void a_compacted_store_has_the_same_quads_in_one_generation_and_takes_further_commits()
      throws IOException {
    MiniDataset.loadedInto(KnowledgeGraph.open(folder, DefaultGraph.UNION)).close();
    Set<Quad> before;
    try (Store store = Store.open(folder, DefaultGraph.UNION)) {
      before = quads(store);
      store.compact();
      assertThat(quads(store)).isEqualTo(before);
    }
    assertThat(generations()).containsExactly("Data-0002");
    try (KnowledgeGraph graph = KnowledgeGraph.open(folder, DefaultGraph.UNION)) {
      assertThat(graph.commit()).isEqualTo(1);
      new Loader(graph).load(OpEdFiles.sources(List.of(MiniDataset.soundOpEdWith(""))));
      assertThat(graph.commit()).isEqualTo(2);
    }
    try (Store store = Store.open(folder, DefaultGraph.UNION)) {
      assertThat(quads(store)).hasSizeGreaterThan(before.size());
    }
  }

  @Test
  void a_store_without_waste_is_left_as_it_is_and_the_next_change_gets_its_turn() {
    try (KnowledgeGraph graph =
        MiniDataset.loadedInto(KnowledgeGraph.open(folder, DefaultGraph.UNION))) {
      assertThat(graph.compactIfDue()).isFalse();
      new Loader(graph).load(OpEdFiles.sources(List.of(MiniDataset.soundOpEdWith(""))));
      assertThat(graph.commit()).isEqualTo(2);
    }
    try (KnowledgeGraph inMemory = MiniDataset.inMemory()) {
      assertThat(inMemory.compactIfDue()).isFalse();
    }
  }

  private static Set<Quad> quads(Store store) {
    return Txn.calculateRead(
        store.dataset(),
        () -> Iter.toSet(store.dataset().findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)));
  }

  private List<String> generations() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("tdb2"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("Data-"))
          .toList();
    }
  }
}
