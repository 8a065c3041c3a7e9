/** Op-eds coded in spreadsheets: read, written, and turned into graphs and back. */
@NullMarked
package org.demarche.sheet;

import org.jspecify.annotations.NullMarked;
