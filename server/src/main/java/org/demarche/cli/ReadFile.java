package org.demarche.cli;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.demarche.DemarcheException;
import org.demarche.load.Loader;
import org.demarche.load.Source;

/** A file of coded op-eds, and what reading it gave. */
sealed interface ReadFile {
  /** Where it lies. */
  CodedFile file();

  /** How many triples there are to be loaded from it. */
  long triples();

  /**
   * One that is loaded already.
   *
   * @param graph that it was loaded into
   */
  record Known(CodedFile file, Node graph) implements ReadFile {
    @Override
    public long triples() {
      return 0;
    }
  }

  /**
   * One that says something new.
   *
   * @param sources one for each op-ed
   */
  record News(CodedFile file, List<Source> sources, long triples) implements ReadFile {}

  /**
   * One that can't be read, or has faults that show without loading it.
   *
   * @param reason to be told
   */
  record Unfit(CodedFile file, DemarcheException reason) implements ReadFile {
    @Override
    public long triples() {
      return 0;
    }
  }

  /**
   * Reads a file.
   *
   * @throws DemarcheException when the store fails, and not for what is wrong with the file
   */
  static ReadFile of(CodedFile file, Loader loader) {
    try {
      Optional<Node> known = file.loadedInto(loader);
      if (known.isPresent()) {
        return new Known(file, known.get());
      }
      List<Source> sources = file.sources();
      long triples = sources.stream().mapToLong(source -> source.triples().size()).sum();
      return new News(file, sources, triples);
    } catch (DemarcheException unfit) {
      if (unfit.category().isOfInput()) {
        return new Unfit(file, unfit);
      }
      throw unfit;
    }
  }
}
