/**
 * Queries and updates under way: how many run at once, what each costs, and how each ends. One line
 * of log for each, counters for all.
 */
@NullMarked
package org.demarche.server.running;

import org.jspecify.annotations.NullMarked;
