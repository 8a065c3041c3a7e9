/** What is wrong with a candidate for the next commit, where, and what would be right. */
@NullMarked
package org.demarche.validate;

import org.jspecify.annotations.NullMarked;
