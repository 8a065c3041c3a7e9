package org.demarche.graph;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a TDB2 store. TDB2 makes anew whatever file it misses, and then answers wrongly from
 * it without a word, so they are counted before it sees them.
 */
final class StoreFiles {
  private static final List<String> TREES =
      List.of(
          "SPO",
          "POS",
          "OSP",
          "GSPO",
          "GPOS",
          "GOSP",
          "POSG",
          "OSPG",
          "SPOG",
          "GPU",
          "nodes",
          "prefixes");
  private static final List<String> OF_EACH_TREE = List.of(".bpt", ".dat", ".idn");
  private static final List<String> QUADS = List.of("GSPO", "GPOS", "GOSP", "POSG", "OSPG", "SPOG");

  /** Below so many bytes of one index nobody minds. */
  private static final long WORTH_WHILE = 2L << 30;

  private static final int WASTEFUL = 6;

  private static final List<String> OTHERS =
      List.of(
          "nodes-data.obj",
          "nodes-data.bdf",
          "prefixes-data.obj",
          "prefixes-data.bdf",
          "journal.jrnl");

  private StoreFiles() {}

  /**
   * A file that is missing from the store, if one is.
   *
   * @param data the folder of the store's present generation
   */
  static Optional<Path> missing(Path data) {
    return names().map(data::resolve).filter(Files::notExists).findFirst();
  }

  /**
   * Whether most of the store is blocks that are no longer in use. All indexes of quads have the
   * same quads; commits that add to the ends of one and to a thousand places of another leave them
   * of different sizes.
   *
   * @param data the folder of the store's present generation
   */
  static boolean isMostlyWaste(Path data) {
    LongSummaryStatistics sizes =
        QUADS.stream()
            .map(tree -> data.resolve(tree + ".dat"))
            .mapToLong(index -> index.toFile().length())
            .summaryStatistics();
    return sizes.getMax() > WORTH_WHILE && sizes.getMax() > WASTEFUL * sizes.getMin();
  }

  private static Stream<String> names() {
    return Stream.concat(
        TREES.stream().flatMap(tree -> OF_EACH_TREE.stream().map(tree::concat)), OTHERS.stream());
  }
}
