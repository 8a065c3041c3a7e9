/**
 * The editor for queries, at {@code /sparql} in a browser: the page, and the list of terms that it
 * completes from. What runs in the browser are the scripts beside this package: {@code editor.js}
 * begins, and loads each of the others when it is first needed.
 */
@NullMarked
package org.demarche.server.editor;

import org.jspecify.annotations.NullMarked;
