package org.demarche.validate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that was found in one change, in the order of the places.
 *
 * @param all faults and advice
 */
public record Findings(List<Finding> all) {
  private static final Findings NONE = new Findings(List.of());

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

  /** One finding a line, without a line break at the end. */
  @Override
  public String toString() {
    return all.stream().map(Finding::toString).collect(Collectors.joining("\n"));
  }

  private List<Finding> of(Severity severity) {
    return all.stream().filter(finding -> finding.severity() == severity).toList();
  }
}
