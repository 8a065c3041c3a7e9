/**
 * A coding sheet begun from the plain text of an article: what can be guessed, each guess marked.
 */
@NullMarked
package org.demarche.draft;

import org.jspecify.annotations.NullMarked;
