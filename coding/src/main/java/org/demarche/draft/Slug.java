package org.demarche.draft;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** The last part of an IRI, made from a name. Stateless. */
public final class Slug {
  private Slug() {}

  /**
   * A name in small letters, without accents, its words joined by hyphens.
   *
   * @return empty for a name without Latin letters, which only a person can write in them
   */
  public static Optional<String> of(String name) {
    return Optional.of(
            Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{InCombiningDiacriticalMarks}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", ""))
        .filter(slug -> !slug.isEmpty());
  }
}
