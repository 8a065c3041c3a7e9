package org.demarche.cli;

import java.io.Console;

/** Whether somebody looks on. */
final class Terminal {
  private Terminal() {}

  /** Whether input and output are those of a terminal, and neither a file nor a pipe. */
  // Since JDK 25 there is no console again where input or output isn't a terminal.
  @SuppressWarnings("SystemConsoleNull")
  static boolean isThere() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
