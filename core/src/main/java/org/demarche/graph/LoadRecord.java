package org.demarche.graph;

/**
 * What the dataset remembers of the last load of a named graph.
 *
 * @param contentSha256 of the files it was loaded from, in hexadecimal
 * @param commit the commit that loaded it
 * @param edited whether it was changed since then by other means than a load
 */
public record LoadRecord(String contentSha256, long commit, boolean edited) {}
