/** What follows from what is asserted. */
@NullMarked
package org.demarche.entail;

import org.jspecify.annotations.NullMarked;
