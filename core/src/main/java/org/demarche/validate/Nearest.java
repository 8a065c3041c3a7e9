package org.demarche.validate;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * What may have been meant by a name that isn't known: the known one with the fewest letters
 * changed, if those are few, and the first by name among equals. Stateless.
 */
public final class Nearest {
  private Nearest() {}

  /** The nearest of some names, whatever the case of their letters. */
  public static Optional<String> name(String written, Collection<String> known) {
    return nearest(
        written, written.length(), known.stream(), name -> name.toLowerCase(Locale.ROOT));
  }

  /** The nearest of some IRIs, of which the last part is taken for the one that is misspelt. */
  static Optional<String> iri(String written, Stream<String> known) {
    int slash = Math.max(written.lastIndexOf('/'), written.lastIndexOf('#'));
    return nearest(written, written.length() - slash - 1, known, UnaryOperator.identity());
  }

  /**
   * @param letters among which mistakes are looked for: a third of them may be changed, and two in
   *     any case
   * @param key by which names are compared
   */
  private static Optional<String> nearest(
      String written, int letters, Stream<String> known, UnaryOperator<String> key) {
    LevenshteinDistance distance = new LevenshteinDistance(Math.max(2, letters / 3));
    record Neighbour(String name, int distance) {}
    String wanted = key.apply(written);
    return known
        .map(name -> new Neighbour(name, distance.apply(wanted, key.apply(name))))
        .filter(neighbour -> neighbour.distance() >= 0)
        .min(Comparator.comparingInt(Neighbour::distance).thenComparing(Neighbour::name))
        .map(Neighbour::name);
  }
}
