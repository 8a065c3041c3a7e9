/**
 * Linked data: what lies at the path of an IRI of Demarche, for programs as RDF and for people as a
 * page.
 *
 * <p>{@link org.demarche.server.things.Description} is what the graph says of a thing, and all
 * forms are made of it. A page adds {@link org.demarche.server.things.Section}s: answers to the
 * questions that one asks of a thing of that {@link org.demarche.server.things.ThingKind}, each
 * from a query file in this package's folder of the class path, which runs as it stands once {@code
 * ?thing} is filled in. A section reads a bounded number of rows however large the graph is, and
 * leads to the canned query that has all of them.
 */
@NullMarked
package org.demarche.server.things;

import org.jspecify.annotations.NullMarked;
