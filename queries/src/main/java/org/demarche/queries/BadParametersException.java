package org.demarche.queries;

import java.util.List;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;

/** Values that don't fit a query's parameters. */
public final class BadParametersException extends DemarcheException {
  private static final long serialVersionUID = 1;

  private final List<String> faults;

  BadParametersException(List<String> faults) {
    super(ErrorCategory.BAD_INPUT, String.join("\n", faults));
    this.faults = List.copyOf(faults);
  }

  /** One sentence for each value that is wrong. */
  public List<String> faults() {
    return faults;
  }
}
