/** Search for people and programs: {@code /search}, and what completes what is being typed. */
@NullMarked
package org.demarche.server.search;

import org.jspecify.annotations.NullMarked;
