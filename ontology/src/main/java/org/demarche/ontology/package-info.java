/** The ontology's terms as constants, and the files that define them. */
@NullMarked
package org.demarche.ontology;

import org.jspecify.annotations.NullMarked;
