package org.demarche.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.graph.KnowledgeGraph;
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
 * Loads any number of files in their order. What was loaded before a fault or an interruption
 * stays, and is passed over by its hash the next time. A few op-eds are each a commit of their own;
 * of many some dozens are one, since much of what a commit costs is then paid once. Where such a
 * commit is refused, it is tried by halves, so that only what is at fault stays out. Holds two
 * batches of files at a time. For one thread.
 */
final class BulkLoad {
  private final KnowledgeGraph graph;
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
  BulkLoad(KnowledgeGraph graph, boolean keepGoing, PrintWriter out, PrintWriter err) {
    this.graph = graph;
    this.loader = new Loader(graph);
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
    try (Progress progress = Progress.over(files.size(), err);
        Batches batches = new Batches(files, loader, toldOneByOne ? 0 : Batches.WORTH_A_COMMIT)) {
      List<ReadFile> batch = batches.next();
      while (!batch.isEmpty() && !tally.stopped) {
        new Pass(refused, again, progress).load(batch);
        graph.compactIfDue();
        batch = tally.stopped ? List.of() : batches.next();
      }
    }
    return again;
  }

  /** One time through the files. */
  private final class Pass {
    private final Consumer<DemarcheException> refused;
    private final List<CodedFile> again;
    private final Progress progress;

    Pass(Consumer<DemarcheException> refused, List<CodedFile> again, Progress progress) {
      this.refused = refused;
      this.again = again;
      this.progress = progress;
    }

    void load(List<ReadFile> batch) {
      List<ReadFile.News> together = new ArrayList<>();
      for (ReadFile read : batch) {
        if (tally.stopped) {
          return;
        }
        try {
          switch (read) {
            case ReadFile.Known(CodedFile file, Node graph) -> {
              claim(graph, file);
              count(new Loaded.Unchanged(graph));
              progress.step(1);
            }
            case ReadFile.News news -> {
              news.sources().forEach(source -> claim(source.graph(), news.file()));
              together.add(news);
            }
            case ReadFile.Unfit unfit -> throw unfit.reason();
          }
        } catch (DemarcheException unfit) {
          // Those before it come first, as the load may end with this one.
          commit(together);
          together.clear();
          refuse(read.file(), unfit);
        }
      }
      commit(together);
    }

    private void commit(List<ReadFile.News> files) {
      if (files.isEmpty() || tally.stopped) {
        return;
      }
      try {
        if (files.size() == 1) {
          files.getFirst().sources().forEach(source -> store(List.of(source)));
        } else {
          store(files.stream().flatMap(file -> file.sources().stream()).toList());
        }
        progress.step(files.size());
      } catch (DemarcheException refusal) {
        if (files.size() == 1 || !refusal.category().isOfInput()) {
          refuse(files.getFirst().file(), refusal);
        } else {
          int half = files.size() / 2;
          commit(files.subList(0, half));
          commit(files.subList(half, files.size()));
        }
      }
    }

    private void refuse(CodedFile file, DemarcheException refusal) {
      if (tally.stopped) {
        return;
      }
      if (!refusal.category().isOfInput()) {
        throw refusal;
      }
      refused.accept(refusal);
      if (refusal.category() == ErrorCategory.REFUSED) {
        again.add(file);
      }
      tally.stopped = !keepGoing;
      progress.step(1);
    }
  }

  private void store(List<Source> sources) {
    LoadReport report = loader.load(sources);
    report.sources().forEach(this::count);
    Findings advice = report.commit().advice();
    tally.advice += advice.all().size();
    if (toldOneByOne && !advice.all().isEmpty()) {
      err.println(advice);
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
