package org.demarche.queries;

import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;

/** A query file that can't join the catalogue. */
public final class BadQueryFileException extends DemarcheException {
  private static final long serialVersionUID = 1;

  BadQueryFileException(String file, String what) {
    super(ErrorCategory.BAD_INPUT, file + ": " + what);
  }
}
