package org.demarche.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.load.LoadReport;
import org.demarche.load.Loader;
import org.demarche.load.OpEdFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche load}. */
@Command(
    name = "load",
    description = {
      "Loads coded op-eds, in Turtle or TriG, each into its own graph.",
      "All of them in one commit, or none: a file that has faults is refused with its lines.",
      ""
    },
    footerHeading = "%nExample:%n",
    footer = "  demarche load my-op-ed.ttl --data /var/lib/demarche")
final class LoadCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.")
  private List<Path> files = List.of();

  @Mixin private DataFolder.Written data = new DataFolder.Written();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (KnowledgeGraph graph = data.open(DefaultGraph.UNION)) {
      DataFolder.loadBundled(graph);
      LoadReport report = new Loader(graph).load(OpEdFiles.read(files.toArray(Path[]::new)));
      report.commit().advice().all().forEach(spec.commandLine().getErr()::println);
      DataFolder.told(report).forEach(spec.commandLine().getOut()::println);
      return ExitCode.FINE;
    }
  }
}
