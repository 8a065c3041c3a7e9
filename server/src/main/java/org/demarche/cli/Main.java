package org.demarche.cli;

import java.util.Optional;
import picocli.CommandLine;

/** Where it begins: composes the command line, and is alone in reading the environment. */
public final class Main {
  private static final String TOKEN = "DEMARCHE_TOKEN";

  private Main() {}

  /** Runs a command and ends the process with its exit code; see {@link ExitCode}. */
  public static void main(String[] arguments) {
    Optional<String> token = Optional.ofNullable(System.getenv(TOKEN));
    System.exit(run(CommandLineInterface.create(token), arguments));
  }

  /** Errors of the machine too end with an exit code: picocli lets them through. */
  static int run(CommandLine commands, String... arguments) {
    try {
      return commands.execute(arguments);
    } catch (Error failure) {
      return CommandLineInterface.defect(failure, commands);
    }
  }
}
