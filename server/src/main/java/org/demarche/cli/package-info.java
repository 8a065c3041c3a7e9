/** The command line. */
@NullMarked
package org.demarche.cli;

import org.jspecify.annotations.NullMarked;
