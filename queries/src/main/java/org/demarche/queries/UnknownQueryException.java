package org.demarche.queries;

import java.util.Collection;
import org.demarche.DemarcheException;
import org.demarche.ErrorCategory;

/** There is no canned query of a name. The message lists the names there are. */
public final class UnknownQueryException extends DemarcheException {
  private static final long serialVersionUID = 1;

  UnknownQueryException(String name, Collection<String> names) {
    super(
        ErrorCategory.BAD_INPUT,
        "There is no canned query \"%s\". There are %s.".formatted(name, String.join(", ", names)));
  }
}
