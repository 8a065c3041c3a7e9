package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.demarche.DemarcheException;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.load.Loader;
import org.demarche.ontology.Graphs;
import org.demarche.server.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many files in one command, over a small graph. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BulkLoadTest {
  private static final String FAULT = "<op-ed/SLUG> dem:titel 1 .";

  @TempDir private Path folder;

  @AutoClose private final KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void loadWhatOpEdsAreCodedWith() {
    TestServer.loadSample(graph);
  }

  @Test
  void every_op_ed_of_a_folder_is_a_commit_in_the_order_of_their_names() {
    write("deep/c.ttl", "c", "");
    write("a-b.ttl", "a-b", "");
    write("a.ttl", "a", "");
    write(".hidden.ttl", "hidden", "");
    write("notes.txt", "notes", "");

    BulkLoad.Tally tally = load(false, folder);

    assertThat(tally.added()).isEqualTo(3);
    assertThat(graph.commit()).isEqualTo(4);
    assertThat(out.toString().lines())
        .containsExactly(
            "Loaded graph:op-ed/a: 9 triples.",
            "Loaded graph:op-ed/a-b: 9 triples.",
            "Loaded graph:op-ed/c: 9 triples.");
  }

  @Test
  void the_load_ends_at_the_first_bad_file_and_keeps_those_before() {
    write("a.ttl", "a", "");
    write("b.ttl", "b", FAULT);
    write("c.ttl", "c", "");

    BulkLoad.Tally tally = load(false, folder);

    assertThat(tally.stopped()).isTrue();
    assertThat(tally.refused()).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            folder
                + "/b.ttl:8:21: id:op-ed/b: dem:titel isn't a property of the ontology. Write one"
                + " that it declares.\n");
    assertThat(holds("a")).isTrue();
    assertThat(holds("b")).isFalse();
    assertThat(holds("c")).isFalse();
  }

  @Test
  void bad_files_are_told_and_passed_over_where_asked_for() {
    write("a.ttl", "a", FAULT);
    write("b.ttl", "b", "<op-ed/b> dem:code");
    write("c.ttl", "c", "");

    BulkLoad.Tally tally = load(true, folder, folder.resolve("none.ttl"));

    assertThat(tally.refused()).isEqualTo(3);
    assertThat(tally.added()).isEqualTo(1);
    assertThat(tally.stopped()).isFalse();
    assertThat(err.toString())
        .contains("a.ttl:8:", "b.ttl:9:1: ", "none.ttl: there is no such file.");
    assertThat(holds("c")).isTrue();
  }

  @Test
  void an_op_ed_that_names_what_a_later_one_describes_is_tried_again() {
    write("a.ttl", "a", "<op-ed/SLUG> dem:about <actor/delegation> .");
    write(
        "b.ttl",
        "b",
        "<statement/SLUG/F001> dem:about <actor/delegation> . <actor/delegation> a dem:Actor .");

    BulkLoad.Tally tally = load(true, folder);

    assertThat(tally.added()).isEqualTo(2);
    assertThat(tally.refused()).isZero();
    assertThat(holds("a")).isTrue();
  }

  @Test
  void of_many_op_eds_only_what_is_refused_is_told_one_by_one() {
    writeMany(FAULT);

    BulkLoad.Tally tally = load(true, folder);

    assertThat(tally.added()).isEqualTo(Progress.WORTH_SHOWING - 1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).singleElement().asString().contains("15.ttl:8:");
  }

  @Test
  void many_op_eds_are_one_commit_and_are_passed_over_the_next_time() {
    writeMany("");

    assertThat(load(false, folder).added()).isEqualTo(Progress.WORTH_SHOWING);
    assertThat(graph.commit()).isEqualTo(2);
    try (Snapshot snapshot = graph.snapshot()) {
      assertThat(snapshot.loaded(Graphs.opEd("op-ed-12")).orElseThrow().commit()).isEqualTo(2);
    }

    assertThat(load(false, folder).unchanged()).isEqualTo(Progress.WORTH_SHOWING);
    assertThat(graph.commit()).isEqualTo(2);
  }

  @Test
  void of_many_op_eds_those_before_a_bad_one_are_loaded_and_none_after_it() {
    writeMany(FAULT);

    BulkLoad.Tally tally = load(false, folder);

    assertThat(tally.stopped()).isTrue();
    assertThat(tally.refused()).isEqualTo(1);
    assertThat(tally.added()).isEqualTo(5);
    assertThat(holds("op-ed-14")).isTrue();
    assertThat(holds("op-ed-15")).isFalse();
    assertThat(holds("op-ed-16")).isFalse();
    assertThat(err.toString().lines()).singleElement().asString().contains("15.ttl:8:");
  }

  @Test
  void of_many_op_eds_those_before_one_that_is_no_rdf_are_loaded_and_none_after_it() {
    writeMany("<op-ed/b> dem:code");

    BulkLoad.Tally tally = load(false, folder);

    assertThat(tally.added()).isEqualTo(5);
    assertThat(tally.unchanged()).isZero();
    assertThat(tally.refused()).isEqualTo(1);
    assertThat(holds("op-ed-16")).isFalse();
  }

  @Test
  void a_batch_has_no_more_triples_than_it_may_unless_one_file_has() {
    writeMany("");

    assertThat(sizesOfBatches(20)).hasSize(10).containsOnly(2);
    assertThat(sizesOfBatches(5)).hasSize(20).containsOnly(1);
    assertThat(sizesOfBatches(1000)).containsExactly(20);
  }

  @Test
  void what_is_loaded_already_is_passed_over_and_what_changed_is_replaced() {
    write("a.ttl", "a", "");
    write("b.ttl", "b", "");
    load(false, folder);
    write("b.ttl", "b", "<op-ed/SLUG> dcterms:title \"Other\" .");

    BulkLoad.Tally tally = load(false, folder);

    assertThat(tally.unchanged()).isEqualTo(1);
    assertThat(tally.replaced()).isEqualTo(1);
    assertThat(graph.commit()).isEqualTo(4);
  }

  @Test
  void two_files_with_one_op_ed_do_not_undo_each_other() {
    write("a.ttl", "a", "");
    write("b.ttl", "a", "<op-ed/SLUG> dcterms:title \"Other\" .");

    BulkLoad.Tally tally = load(true, folder);

    assertThat(tally.added()).isEqualTo(1);
    assertThat(tally.refused()).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            "%1$s/b.ttl:1:1: graph:op-ed/a is in %1$s/a.ttl too. Put all of an op-ed into one file.%n"
                .formatted(folder));
  }

  @Test
  void a_folder_without_op_eds_is_told() {
    assertThatThrownBy(() -> CodedFile.in(List.of(folder)))
        .isInstanceOf(DemarcheException.class)
        .hasMessageStartingWith(folder + ": there is no coded op-ed in this folder");
  }

  @Test
  void a_folder_with_the_table_of_an_op_ed_is_one_sheet() throws IOException {
    write("rdf/a.ttl", "a", "");
    Files.createDirectories(folder.resolve("sheet"));
    Files.writeString(folder.resolve("sheet/op-ed.csv"), "slug\n");
    write("sheet/draft.ttl", "draft", "");

    assertThat(CodedFile.in(List.of(folder)))
        .containsExactly(
            new CodedFile(folder.resolve("rdf/a.ttl")), new CodedFile(folder.resolve("sheet")));
  }

  @Test
  void what_lies_in_folders_below_a_sheet_is_loaded_too() throws IOException {
    Files.writeString(folder.resolve("op-ed.csv"), "slug\n");
    write("draft.ttl", "draft", "");
    write("below/a.ttl", "a", "");
    Files.createDirectories(folder.resolve("other"));
    Files.writeString(folder.resolve("other/op-ed.csv"), "slug\n");

    assertThat(CodedFile.in(List.of(folder)))
        .containsExactly(
            new CodedFile(folder),
            new CodedFile(folder.resolve("below/a.ttl")),
            new CodedFile(folder.resolve("other")));
  }

  /** Where whoever tests may read everything, as root does, there is nothing to see. */
  @Test
  void a_folder_that_may_not_be_read_is_told_and_passed_over() throws IOException {
    write("a.ttl", "a", "");
    write("closed/b.ttl", "b", "");
    Path closed = folder.resolve("closed");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(closed));

      BulkLoad.Tally tally = load(true, folder);

      assertThat(tally.added()).isEqualTo(1);
      assertThat(tally.refused()).isEqualTo(1);
      assertThat(err).asString().contains(closed + ": you have no permission to read this folder.");
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void times_are_told_as_people_say_them() {
    assertThat(Progress.spoken(Duration.ofSeconds(7))).isEqualTo("7 s");
    assertThat(Progress.spoken(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
    assertThat(Progress.spoken(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
  }

  private BulkLoad.Tally load(boolean keepGoing, Path... paths) {
    return new BulkLoad(graph, keepGoing, new PrintWriter(out, true), new PrintWriter(err, true))
        .load(CodedFile.in(List.of(paths)));
  }

  private List<Integer> sizesOfBatches(long most) {
    List<Integer> sizes = new ArrayList<>();
    try (Batches batches = new Batches(CodedFile.in(List.of(folder)), new Loader(graph), most)) {
      for (List<ReadFile> batch = batches.next(); !batch.isEmpty(); batch = batches.next()) {
        sizes.add(batch.size());
      }
    }
    return sizes;
  }

  /**
   * As many files as are told of together.
   *
   * @param more what the sixth says beside
   */
  private void writeMany(String more) {
    for (int i = 10; i < 10 + Progress.WORTH_SHOWING; i++) {
      write(i + ".ttl", "op-ed-" + i, i == 15 ? more : "");
    }
  }

  private boolean holds(String slug) {
    try (Snapshot snapshot = graph.snapshot()) {
      return snapshot.dataset().containsGraph(Graphs.opEd(slug));
    }
  }

  private void write(String file, String slug, String more) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(
          path,
          """
          PREFIX dcterms: <http://purl.org/dc/terms/>
          PREFIX dem: <https://w3id.org/demarche/ontology#>
          BASE <https://w3id.org/demarche/id/>
          <op-ed/SLUG> a dem:OpEd ; dcterms:title "Title" .
          <passage/SLUG/P1> a dem:Passage ; dem:paragraph "P1" .
          <statement/SLUG/F001> a dem:Statement ; dem:source <op-ed/SLUG> ; dem:passage <passage/SLUG/P1> ;
            dem:heldBy <actor/japan> ; dem:about <actor/japan> .
          MORE
          """
              .replace("MORE", more)
              .replace("SLUG", slug));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
