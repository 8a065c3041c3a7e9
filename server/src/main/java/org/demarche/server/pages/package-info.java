/**
 * Pages for people, as jte templates in {@code src/main/jte}. Templates escape what they print.
 *
 * <p>Another page needs a template that calls {@code layout}, a record for what it shows, and
 * {@link org.demarche.server.pages.Pages#render}.
 */
@NullMarked
package org.demarche.server.pages;

import org.jspecify.annotations.NullMarked;
