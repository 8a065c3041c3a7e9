package org.demarche.load;

import java.util.List;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.ErrorHandler;
import org.demarche.validate.Finding;
import org.demarche.validate.Place;

/** Collects what Jena's parsers complain of; warnings are faults too. */
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
    faults.add(Finding.fault(new Place(file, line, column), message + ".", hint(message)));
  }

  private static String hint(String message) {
    return message.startsWith(UNDEFINED_PREFIX)
        ? "Declare it: @prefix " + message.substring(UNDEFINED_PREFIX.length()) + ": <…> ."
        : "";
  }
}
