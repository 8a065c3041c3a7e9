package org.demarche.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.load.Loader;
import org.demarche.load.Source;
import org.demarche.validate.Finding;
import org.demarche.validate.Findings;
import org.demarche.validate.Refusal;
import org.demarche.validate.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche validate}. */
@Command(
    name = "validate",
    description = {
      "Tells what is wrong with coded op-eds, and stores nothing. All files at once:",
      "an op-ed may name what another of them describes.",
      "One finding a line: file, line and column, or table and cell, what is wrong and what would be",
      "right.",
      "Faults keep an op-ed out; advice doesn't.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  demarche validate my-op-ed.ttl",
      "  demarche validate my-sheet/",
      "  demarche validate corpus/ --format turtle > report.ttl   a SHACL validation report"
    })
final class ValidateCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "1..*",
      description =
          "Files in RDF (.ttl, .trig, .nt, .nq), coding sheets (a folder, .xlsx, .zip), or folders of"
              + " them.")
  private List<Path> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|json|turtle",
      defaultValue = "text",
      description = "How the findings are told. Default: ${DEFAULT-VALUE}.")
  private FindingsForm format = FindingsForm.TEXT;

  @Mixin private DataFolder.Read data = new DataFolder.Read();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Findings findings = findings();
    PrintWriter out = spec.commandLine().getOut();
    out.print(format.of(findings));
    out.flush();
    return findings.hasFaults() ? ExitCode.REFUSED : ExitCode.FINE;
  }

  /** Those of the files that can't be read, and those of the rest together. */
  private Findings findings() {
    List<Finding> unreadable = new ArrayList<>();
    List<Source> sources = new ArrayList<>();
    Map<Node, CodedFile> origins = new HashMap<>();
    for (CodedFile file : CodedFile.in(files)) {
      try {
        for (Source source : file.sources()) {
          CodedFile earlier = origins.putIfAbsent(source.graph(), file);
          if (earlier == null) {
            sources.add(source);
          } else {
            unreadable.add(BulkLoad.twice(source.graph(), file, earlier));
          }
        }
      } catch (Refusal refusal) {
        unreadable.addAll(refusal.findings().all());
      } catch (DemarcheException told) {
        unreadable.add(found(told));
      }
    }
    if (sources.isEmpty()) {
      return new Findings(unreadable);
    }
    try (KnowledgeGraph graph = data.open()) {
      return new Findings(
          Stream.concat(unreadable.stream(), new Loader(graph).check(sources).all().stream())
              .toList());
    }
  }

  /** A file that isn't there or can't be opened is a finding like others. */
  private static Finding found(DemarcheException told) {
    if (told.category() != ErrorCategory.BAD_INPUT) {
      throw told;
    }
    return new Finding(
        Severity.FAULT, Optional.empty(), Optional.empty(), String.valueOf(told.getMessage()), "");
  }
}
