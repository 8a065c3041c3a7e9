package org.demarche.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.demarche.agreement.Measure.Undefined;
import org.demarche.agreement.Measure.Value;
import org.junit.jupiter.api.Test;

/** Against the examples that the measures were published with. */
class ColumnAgreementTest {
  private static final String MISSING = ".";
  private static final Offset<Double> AS_PRINTED = within(0.0005);

  /** Cohen, A coefficient of agreement for nominal scales (1960), table 1: 200 judgements. */
  @Test
  void kappa_is_that_of_cohens_example() {
    int[][] table = {{88, 10, 2}, {14, 40, 6}, {18, 10, 12}};
    List<List<Optional<String>>> units = new ArrayList<>();
    for (int one = 0; one < table.length; one++) {
      for (int other = 0; other < table.length; other++) {
        for (int i = 0; i < table[one][other]; i++) {
          units.add(List.of(Optional.of("" + one), Optional.of("" + other)));
        }
      }
    }

    ColumnAgreement agreement = ColumnAgreement.of(units);

    assertThat(agreement.units()).isEqualTo(200);
    assertThat(value(agreement.observed())).isCloseTo(0.70, AS_PRINTED);
    assertThat(value(agreement.kappa())).isCloseTo(0.492, AS_PRINTED);
  }

  /** Krippendorff, Computing Krippendorff's alpha-reliability (2011), A: binary, two observers. */
  @Test
  void alpha_is_that_of_krippendorffs_binary_example() {
    assertThat(value(of("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0").alpha()))
        .isCloseTo(0.095, AS_PRINTED);
  }

  /** The same, B: nominal, two observers. */
  @Test
  void alpha_is_that_of_krippendorffs_nominal_example() {
    assertThat(value(of("a a b b d c c c e d d a", "b a b b b c c c e d d d").alpha()))
        .isCloseTo(0.692, AS_PRINTED);
  }

  /** The same, C: nominal, four observers, with missing data. The last unit has one value alone. */
  @Test
  void alpha_is_that_of_krippendorffs_example_with_missing_data() {
    ColumnAgreement agreement =
        of(
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . 3",
            ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .");

    assertThat(value(agreement.alpha())).isCloseTo(0.743, AS_PRINTED);
    assertThat(agreement.units()).isEqualTo(11);
    assertThat(agreement.kappa())
        .isEqualTo(new Undefined("Undefined: Cohen's kappa compares two coders."));
  }

  @Test
  void where_all_say_the_same_one_thing_agreement_is_full_and_both_measures_are_undefined() {
    ColumnAgreement agreement = of("a a a", "a a a");

    assertThat(value(agreement.observed())).isEqualTo(1);
    assertThat(List.of(agreement.kappa(), agreement.alpha()))
        .containsOnly(
            new Undefined(
                "Undefined: all have one and the same value, so that agreement can't be told from"
                    + " chance."));
  }

  @Test
  void where_no_unit_has_two_values_there_is_nothing_to_compare() {
    ColumnAgreement agreement = of("a . b", ". a .");

    assertThat(agreement.units()).isZero();
    assertThat(List.of(agreement.observed(), agreement.kappa(), agreement.alpha()))
        .containsOnly(new Undefined("Nothing to compare: no statement has a value of two coders."));
  }

  private static double value(Measure measure) {
    assertThat(measure).isInstanceOf(Value.class);
    return ((Value) measure).value();
  }

  private static ColumnAgreement of(String... coders) {
    List<List<String>> rows = Arrays.stream(coders).map(row -> List.of(row.split(" "))).toList();
    return ColumnAgreement.of(
        IntStream.range(0, rows.getFirst().size())
            .mapToObj(
                unit ->
                    rows.stream()
                        .map(row -> Optional.of(row.get(unit)).filter(it -> !it.equals(MISSING)))
                        .toList())
            .toList());
  }
}
