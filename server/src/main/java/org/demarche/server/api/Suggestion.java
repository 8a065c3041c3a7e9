package org.demarche.server.api;

/**
 * A value that the graph has for a parameter.
 *
 * @param value as it may be written, {@code actor/japan}
 * @param label its English label, or empty
 */
public record Suggestion(String value, String label) {}
