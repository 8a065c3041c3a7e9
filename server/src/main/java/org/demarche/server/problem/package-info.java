/**
 * Errors as clients meet them: RFC 9457, <cite>Problem Details for HTTP APIs</cite>. What went
 * wrong is thrown as an exception, becomes a {@link org.demarche.server.problem.Problem}, and is
 * written in the form that the client likes best.
 */
@NullMarked
package org.demarche.server.problem;

import org.jspecify.annotations.NullMarked;
