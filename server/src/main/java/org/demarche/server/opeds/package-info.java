/**
 * {@code /op-eds}: the coded op-eds, to be listed, read, added, replaced and removed over HTTP.
 * What is sent goes the way of every load: it is examined first, and stored as a whole or not at
 * all.
 *
 * <pre>{@code
 * body ─▶ OpEdBody ─▶ sources ─▶ OpEdWriting ─▶ Loader, under the Preconditions of the request
 *         type, size,  one an      │
 *         encoding     op-ed       └─ Refusal ─▶ FindingsAnswer: problem+json, or a SHACL report in RDF
 * }</pre>
 */
@NullMarked
package org.demarche.server.opeds;

import org.jspecify.annotations.NullMarked;
