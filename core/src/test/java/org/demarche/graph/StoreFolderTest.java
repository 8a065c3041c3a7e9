package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.MiniDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFolderTest {
  /** The size of a page of an index. */
  private static final int PAGE = 8192;

  @TempDir private Path temporary;

  @Test
  void a_folder_that_is_not_there_yet_is_made() {
    Path folder = temporary.resolve("deep/data");

    KnowledgeGraph.open(folder, DefaultGraph.UNION).close();

    assertThat(folder).isDirectoryContaining("glob:**/tdb2");
  }

  @Test
  void a_folder_is_open_once_within_a_process() {
    try (KnowledgeGraph graph = KnowledgeGraph.open(temporary, DefaultGraph.UNION)) {
      assertRefused(
          temporary.resolve("../" + temporary.getFileName()),
          ErrorCategory.BUSY,
          " is open already, in this process. Only one at a time can use it.");
      assertThat(graph.commit()).isZero();
    }
    KnowledgeGraph.open(temporary, DefaultGraph.UNION).close();
  }

  @Test
  void a_folder_that_another_process_has_open_is_refused_and_left_alone() throws Exception {
    try (OtherProcess other = OtherProcess.holding(temporary)) {
      Map<Path, String> before = Folders.sha256OfFiles(temporary);

      assertRefused(
          temporary,
          ErrorCategory.BUSY,
          temporary
              + " is open already, in process "
              + other.pid()
              + ". Only one at a time can use it.");
      // Twice, since a first refusal must not loosen the other's lock.
      assertRefused(temporary, ErrorCategory.BUSY, " is open already, in process " + other.pid());
      assertThat(Folders.sha256OfFiles(temporary)).isEqualTo(before);
    }
    KnowledgeGraph.open(temporary, DefaultGraph.UNION).close();
  }

  @Test
  void a_folder_of_something_else_is_refused_and_left_alone() throws IOException {
    Files.writeString(temporary.resolve("thesis.odt"), "Chapter 1");

    assertRefused(
        temporary,
        ErrorCategory.BAD_INPUT,
        temporary
            + " holds something else, such as thesis.odt. Name the folder of an earlier graph, or"
            + " an empty or new one.");
    assertThat(temporary).isDirectoryNotContaining("glob:**/demarche.lock");
  }

  @Test
  void a_file_is_no_folder() throws IOException {
    Path file = Files.writeString(temporary.resolve("data"), "x");

    assertRefused(file, ErrorCategory.BAD_INPUT, file + " is a file. Name a folder for the graph.");
  }

  @Test
  void a_mounted_disk_counts_as_empty() throws IOException {
    Files.createDirectory(temporary.resolve("lost+found"));

    KnowledgeGraph.open(temporary, DefaultGraph.UNION).close();
  }

  @Test
  void what_a_process_left_that_died_while_making_a_store_is_cleared_away() throws IOException {
    Path unfinished = Files.createDirectory(temporary.resolve("tdb2.new"));
    Files.writeString(unfinished.resolve("SPO.dat"), "half");

    KnowledgeGraph.open(temporary, DefaultGraph.UNION).close();

    assertThat(unfinished).doesNotExist();
  }

  @Test
  void every_file_of_a_store_is_known() throws IOException {
    KnowledgeGraph.open(temporary, DefaultGraph.UNION).close();
    Path data = temporary.resolve("tdb2/Data-0001");
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.filter(path -> !path.endsWith("tdb.lock")).toList()) {
        Path aside = temporary.resolve("aside");
        Files.move(file, aside);
        assertThat(StoreFiles.missing(data)).contains(file);
        Files.move(aside, file);
      }
    }
    assertThat(StoreFiles.missing(data)).isEmpty();
  }

  @Test
  void a_missing_index_is_noticed_before_anything_is_touched() throws IOException {
    Path store = filled();
    Files.delete(store.resolve("Data-0001/GPOS.dat"));
    Map<Path, String> before = Folders.sha256OfFiles(store);

    assertRefused(
        temporary,
        ErrorCategory.INTERNAL,
        store.toRealPath()
            + " is damaged: GPOS.dat is missing. Restore it from a backup, or load anew"
            + " elsewhere.");
    assertThat(Folders.sha256OfFiles(store)).isEqualTo(before);
  }

  @Test
  void a_store_without_data_is_damaged() throws IOException {
    Files.createDirectory(temporary.resolve("tdb2"));

    assertRefused(temporary, ErrorCategory.INTERNAL, " is damaged: Data-0001 is missing.");
  }

  @Test
  void an_index_that_differs_from_the_others_is_noticed_and_left_as_it_is() throws IOException {
    Path data = filled().resolve("Data-0001");
    Path sound = Files.copy(data.resolve("POSG.dat"), temporary.resolve("sound"));
    damage(data.resolve("POSG.dat"));
    Map<Path, String> damaged = Folders.sha256OfFiles(data);

    assertRefused(temporary, ErrorCategory.INTERNAL, " is damaged: indexes GSPO and POSG differ.");

    assertThat(Folders.sha256OfFiles(data)).isEqualTo(damaged);
    Files.copy(sound, data.resolve("POSG.dat"), StandardCopyOption.REPLACE_EXISTING);
    KnowledgeGraph.open(temporary, DefaultGraph.UNION).close();
  }

  @Test
  void a_large_store_is_checked_by_samples() throws IOException {
    Path store = filled();
    assertThat(damageOf(store)).isEmpty();

    damage(store.resolve("Data-0001/OSPG.dat"));
    assertThat(damageOf(store)).isPresent();
  }

  private static Optional<String> damageOf(Path store) {
    DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(store));
    try {
      return Txn.calculateRead(dataset, () -> StoreCheck.damage(dataset, 10));
    } finally {
      TDBInternal.expel(dataset, true);
    }
  }

  @Test
  void a_term_that_is_lost_is_noticed() throws IOException {
    Path terms = filled().resolve("Data-0001/nodes-data.obj");
    try (RandomAccessFile file = new RandomAccessFile(terms.toFile(), "rw")) {
      file.setLength(file.length() / 2);
    }

    assertRefused(temporary, ErrorCategory.INTERNAL, " is damaged: ");
  }

  private Path filled() {
    MiniDataset.loadedInto(KnowledgeGraph.open(temporary, DefaultGraph.UNION)).close();
    return temporary.resolve("tdb2");
  }

  /** Changes the last byte that isn't zero of every page: which ones are in use nobody can tell. */
  private static void damage(Path index) throws IOException {
    byte[] content = Files.readAllBytes(index);
    for (int page = 0; page < content.length; page += PAGE) {
      int position = page + PAGE - 1;
      while (position > page && content[position] == 0) {
        position--;
      }
      content[position] ^= 0x55;
    }
    Files.write(index, content);
  }

  private static void assertRefused(Path folder, ErrorCategory category, String message) {
    assertThatThrownBy(() -> KnowledgeGraph.open(folder, DefaultGraph.UNION))
        .isInstanceOfSatisfying(
            DemarcheException.class, e -> assertThat(e.category()).isEqualTo(category))
        .hasMessageContaining(message);
  }
}
