/**
 * The HTTP server: one Jetty, started by Javalin, with Fuseki's services inside it.
 *
 * <pre>
 * DemarcheServer ─▶ sparql · api · health ─▶ pages · access ─▶ problem ─▶ negotiation
 * </pre>
 *
 * <p>Packages depend on each other in the direction of the arrows only.
 */
@NullMarked
package org.demarche.server;

import org.jspecify.annotations.NullMarked;
