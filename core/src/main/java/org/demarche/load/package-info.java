/** From files to triples: the manifest, the sources, and their loading. */
@NullMarked
package org.demarche.load;

import org.jspecify.annotations.NullMarked;
