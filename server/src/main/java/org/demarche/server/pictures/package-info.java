/**
 * Pictures of results, drawn here as SVG, since the pages run no script.
 *
 * <p>A picture looks at the names and the terms of the columns only, so that any query may have
 * one; each class says which columns it looks for. The same table is always the same bytes. Colours
 * come from the style sheet, by class.
 */
@NullMarked
package org.demarche.server.pictures;

import org.jspecify.annotations.NullMarked;
