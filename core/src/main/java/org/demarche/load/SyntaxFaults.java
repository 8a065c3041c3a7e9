package org.demarche.load;

import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.ErrorHandler;
import org.demarche.validate.Finding;
import org.demarche.validate.Place;
import org.demarche.validate.Severity;

/**
 * Collects what Jena's parsers complain of; warnings are faults too. A line below 1 is Jena's way
 * to say that it knows none.
 */
final class SyntaxFaults implements ErrorHandler {
  private static final String UNDEFINED_PREFIX = "Undefined prefix: ";

  private final String file;
  private final List<Finding> faults;

  SyntaxFaults(String file, List<Finding> faults) {
    this.file = file;
    this.faults = faults;
  }

  @Override
  public void warning(String message, long line, long column) {
    add(message, line, column);
  }

  @Override
  public void error(String message, long line, long column) {
    add(message, line, column);
  }

  /** Ends the parsing, as its contract asks. */
  @Override
  public void fatal(String message, long line, long column) {
    add(message, line, column);
    throw new RiotParseException(message, line, column);
  }

  private void add(String message, long line, long column) {
    Optional<Place> place =
        line < 1 ? Optional.empty() : Optional.of(new Place(file, line, Math.max(column, 1)));
    faults.add(
        new Finding(Severity.FAULT, place, Optional.empty(), sentence(message), hint(message)));
  }

  private static String sentence(String message) {
    return message.endsWith(".") ? message : message + ".";
  }

  private static String hint(String message) {
    if (message.startsWith(UNDEFINED_PREFIX)) {
      return "Declare it: @prefix " + message.substring(UNDEFINED_PREFIX.length()) + ": <…> .";
    }
    return message.endsWith(RefusedContexts.REFUSAL)
        ? "Write the context itself into the document, under \"@context\"."
        : "";
  }
}
