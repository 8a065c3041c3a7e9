package org.demarche.sheet;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The short names that addresses are made of. Stateless. */
final class Slug {
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]");
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ENDS = Pattern.compile("^-|-$");

  private Slug() {}

  /** In lower case, with hyphens: {@code ada-lovelace}. Korean and Japanese stay as they are. */
  static String of(String name) {
    String decomposed = Normalizer.normalize(name.strip(), Normalizer.Form.NFD);
    String plain =
        Normalizer.normalize(ACCENTS.matcher(decomposed).replaceAll(""), Normalizer.Form.NFC);
    return ENDS.matcher(OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-"))
        .replaceAll("");
  }

  /** The known name with the fewest letters changed, if those are few; the first among equals. */
  static Optional<String> nearest(String written, Collection<String> known) {
    LevenshteinDistance distance = new LevenshteinDistance(Math.max(2, written.length() / 3));
    record Neighbour(String name, int distance) {}
    return known.stream()
        .map(name -> new Neighbour(name, distance.apply(key(written), key(name))))
        .filter(neighbour -> neighbour.distance() >= 0)
        .min(Comparator.comparingInt(Neighbour::distance).thenComparing(Neighbour::name))
        .map(Neighbour::name);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
