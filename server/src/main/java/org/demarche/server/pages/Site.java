package org.demarche.server.pages;

/**
 * What every page needs to know of the site.
 *
 * @param stylesheet where the style sheet is
 * @param search where the script is that completes what is typed into a search box
 */
public record Site(String stylesheet, String search) {}
