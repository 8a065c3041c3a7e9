package org.demarche.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.load.Loader;
import org.demarche.load.Source;
import org.demarche.ontology.Graphs;
import org.demarche.sheet.CodedOpEds;
import org.demarche.sheet.KnownThings;
import org.demarche.sheet.OpEdTrig;
import org.demarche.sheet.Sheet;
import org.demarche.sheet.SheetExport;
import org.demarche.sheet.SheetWriter;
import org.demarche.validate.Findings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche sheet} and the commands below it. */
@Command(
    name = "sheet",
    description = {"Coding sheets: op-eds coded in a spreadsheet.", ""},
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SheetCommand.New.class, SheetCommand.Build.class, SheetCommand.Export.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  demarche sheet new park-2021             an empty sheet, with instructions",
      "  demarche sheet build park-2021           what is wrong with it, or its TriG",
      "  demarche sheet export botto-2019-gsomia botto --xlsx"
    })
final class SheetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do with the sheet: new, build or export.");
  }

  /** {@code demarche sheet new}. */
  @Command(
      name = "new",
      mixinStandardHelpOptions = true,
      description = {
        "Begins a coding sheet: a workbook with lists to choose from, the same tables as CSV,",
        "what the columns mean, and instructions. Writes over no file.",
        ""
      },
      footerHeading = "%nExample:%n",
      footer = "  demarche sheet new park-2021")
  static final class New implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder, made if it isn't there.")
    private Path folder = Path.of("");

    @Mixin private DataFolder.Read data = new DataFolder.Read();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      try (KnowledgeGraph graph = data.open();
          Snapshot snapshot = graph.snapshot()) {
        told(spec, SheetWriter.begin(folder, KnownThings.of(snapshot)));
        return ExitCode.FINE;
      }
    }
  }

  /** {@code demarche sheet build}. */
  @Command(
      name = "build",
      mixinStandardHelpOptions = true,
      description = {
        "Tells what is wrong with a coding sheet, one finding a line: table, row, column, what is",
        "wrong, what would be right. Gives its graph as TriG once nothing is.",
        ""
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  demarche sheet build park-2021 --out park-2021.trig",
        "  demarche sheet build park-2021/sheet.xlsx"
      })
  static final class Build implements Callable<Integer> {
    @Parameters(
        paramLabel = "SHEET",
        description = "A folder with the three tables, a workbook (.xlsx), or an archive (.zip).")
    private Path sheet = Path.of("");

    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "Where the TriG goes, over what was there; the output if you don't say.")
    private @Nullable Path out;

    @Mixin private DataFolder.Read data = new DataFolder.Read();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      if (Files.exists(sheet) && !CodedOpEds.isSheet(sheet)) {
        throw new DemarcheException(
            ErrorCategory.BAD_INPUT,
            sheet
                + " is no coding sheet. Name a folder with op-ed.csv, statements.csv and"
                + " entities.csv, a workbook (.xlsx), or an archive (.zip).");
      }
      Source opEd = CodedOpEds.read(sheet).getFirst();
      Findings findings;
      try (KnowledgeGraph graph = data.open()) {
        findings = new Loader(graph).check(List.of(opEd));
      }
      if (!findings.all().isEmpty()) {
        spec.commandLine().getErr().print(FindingsForm.TEXT.of(findings));
        spec.commandLine().getErr().flush();
      }
      if (findings.hasFaults()) {
        return ExitCode.REFUSED;
      }
      write(OpEdTrig.write(opEd.graph(), opEd.triples()));
      return ExitCode.FINE;
    }

    private void write(String trig) {
      PrintWriter output = spec.commandLine().getOut();
      if (out == null) {
        output.print(trig);
        output.flush();
        return;
      }
      try {
        Files.writeString(out, trig);
      } catch (IOException e) {
        throw new DemarcheException(
            ErrorCategory.BAD_INPUT, out + " can't be written: " + e.getMessage(), e);
      }
      output.println("Wrote " + out + ".");
    }
  }

  /** {@code demarche sheet export}. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = {
        "Gives the coding sheet of an op-ed in the graph. Built again, it is the same graph.",
        "Writes over no file.",
        ""
      },
      footerHeading = "%nExample:%n",
      footer = "  demarche sheet export botto-2019-gsomia botto --xlsx")
  static final class Export implements Callable<Integer> {
    private static final String KIND = "op-ed/";

    @Parameters(
        index = "0",
        paramLabel = "OP-ED",
        description = "The slug of the op-ed, such as botto-2019-gsomia.")
    private String opEd = "";

    @Parameters(
        index = "1",
        paramLabel = "DIR",
        description = "The folder, made if it isn't there.")
    private Path folder = Path.of("");

    @Option(names = "--xlsx", description = "Write a workbook instead of CSV.")
    private boolean workbook;

    @Mixin private DataFolder.Read data = new DataFolder.Read();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      try (KnowledgeGraph graph = data.open();
          Snapshot snapshot = graph.snapshot()) {
        String slug = opEd.startsWith(KIND) ? opEd.substring(KIND.length()) : opEd;
        Sheet sheet = SheetExport.of(slug, stored(snapshot, slug));
        told(
            spec,
            workbook
                ? SheetWriter.writeWorkbook(folder, sheet, KnownThings.of(snapshot))
                : SheetWriter.writeTables(folder, sheet));
        return ExitCode.FINE;
      }
    }

    private static Graph stored(Snapshot snapshot, String slug) {
      Node name = Graphs.opEd(slug);
      return Optional.of(snapshot.dataset().getGraph(name))
          .filter(stored -> !stored.isEmpty())
          .orElseThrow(
              () ->
                  new DemarcheException(
                      ErrorCategory.BAD_INPUT,
                      "The graph has no op-ed "
                          + slug
                          + ". `demarche query op-eds` lists those that it has."));
    }
  }

  private static void told(CommandSpec spec, List<Path> written) {
    written.forEach(file -> spec.commandLine().getOut().println("Wrote " + file + "."));
  }
}
