package org.demarche.server.sparql;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;

/**
 * Tells whether a query gives the same answer each time as long as the data stay the same. By its
 * text, which errs on the side of no: the word alone, even within a literal, is enough.
 */
final class Repeatable {
  private static final Pattern CHANGES =
      Pattern.compile("\\b(now|rand|uuid|struuid|bnode|service)\\b");

  private Repeatable() {}

  static boolean is(Query query) {
    return !CHANGES.matcher(query.toString().toLowerCase(Locale.ROOT)).find();
  }
}
