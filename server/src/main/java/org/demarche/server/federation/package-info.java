/**
 * Asking other SPARQL servers: SPARQL 1.1 Federated Query, as far as a server in the open may.
 *
 * <pre>
 * SERVICE &lt;iri&gt; { pattern } ─▶ AllowedServices ─▶ BoundJoin ─▶ RemoteQuery ─▶ ServiceClient ─▶ RemoteRows
 *                              only what the      200 rows     the pattern     checked         results
 *                              operator listed    at a time    with VALUES     addresses       only
 * </pre>
 *
 * What is refused is never hidden by {@code SILENT}; what an allowed server fails at is.
 */
@NullMarked
package org.demarche.server.federation;

import org.jspecify.annotations.NullMarked;
