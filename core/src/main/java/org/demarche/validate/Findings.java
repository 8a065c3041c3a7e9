package org.demarche.validate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that was found in one change, in the order of the places.
 *
 * @param all faults and advice
 */
public record Findings(List<Finding> all) {
  private static final Findings NONE = new Findings(List.of());

  /** More than anybody mends by hand; a file can have more faults than memory has room to tell. */
  private static final int MOST_TOLD = 1_000;

  /** Sorts, and drops what was found twice. */
  public Findings {
    Map<Finding, Finding> once = new LinkedHashMap<>();
    all.forEach(finding -> once.putIfAbsent(finding.told(), finding));
    all = once.values().stream().sorted(Finding.ORDER).toList();
  }

  /** Nothing was found. */
  public static Findings none() {
    return NONE;
  }

  /** Whether any finding keeps the change out. */
  public boolean hasFaults() {
    return !faults().isEmpty();
  }

  /** What keeps the change out. */
  public List<Finding> faults() {
    return of(Severity.FAULT);
  }

  /** What doesn't keep the change out, but is worth a look. */
  public List<Finding> advice() {
    return of(Severity.ADVICE);
  }

  /** Those that are told to whoever asks: 1,000 at most, faults before advice, by their places. */
  public List<Finding> told() {
    return all.size() <= MOST_TOLD
        ? all
        : Stream.concat(faults().stream(), advice().stream())
            .limit(MOST_TOLD)
            .sorted(Finding.ORDER)
            .toList();
  }

  /** How many there are besides those that are told. */
  public int untold() {
    return Math.max(all.size() - MOST_TOLD, 0);
  }

  /** That there are more than those that are told; empty when there are none. */
  public Optional<String> rest() {
    return untold() == 0
        ? Optional.empty()
        : Optional.of(
            String.format(Locale.ROOT, "There are %,d more, which aren't told.", untold()));
  }

  /** Those that are told, one a line, without a line break at the end. */
  @Override
  public String toString() {
    return Stream.concat(told().stream().map(Finding::toString), rest().stream())
        .collect(Collectors.joining("\n"));
  }

  private List<Finding> of(Severity severity) {
    return all.stream().filter(finding -> finding.severity() == severity).toList();
  }
}
