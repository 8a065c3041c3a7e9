/**
 * The knowledge graph as a library: who claims what about whom, where exactly they say it, and what
 * follows.
 *
 * <pre>
 * org.demarche.load ──▶ org.demarche.graph ──▶ org.demarche.entail     what follows
 *  files to triples      commits, snapshots ├─▶ org.demarche.validate   what is wrong
 *                                           └─▶ org.demarche.describe   what there is
 * </pre>
 *
 * <p>Packages depend on each other in the direction of the arrows only. {@code load} also uses the
 * findings of {@code validate}; all use what stands in this package.
 */
@NullMarked
package org.demarche;

import org.jspecify.annotations.NullMarked;
