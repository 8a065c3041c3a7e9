/** Choosing the form of an answer: RFC 9110, section 12, and the {@code ?format=} parameter. */
@NullMarked
package org.demarche.server.negotiation;

import org.jspecify.annotations.NullMarked;
