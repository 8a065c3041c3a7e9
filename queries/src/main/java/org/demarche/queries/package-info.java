/** The canned queries and their catalogue. */
@NullMarked
package org.demarche.queries;

import org.jspecify.annotations.NullMarked;
