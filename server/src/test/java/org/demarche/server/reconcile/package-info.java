@NullMarked
package org.demarche.server.reconcile;

import org.jspecify.annotations.NullMarked;
