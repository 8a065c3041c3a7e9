/**
 * The home page: what this is, what is in the graph, and where to start.
 *
 * <p>All that is read for it is bounded, and read once for each commit.
 */
@NullMarked
package org.demarche.server.home;

import org.jspecify.annotations.NullMarked;
