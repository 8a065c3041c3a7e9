package org.demarche.graph;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  private static Stream<String> names() {
    return Stream.concat(
        TREES.stream().flatMap(tree -> OF_EACH_TREE.stream().map(tree::concat)), OTHERS.stream());
  }
}
