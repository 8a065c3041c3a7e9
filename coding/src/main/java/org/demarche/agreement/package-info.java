/** How far several coders of one op-ed agree. */
@NullMarked
package org.demarche.agreement;

import org.jspecify.annotations.NullMarked;
