package org.demarche.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a long load is. For one thread. */
sealed interface Progress extends AutoCloseable {
  /** Fewer files than this are loaded before anybody wonders. */
  int WORTH_SHOWING = 20;

  /** So many more files are done. */
  void step(int more);

  @Override
  void close();

  /**
   * A bar on a terminal, with rate and remaining time; elsewhere a line now and then.
   *
   * @param files how many there are
   * @param lines where the lines go to
   */
  static Progress over(int files, PrintWriter lines) {
    return files >= WORTH_SHOWING && Terminal.isThere() ? new Bar(files) : new Lines(files, lines);
  }

  /** A bar on standard error. */
  final class Bar implements Progress {
    private final ProgressBar bar;

    private Bar(int files) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Loading")
              .setInitialMax(files)
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(new ConsoleProgressBarConsumer(System.err))
              .setUpdateIntervalMillis(500)
              .setSpeedUnit(ChronoUnit.SECONDS)
              .setUnit(" files", 1)
              .showSpeed()
              .build();
    }

    @Override
    public void step(int more) {
      bar.stepBy(more);
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** A line every ten seconds. */
  final class Lines implements Progress {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final int files;
    private final PrintWriter lines;
    private final long start = System.nanoTime();
    private long last = start;
    private int done;

    private Lines(int files, PrintWriter lines) {
      this.files = files;
      this.lines = lines;
    }

    @Override
    public void step(int more) {
      done += more;
      long now = System.nanoTime();
      if (now - last >= EVERY.toNanos() && done < files) {
        last = now;
        double rate = done / ((now - start) / 1e9);
        lines.println(
            String.format(
                Locale.ROOT,
                "%,d of %,d files, %.1f a second, %s to go",
                done,
                files,
                rate,
                spoken(Duration.ofSeconds(Math.round((files - done) / rate)))));
        lines.flush();
      }
    }

    @Override
    public void close() {}
  }

  /** A length of time as people say it: {@code 2 h 5 min}, {@code 3 min 20 s}. */
  static String spoken(Duration time) {
    if (time.toHours() > 0) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    return time.toMinutes() > 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toSeconds() + " s";
  }
}
