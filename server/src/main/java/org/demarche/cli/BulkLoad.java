package org.demarche.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.load.LoadReport;
import org.demarche.load.Loaded;
import org.demarche.load.Loader;
import org.demarche.load.Source;
import org.demarche.validate.Finding;
import org.demarche.validate.Findings;
import org.demarche.validate.Place;
import org.demarche.validate.Refusal;
import org.demarche.validate.ShortName;

/**
 * Loads any number of files, one after the other, each op-ed in a commit of its own: what was
 * loaded before a fault or an interruption stays, and is passed over by its hash the next time.
 * Holds one file at a time. For one thread.
 */
final class BulkLoad {
  private final Loader loader;
  private final boolean keepGoing;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Tally tally = new Tally();

  /** Which file each op-ed of this load came from: two files must not undo each other. */
  private final Map<Node, CodedFile> origins = new HashMap<>();

  /** Whether each op-ed is told of, and not only all together. */
  private boolean toldOneByOne;

  /**
   * @param keepGoing whether a file that is refused is passed over, or ends the load
   * @param out for what was done
   * @param err for what was refused, and for progress
   */
  BulkLoad(Loader loader, boolean keepGoing, PrintWriter out, PrintWriter err) {
    this.loader = loader;
    this.keepGoing = keepGoing;
    this.out = out;
    this.err = err;
  }

  /**
   * Loads the files.
   *
   * @return what became of them
   * @throws DemarcheException when the store fails or is busy
   */
  Tally load(List<CodedFile> files) {
    toldOneByOne = files.size() < Progress.WORTH_SHOWING;
    List<CodedFile> left = pass(files, this::refuse);
    long loadedBefore = 0;
    // One may name what another describes that came after it.
    while (keepGoing && !left.isEmpty() && tally.loaded() > loadedBefore) {
      loadedBefore = tally.loaded();
      List<CodedFile> still = pass(left, _ -> {});
      tally.refused -= left.size() - still.size();
      left = still;
    }
    return tally;
  }

  private void refuse(DemarcheException refusal) {
    tally.refused++;
    err.println(refusal.getMessage());
    err.flush();
  }

  /** Those of the files that were refused and may be accepted once others are loaded. */
  private List<CodedFile> pass(List<CodedFile> files, Consumer<DemarcheException> refused) {
    List<CodedFile> again = new ArrayList<>();
    try (Progress progress = Progress.over(files.size(), err)) {
      for (CodedFile file : files) {
        try {
          load(file);
        } catch (DemarcheException told) {
          switch (told.category()) {
            case BAD_INPUT -> refused.accept(told);
            case REFUSED -> {
              refused.accept(told);
              again.add(file);
            }
            case BUSY, INTERNAL -> throw told;
          }
          if (!keepGoing) {
            tally.stopped = true;
            break;
          }
        }
        progress.step();
      }
    }
    return again;
  }

  private void load(CodedFile file) {
    Optional<Node> known = file.loadedInto(loader);
    if (known.isPresent()) {
      claim(known.get(), file);
      count(new Loaded.Unchanged(known.get()));
      return;
    }
    for (Source source : file.sources()) {
      claim(source.graph(), file);
      LoadReport report = loader.load(List.of(source));
      report.sources().forEach(this::count);
      List<Finding> advice = report.commit().advice().all();
      tally.advice += advice.size();
      if (toldOneByOne) {
        advice.forEach(err::println);
      }
    }
  }

  private void claim(Node graph, CodedFile file) {
    CodedFile earlier = origins.putIfAbsent(graph, file);
    if (earlier != null && !earlier.equals(file)) {
      throw new Refusal(
          ErrorCategory.BAD_INPUT, new Findings(List.of(twice(graph, file, earlier))));
    }
  }

  /** That an op-ed is in two files of one command. */
  static Finding twice(Node graph, CodedFile file, CodedFile earlier) {
    return Finding.fault(
        new Place(file.path().toString(), 1, 1),
        ShortName.of(graph) + " is in " + earlier.path() + " too.",
        "Put all of an op-ed into one file.");
  }

  private void count(Loaded loaded) {
    switch (loaded) {
      case Loaded.Added _ -> tally.added++;
      case Loaded.Replaced _ -> tally.replaced++;
      case Loaded.Unchanged _ -> tally.unchanged++;
    }
    if (toldOneByOne) {
      out.println(DataFolder.told(loaded));
    }
  }

  /** What became of the op-eds, counted. */
  static final class Tally {
    private long added;
    private long replaced;
    private long unchanged;
    private long refused;
    private long advice;
    private boolean stopped;

    private Tally() {}

    long added() {
      return added;
    }

    long replaced() {
      return replaced;
    }

    long unchanged() {
      return unchanged;
    }

    /** Files, not op-eds. */
    long refused() {
      return refused;
    }

    long advice() {
      return advice;
    }

    /** Those that made a commit. */
    long loaded() {
      return added + replaced;
    }

    /** Whether the load ended before its last file. */
    boolean stopped() {
      return stopped;
    }
  }
}
