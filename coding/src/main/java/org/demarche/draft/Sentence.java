package org.demarche.draft;

/**
 * A sentence of a paragraph.
 *
 * @param number within the paragraph, from 1
 * @param language {@code en}, {@code ko} or {@code ja}, by its letters
 * @param text the sentence itself, which stays out of sheets
 */
public record Sentence(int number, String language, String text) {}
