/**
 * What the server tells programs of itself and of its data: SPARQL 1.1 Service Description at the
 * endpoint, VoID and DCAT at {@code /.well-known/void}. The figures are those that the latest
 * commit has written; what depends on where the server is reached is added to each answer.
 */
@NullMarked
package org.demarche.server.description;

import org.jspecify.annotations.NullMarked;
