package org.demarche.agreement;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.jspecify.annotations.Nullable;

/**
 * How far coders agree in one column.
 *
 * @param units in which at least two of them say something there
 * @param observed the share of pairs of values that are the same, from 0 to 1
 * @param kappa Cohen's (1960), for two coders
 * @param alpha Krippendorff's (2011) for nominal data, for any number of coders
 */
public record ColumnAgreement(int units, Measure observed, Measure kappa, Measure alpha) {
  private static final int PAIR = 2;

  private static final Measure NOTHING =
      new Measure.Undefined("Nothing to compare: no statement has a value of two coders.");

  private static final Measure ONE_VALUE =
      new Measure.Undefined(
          "Undefined: all have one and the same value, so that agreement can't be told from chance.");

  private static final Measure NOT_A_PAIR =
      new Measure.Undefined("Undefined: Cohen's kappa compares two coders.");

  /**
   * Measures the agreement.
   *
   * @param values for each unit those of the coders, in their order; a missing one is left out of
   *     account, as the measures define it
   */
  public static ColumnAgreement of(List<List<Optional<String>>> values) {
    List<List<Optional<String>>> comparable =
        values.stream()
            .filter(unit -> unit.stream().filter(Optional::isPresent).count() >= PAIR)
            .toList();
    if (comparable.isEmpty()) {
      return new ColumnAgreement(0, NOTHING, NOTHING, NOTHING);
    }
    int coders = comparable.getFirst().size();
    CodingAnnotationStudy study = new CodingAnnotationStudy(coders);
    Set<String> categories = new HashSet<>();
    for (List<Optional<String>> unit : comparable) {
      @Nullable Object[] row = unit.stream().map(value -> value.orElse(null)).toArray();
      study.addItemAsArray(row);
      unit.stream().flatMap(Optional::stream).forEach(categories::add);
    }
    if (categories.size() == 1) {
      return new ColumnAgreement(
          comparable.size(),
          new Measure.Value(1),
          coders == PAIR ? ONE_VALUE : NOT_A_PAIR,
          ONE_VALUE);
    }
    return new ColumnAgreement(
        comparable.size(),
        new Measure.Value(observed(comparable)),
        coders == PAIR
            ? new Measure.Value(new CohenKappaAgreement(study).calculateAgreement())
            : NOT_A_PAIR,
        new Measure.Value(
            new KrippendorffAlphaAgreement(study, new NominalDistanceFunction())
                .calculateAgreement()));
  }

  /** Of all pairs of values of one unit, the share of those that are equal. */
  private static double observed(List<List<Optional<String>>> units) {
    long pairs = 0;
    long equal = 0;
    for (List<Optional<String>> unit : units) {
      List<String> values = unit.stream().flatMap(Optional::stream).toList();
      for (int one = 0; one < values.size(); one++) {
        for (int other = one + 1; other < values.size(); other++) {
          pairs++;
          equal += values.get(one).equals(values.get(other)) ? 1 : 0;
        }
      }
    }
    return (double) equal / pairs;
  }

  /** Why it has no value, where it has none. */
  Optional<String> note() {
    return switch (alpha) {
      case Measure.Undefined undefined -> Optional.of(undefined.reason());
      case Measure.Value _ -> Optional.empty();
    };
  }
}
