package org.demarche.server.pages;

import java.util.regex.Pattern;

/** Ends sentences that a name or title stands last in, which may have a full stop of its own. */
public final class FullStop {
  private static final Pattern ENDED = Pattern.compile(".*[.!?…。！？][\"'”’)）」』]*", Pattern.DOTALL);

  private FullStop() {}

  /** The text with a full stop, unless it ends as a sentence does. */
  public static String after(String text) {
    return text + missingAfter(text);
  }

  /** A full stop; empty where the text ends as a sentence does. */
  public static String missingAfter(String text) {
    return ENDED.matcher(text).matches() ? "" : ".";
  }
}
