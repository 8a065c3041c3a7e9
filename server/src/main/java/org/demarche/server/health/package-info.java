/** Whether the server runs, and whether it can answer: for those who watch over it. */
@NullMarked
package org.demarche.server.health;

import org.jspecify.annotations.NullMarked;
