package org.demarche.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche load}. */
@Command(
    name = "load",
    description = {
      "Loads coded op-eds, each into its own graph. A few are each a commit of its own;",
      "of twenty files or more some dozens of op-eds are one.",
      "A file that has faults is refused with its lines, and ends the load; what was",
      "loaded before it stays. Files that are loaded already are passed over, so that",
      "the same command goes on where it was interrupted.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  demarche load my-op-ed.ttl --data /var/lib/demarche",
      "  demarche load corpus/ --keep-going 2> refused.txt",
      "  demarche load --examples",
      "",
      "Files are loaded in the order given, those of a folder by name. An op-ed may name",
      "what an earlier one describes. Exit code 1 when any was refused."
    })
final class LoadCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "0..*",
      description =
          "Files in RDF (.ttl, .trig, .nt, .nq), coding sheets (a folder, .xlsx, .zip), or folders"
              + " of these.")
  private List<Path> files = List.of();

  @Mixin private DataFolder.Examples examples = new DataFolder.Examples();

  @Option(
      names = "--keep-going",
      description = "Pass over what is refused, and go on; it is tried once more at the end.")
  private boolean keepGoing;

  @Mixin private DataFolder.Written data = new DataFolder.Written();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (files.isEmpty() && !examples.areWanted()) {
      throw new ParameterException(
          spec.commandLine(), "Missing required parameter: 'FILE|DIR'. Or load --examples.");
    }
    List<CodedFile> coded = CodedFile.in(files);
    PrintWriter out = spec.commandLine().getOut();
    try (KnowledgeGraph graph = data.open(DefaultGraph.UNION)) {
      List<String> bundled = DataFolder.loadBundled(graph, examples.areWanted());
      if (examples.areWanted()) {
        bundled.forEach(out::println);
      }
      if (coded.isEmpty()) {
        return ExitCode.FINE;
      }
      long start = System.nanoTime();
      BulkLoad.Tally tally =
          new BulkLoad(graph, keepGoing, out, spec.commandLine().getErr()).load(coded);
      out.println(summary(tally, Duration.ofNanos(System.nanoTime() - start)));
      out.println("This is commit " + graph.commit() + ".");
      out.flush();
      return tally.refused() > 0 ? ExitCode.REFUSED : ExitCode.FINE;
    }
  }

  private static String summary(BulkLoad.Tally tally, Duration time) {
    String counts =
        String.format(
            Locale.ROOT,
            "Added %,d, replaced %,d, unchanged %,d, refused %,d, in %s",
            tally.added(),
            tally.replaced(),
            tally.unchanged(),
            tally.refused(),
            Progress.spoken(time));
    String rate =
        time.toSeconds() > 0 && tally.loaded() > 0
            ? String.format(
                Locale.ROOT, ", %.1f op-eds a second", tally.loaded() / (time.toMillis() / 1000.0))
            : "";
    String advice =
        tally.advice() == 0
            ? ""
            : String.format(
                Locale.ROOT, " There is advice (%,d): demarche validate tells it.", tally.advice());
    return counts
        + rate
        + "."
        + (tally.stopped()
            ? " Ended at the first file that was refused; --keep-going goes on."
            : "")
        + advice;
  }
}
