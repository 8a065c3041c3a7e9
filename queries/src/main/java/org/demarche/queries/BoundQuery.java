package org.demarche.queries;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;

/**
 * A canned query whose blanks are filled. Immutable; the query is not to be changed by those who
 * get it.
 *
 * @param canned where it comes from
 * @param terms what was put in; optional parameters that were not given are absent
 * @param query to be run
 */
public record BoundQuery(CannedQuery canned, Map<Parameter, Node> terms, Query query) {
  public BoundQuery {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }

  /** The query as SPARQL text, terms in place. */
  public String text() {
    return query.serialize();
  }
}
