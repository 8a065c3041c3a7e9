/** Who may write: RFC 6750, <cite>Bearer Token Usage</cite>, with one token for the server. */
@NullMarked
package org.demarche.server.access;

import org.jspecify.annotations.NullMarked;
