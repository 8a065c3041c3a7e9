package org.demarche.cli;

import org.demarche.DemarcheException;

/** What a command tells the shell. The launcher adds 3, no fit JDK, and 4, the build failed. */
final class ExitCode {
  /** All went well. */
  static final int FINE = 0;

  /** What was given has faults or was refused; nothing changed. */
  static final int REFUSED = 1;

  /** The command line was wrong. */
  static final int USAGE = 2;

  /** The data folder or the port is in use. */
  static final int BUSY = 5;

  /** A defect or a failing machine. */
  static final int INTERNAL = 70;

  private ExitCode() {}

  static int of(DemarcheException failure) {
    return switch (failure.category()) {
      case BAD_INPUT, REFUSED -> REFUSED;
      case BUSY -> BUSY;
      case INTERNAL -> INTERNAL;
    };
  }
}
