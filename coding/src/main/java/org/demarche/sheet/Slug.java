package org.demarche.sheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The short names that addresses are made of. Stateless. */
public final class Slug {
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]");
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NOT_LATIN = Pattern.compile("[^a-z0-9]+");
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

  /**
   * The same in Latin letters alone, as addresses have them.
   *
   * @return empty for a name without Latin letters, which only a person can write in them
   */
  public static Optional<String> latin(String name) {
    return Optional.of(NOT_LATIN.matcher(of(name)).replaceAll("-"))
        .map(slug -> ENDS.matcher(slug).replaceAll(""))
        .filter(slug -> !slug.isEmpty());
  }
}
