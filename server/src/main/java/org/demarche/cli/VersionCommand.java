package org.demarche.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.Jena;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code demarche version}. */
@Command(name = "version", description = "Tells the versions of Demarche, Jena and Java.")
final class VersionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(text());
    return ExitCode.FINE;
  }

  static String text() {
    String version =
        Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
            .orElse("(built in place)");
    return "Demarche %s, Apache Jena %s, Java %s"
        .formatted(version, Jena.VERSION, Runtime.version().feature());
  }
}
