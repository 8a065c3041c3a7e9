/**
 * Full-text search of labels and notes, in English, Korean and Japanese, by Lucene.
 *
 * <pre>
 * Entry          one text of a thing: which, where it stands, what it is to the thing (Wording)
 * Analysis       how a text becomes words, and a name
 * SearchIndex    keeps entries, with the number of the commit they are from
 *   └ Searcher   the entries of one commit, searched:
 *       Query by NameQuery for people, by TextSyntax for text:query
 * TextQuery…     text:query in SPARQL
 * </pre>
 *
 * <p>It knows nothing of where triples lie: {@code org.demarche.graph} tells it what to keep.
 */
@NullMarked
package org.demarche.search;

import org.jspecify.annotations.NullMarked;
