/**
 * The SPARQL services: query, update and graph store, answered by Fuseki's machinery, with what a
 * public server must close.
 *
 * <pre>
 * request ─▶ ProtocolFilter ─▶ FusekiFilter ─▶ ErrorBoundary ─▶ QueryService
 *             size, encoding,    transaction,     every failure       UpdateService
 *             parameters, token  dataset          becomes a Problem   GraphStoreService
 * </pre>
 *
 * What a query or update may reach from the inside of the engine is in {@link
 * org.demarche.server.sparql.EngineLockdown}.
 */
@NullMarked
package org.demarche.server.sparql;

import org.jspecify.annotations.NullMarked;
