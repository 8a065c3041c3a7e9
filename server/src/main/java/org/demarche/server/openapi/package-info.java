/**
 * The interface, described for programs: OpenAPI 3.1, and a page that shows it.
 *
 * <p>{@code Specification} puts together what {@code CannedQueryPaths}, {@code SparqlPaths} and
 * {@code OtherPaths} say. A canned query needs nothing to be described; a route does, in {@code
 * OtherPaths}, and a test fails until it is.
 */
@NullMarked
package org.demarche.server.openapi;

import org.jspecify.annotations.NullMarked;
