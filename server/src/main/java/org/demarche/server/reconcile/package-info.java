/**
 * Finds the identifiers of things that others know by name: the <a
 * href="https://reconciliation-api.github.io/specs/0.2/">Reconciliation Service API 0.2</a> of the
 * W3C's Entity Reconciliation Community Group, which OpenRefine speaks.
 *
 * <pre>
 * text ─▶ Lookup ─▶ matches ─▶ Reconciler ─▶ candidates, scored ─▶ Answers
 *         labels     likely      Similarity,                        JSON
 *                    labels      types, properties
 * </pre>
 *
 * <p>{@link org.demarche.server.reconcile.Reconciliation} is the door; what it answers is made from
 * one snapshot.
 */
@NullMarked
package org.demarche.server.reconcile;

import org.jspecify.annotations.NullMarked;
