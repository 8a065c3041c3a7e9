package org.demarche.cli;

import java.util.Optional;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code demarche} and those below it. */
@Command(
    name = "demarche",
    description = {
      "A knowledge graph of what commentators claim in international affairs:",
      "who says what about whom, who holds it, and in which paragraph.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {HelpCommand.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  demarche serve                              a server on http://127.0.0.1:3330",
      "  demarche query recommendations              who should do what, as a table",
      "  demarche query demands --param status=open --format csv > demands.csv",
      "  demarche query --file mine.rq               your own SPARQL",
      "  demarche explain actor/japan a dem:Actor    why that holds, down to what is written",
      "  demarche draft article.txt --published 2019-11-24   begins a coding sheet",
      "  demarche agreement a.ttl b.ttl              how far two coders agree",
      "  demarche validate my-op-ed.ttl              what is wrong with it, line by line",
      "  demarche load my-op-ed.ttl                  into the graph, all of it or nothing",
      "  demarche sheet new my-op-ed                 a spreadsheet to code an op-ed in",
      "",
      "Exit codes: 0 fine, 1 faults found or input refused, 2 wrong usage, 3 no JDK 25,",
      "4 the build failed, 5 data folder or port in use, 70 a defect."
    })
final class CommandLineInterface {

  private CommandLineInterface() {}

  /**
   * All commands.
   *
   * @param token of the environment, for a server that lets clients write
   */
  static CommandLine create(Optional<String> token) {
    CommandLine commands =
        new CommandLine(new CommandLineInterface())
            .addSubcommand(new ServeCommand(token))
            .addSubcommand(new QueryCommand())
            .addSubcommand(new ExplainCommand())
            .addSubcommand(new DraftCommand())
            .addSubcommand(new AgreementCommand())
            .addSubcommand(new ValidateCommand())
            .addSubcommand(new LoadCommand())
            .addSubcommand(new SheetCommand())
            .addSubcommand(new VersionCommand());
    commands
        .getSubcommands()
        .values()
        .forEach(it -> it.getCommandSpec().mixinStandardHelpOptions(true));
    commands.getCommandSpec().mixinStandardHelpOptions(true).version(VersionCommand.text());
    return commands
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(CommandLineInterface::failed);
  }

  private static int failed(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (failure instanceof DemarcheException told && told.category() != ErrorCategory.INTERNAL) {
      command.getErr().println(told.getMessage());
      return ExitCode.of(told);
    }
    return defect(failure, command);
  }

  /** Tells in one line what failed and where: a trace of calls helps nobody at a terminal. */
  static int defect(Throwable failure, CommandLine command) {
    String where =
        failure.getStackTrace().length == 0 ? "" : " (" + failure.getStackTrace()[0] + ")";
    command.getErr().println("This is a defect, or the machine fails: " + failure + where + ".");
    return ExitCode.INTERNAL;
  }
}
