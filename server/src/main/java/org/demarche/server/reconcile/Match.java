package org.demarche.server.reconcile;

import org.apache.jena.graph.Node;

/**
 * A label that may be the one that is looked for.
 *
 * @param thing that bears it
 * @param label as it is written
 */
record Match(Node thing, String label) {}
