package org.demarche.queries;

import java.util.Collection;
import java.util.stream.Collectors;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;

/** Query files that can't join the catalogue: each fault is a line, with its file and place. */
public final class BadQueryFileException extends DemarcheException {
  private static final long serialVersionUID = 1;

  BadQueryFileException(String file, int line, String what) {
    super(ErrorCategory.BAD_INPUT, "%s, line %d: %s".formatted(file, line, what));
  }

  BadQueryFileException(Collection<BadQueryFileException> faults) {
    super(
        ErrorCategory.BAD_INPUT,
        faults.stream().map(Throwable::getMessage).collect(Collectors.joining("\n")));
  }
}
