package org.demarche.load;

import com.apicatalog.jsonld.JsonLdOptions;
import org.apache.jena.riot.RiotException;

/**
 * Keeps JSON-LD from fetching the contexts that it names, from the net or from the disk: <a
 * href="https://www.w3.org/TR/json-ld11-api/#remote-document-and-context-retrieval">JSON-LD 1.1
 * API, section 9.4</a>. Whoever sends a document could have the server ask any address otherwise,
 * and what the triples are would depend on the answer.
 */
final class RefusedContexts {
  /** How the refusal of a context ends. */
  static final String REFUSAL = "> isn't fetched";

  private RefusedContexts() {}

  /** Options for one document: they also hold caches, which no other document should meet. */
  static JsonLdOptions options() {
    return new JsonLdOptions(
        (context, options) -> {
          // The error that the interface has for it would reach the reader under other words.
          throw new RiotException("The context <" + context + REFUSAL);
        });
  }
}
