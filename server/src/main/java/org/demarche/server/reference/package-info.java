/**
 * The ontology's reference: {@code graph:ontology} as it is stored, and a page made from it.
 *
 * <pre>
 * Snapshot ─▶ Sources ─▶ TermReader, CodeReader, ClassTree ─▶ Reference ─▶ ontology.jte
 * </pre>
 *
 * <p>Nothing of it is written by hand: a term or code is on the page as soon as it is in the graph.
 */
@NullMarked
package org.demarche.server.reference;

import org.jspecify.annotations.NullMarked;
