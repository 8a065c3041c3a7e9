/**
 * The knowledge graph: its named graphs, its commits and its snapshots.
 *
 * <p>{@link org.demarche.graph.KnowledgeGraph} is the one door. Reading goes through a {@link
 * org.demarche.graph.Snapshot}, or, for processors that bring their own transactions, through
 * {@link org.demarche.graph.KnowledgeGraph#served()}. Writing goes through a {@link
 * org.demarche.graph.Commit}, whichever way it came in. Nothing outside this package knows where
 * the triples lie.
 */
@NullMarked
package org.demarche.graph;

import org.jspecify.annotations.NullMarked;
