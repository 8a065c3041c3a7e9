package org.demarche.server.things;

import org.demarche.graph.Snapshot;
import org.demarche.server.running.Execution;

/**
 * What a page is made from.
 *
 * @param snapshot that is read
 * @param running which stops the queries when the client leaves or the time is out
 */
record Reading(Snapshot snapshot, Execution running) {}
