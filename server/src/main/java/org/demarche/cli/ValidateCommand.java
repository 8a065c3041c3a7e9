package org.demarche.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.load.Loader;
import org.demarche.load.OpEdFiles;
import org.demarche.validate.Findings;
import org.demarche.validate.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche validate}. */
@Command(
    name = "validate",
    description = {
      "Tells what is wrong with coded op-eds, and stores nothing.",
      "One finding a line: file, line, column, node, what is wrong, what would be right.",
      ""
    },
    footerHeading = "%nExample:%n",
    footer = "  demarche validate my-op-ed.ttl")
final class ValidateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.")
  private List<Path> files = List.of();

  @Mixin private DataFolder.Read data = new DataFolder.Read();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Findings findings = findings();
    findings.all().forEach(spec.commandLine().getOut()::println);
    if (findings.hasFaults()) {
      return ExitCode.REFUSED;
    }
    spec.commandLine().getOut().println("No faults.");
    return ExitCode.FINE;
  }

  private Findings findings() {
    try (KnowledgeGraph graph = data.open()) {
      return new Loader(graph).check(OpEdFiles.read(files.toArray(Path[]::new)));
    } catch (Refusal unreadable) {
      return unreadable.findings();
    }
  }
}
