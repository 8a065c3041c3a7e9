/** The canned queries over HTTP: their list, their results, their text. */
@NullMarked
package org.demarche.server.api;

import org.jspecify.annotations.NullMarked;
