package org.demarche.server.reference;

/**
 * A text and its language.
 *
 * @param text what it says
 * @param language its tag, for the attribute {@code lang}: {@code ko}
 */
public record Text(String text, String language) {}
