package org.demarche.draft;

/**
 * A date that a sentence names.
 *
 * @param start index in the sentence
 * @param text as it is named
 * @param period what it can be, seen from the day of publication
 * @param inferred whether the day of publication was needed
 */
public record DateMention(int start, String text, Period period, boolean inferred) {}
