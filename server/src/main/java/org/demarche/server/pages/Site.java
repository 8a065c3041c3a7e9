package org.demarche.server.pages;

/**
 * What every page needs to know of the site.
 *
 * @param stylesheet where the style sheet is
 */
public record Site(String stylesheet) {}
