package org.demarche.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.demarche.agreement.Agreement;
import org.demarche.agreement.AgreementData;
import org.demarche.agreement.AgreementText;
import org.demarche.agreement.Coding;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche agreement}. */
@Command(
    name = "agreement",
    description = {
      "Tells how far coders of one op-ed agree, column by column: the share of equal",
      "values, Cohen's kappa (of two coders) and Krippendorff's alpha, and how many",
      "statements each has that the others don't. Stores nothing.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  demarche agreement first.ttl second.ttl",
      "  demarche agreement botto-2019-gsomia second.ttl --list",
      "",
      "n is the number of statements in which at least two coders say something. A",
      "value that is missing isn't counted; an attitude that is left out is a value, and",
      "so are addressee and strength of a recommendation. Several values in one cell",
      "count as one."
    })
final class AgreementCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "CODING",
      arity = "2..*",
      description =
          "Files of RDF (.ttl, .trig, .nt, .nq), sheets (folders, .xlsx, .zip), or slugs of loaded"
              + " op-eds.")
  private List<String> codings = List.of();

  @Option(
      names = "--list",
      description =
          "Also each disagreement with the values of both; in CSV these instead of the measures.")
  private boolean listed;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, csv or json. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TABLE;

  @Mixin private DataFolder.Read data = new DataFolder.Read();

  @Spec private CommandSpec spec;

  /** In small letters on the command line. */
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  @Override
  public Integer call() {
    if (codings.size() < 2) {
      throw new ParameterException(
          spec.commandLine(), "Agreement is between two codings or more: name them.");
    }
    Agreement agreement = Agreement.of(read());
    if (agreement.areOfDifferentTexts()) {
      spec.commandLine()
          .getErr()
          .println(
              "advice: These codings are of different texts, by their text_sha256: paragraphs may"
                  + " not be the same.");
    }
    PrintWriter answer = spec.commandLine().getOut();
    answer.print(
        switch (format) {
          case TABLE -> new AgreementText(agreement).table(listed);
          case CSV -> new AgreementData(agreement).csv(listed);
          case JSON -> new AgreementData(agreement).json(listed);
        });
    answer.flush();
    return ExitCode.FINE;
  }

  private List<Coding> read() {
    try (KnowledgeGraph graph = data.open();
        Snapshot snapshot = graph.snapshot()) {
      return codings.stream().map(written -> Coding.read(written, snapshot)).toList();
    }
  }
}
