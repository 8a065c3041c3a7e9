package org.demarche.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.agreement.Measure.Undefined;
import org.demarche.agreement.Measure.Value;

/** Tells people how far coders agree. Immutable. */
public final class AgreementText {
  private static final String NO_VALUE = "-";

  private final Agreement agreement;

  /** Of an agreement. */
  public AgreementText(Agreement agreement) {
    this.agreement = agreement;
  }

  /**
   * A table in characters.
   *
   * @param listed whether with each disagreement, and each statement that only one has
   */
  public String table(boolean listed) {
    List<String> lines = new ArrayList<>();
    for (int coder = 0; coder < agreement.codings().size(); coder++) {
      Coding coding = agreement.codings().get(coder);
      lines.add(
          "%s: %s, %d of them in no other coding"
              .formatted(
                  coding.name(),
                  count(coding.statements().size(), "statement"),
                  agreement.alone(coder).size()));
    }
    lines.add(
        count(agreement.shared(), "claim")
            + " in all codings"
            + (agreement.inSome() > 0 ? ", " + agreement.inSome() + " in some" : "")
            + ". "
            + Agreement.ALIGNED);
    lines.add("");
    lines.add("%-10s %5s %9s %7s %7s".formatted("column", "n", "observed", "kappa", "alpha"));
    List<String> notes = new ArrayList<>();
    agreement
        .columns()
        .forEach(
            (column, it) -> {
              lines.add(
                  "%-10s %5d %9s %7s %7s"
                      .formatted(
                          column.title(),
                          it.units(),
                          shown(it.observed()),
                          shown(it.kappa()),
                          shown(it.alpha())));
              it.note().ifPresent(note -> notes.add(column.title() + ": " + note));
            });
    if (!notes.isEmpty()) {
      lines.add("");
      lines.addAll(notes);
    }
    if (listed) {
      lines.add("");
      lines.addAll(listed());
    }
    return String.join("\n", lines) + "\n";
  }

  private List<String> listed() {
    Stream<String> differing =
        agreement.disagreements().stream()
            .map(
                it ->
                    "%s %s: %s"
                        .formatted(
                            joined(it.statements(), "/", NO_VALUE),
                            it.column().title(),
                            joined(it.values(), " or ", "nothing")));
    Stream<String> alone =
        IntStream.range(0, agreement.codings().size())
            .boxed()
            .flatMap(
                coder ->
                    agreement.alone(coder).stream()
                        .map(
                            it ->
                                "%s only in %s"
                                    .formatted(it.code(), agreement.codings().get(coder).name())));
    return Stream.concat(differing, alone).toList();
  }

  private static String shown(Measure measure) {
    return switch (measure) {
      case Value value -> String.format(Locale.ROOT, "%.3f", value.value());
      case Undefined _ -> NO_VALUE;
    };
  }

  private static String joined(List<Optional<String>> values, String between, String missing) {
    return values.stream().map(value -> value.orElse(missing)).collect(Collectors.joining(between));
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
