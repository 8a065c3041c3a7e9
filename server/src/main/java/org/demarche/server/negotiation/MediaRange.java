package org.demarche.server.negotiation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One member of an {@code Accept} header: RFC 9110, section 12.5.1. Parameters other than the
 * weight are left out of account, so that {@code application/ld+json;profile="…"} asks for JSON-LD.
 *
 * @param type such as {@code text}, or {@code *}
 * @param subtype such as {@code turtle}, or {@code *}
 * @param weight from 0, never, to 1
 */
record MediaRange(String type, String subtype, double weight) {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final Pattern RANGE = Pattern.compile("\\s*(" + TOKEN + ")/(" + TOKEN + ")\\s*");
  private static final Pattern WEIGHT =
      Pattern.compile("\\s*[qQ]=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)\\s*");
  private static final Pattern ANY_WEIGHT = Pattern.compile("\\s*[qQ]\\s*=.*");

  /** The ranges of a header; members that are no media range with a weight are passed over. */
  static List<MediaRange> parse(String accept) {
    return split(accept, ',').stream().map(MediaRange::member).flatMap(Optional::stream).toList();
  }

  /** How closely the range names the media type: 0 not at all, 3 exactly. */
  int closeness(String mediaType) {
    if (mediaType.equals(type + "/" + subtype)) {
      return 3;
    }
    if (subtype.equals("*") && mediaType.startsWith(type + "/")) {
      return 2;
    }
    return subtype.equals("*") && type.equals("*") ? 1 : 0;
  }

  private static Optional<MediaRange> member(String text) {
    List<String> parts = split(text, ';');
    Matcher range = RANGE.matcher(parts.getFirst());
    if (!range.matches()) {
      return Optional.empty();
    }
    double weight = 1;
    for (String parameter : parts.subList(1, parts.size())) {
      Matcher given = WEIGHT.matcher(parameter);
      if (given.matches()) {
        weight = Double.parseDouble(given.group(1));
      } else if (ANY_WEIGHT.matcher(parameter).matches()) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new MediaRange(
            range.group(1).toLowerCase(Locale.ROOT),
            range.group(2).toLowerCase(Locale.ROOT),
            weight));
  }

  /** Splits at a separator, but not within a quoted parameter. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character == '\\' && quoted) {
        at++;
      } else if (character == '"') {
        quoted = !quoted;
      } else if (character == separator && !quoted) {
        parts.add(text.substring(from, at));
        from = at + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }
}
