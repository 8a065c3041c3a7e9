/**
 * Asking other servers: {@code SERVICE} of SPARQL 1.1 Federated Query, as far as the operator
 * allows it. {@link org.demarche.server.federation.Federation} is where it begins.
 */
@NullMarked
package org.demarche.server.federation;

import org.jspecify.annotations.NullMarked;
