package org.demarche.search;

import org.apache.jena.graph.Node;

/**
 * A thing that was found, and the text that was found of it.
 *
 * @param thing an IRI
 * @param kind what sort of thing the IRI names; see {@link ThingKind}
 * @param wording what the text is to the thing
 * @param text as it was written
 * @param language of the text, as a tag; empty if it has none
 * @param score above 0; of use only for comparing hits of one search
 */
public record Hit(
    Node thing, String kind, Wording wording, String text, String language, double score) {}
