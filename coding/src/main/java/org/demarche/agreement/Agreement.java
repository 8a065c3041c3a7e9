package org.demarche.agreement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How far codings of one op-ed agree. Immutable.
 *
 * @param codings two or more
 * @param units the claims that the coders found, aligned
 * @param columns the agreement in each, over the units that two coders or more have
 */
public record Agreement(
    List<Coding> codings, List<Unit> units, Map<Column, ColumnAgreement> columns) {

  /** What readers of the figures must know. */
  static final String ALIGNED =
      "Aligned by paragraph, sentence, kind and proposition, the likest first, not by code; so agreement in"
          + " these is somewhat flattered.";

  /** Copies what could change. */
  public Agreement {
    codings = List.copyOf(codings);
    units = List.copyOf(units);
    columns = new EnumMap<>(columns);
  }

  /**
   * Compares codings.
   *
   * @param codings two or more, of one op-ed
   */
  public static Agreement of(List<Coding> codings) {
    if (codings.size() < 2) {
      throw new IllegalArgumentException("Agreement is between two coders or more");
    }
    List<Unit> units = Alignment.of(codings);
    Map<Column, ColumnAgreement> columns = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      columns.put(
          column, ColumnAgreement.of(units.stream().map(unit -> unit.values(column)).toList()));
    }
    return new Agreement(codings, units, columns);
  }

  /** How many claims all coders have. */
  public long shared() {
    return units.stream().filter(Unit::isShared).count();
  }

  /** The statements of a coder that nobody else has. */
  public List<CodedStatement> alone(int coder) {
    return units.stream()
        .map(Unit::statements)
        .filter(statements -> statements.stream().filter(Optional::isPresent).count() == 1)
        .flatMap(statements -> statements.get(coder).stream())
        .toList();
  }

  /** How many claims none but some of the coders have, of three or more. */
  public long inSome() {
    return units.size()
        - shared()
        - IntStream.range(0, codings.size()).mapToLong(coder -> alone(coder).size()).sum();
  }

  /** Whether the coders say that they had different texts before them. */
  public boolean areOfDifferentTexts() {
    Set<String> texts =
        codings.stream()
            .flatMap(coding -> coding.textSha256().stream())
            .collect(Collectors.toSet());
    return texts.size() > 1;
  }

  /**
   * A value in which coders differ.
   *
   * @param statements their codes, in the order of the coders; empty for one who has none
   * @param values in the order of the coders; empty for one who says nothing there
   */
  public record Disagreement(
      List<Optional<String>> statements, Column column, List<Optional<String>> values) {}

  /** All values in which coders differ, by unit and column. */
  public List<Disagreement> disagreements() {
    List<Disagreement> found = new ArrayList<>();
    for (Unit unit : units) {
      for (Column column : Column.values()) {
        List<Optional<String>> values = unit.values(column);
        if (values.stream().flatMap(Optional::stream).distinct().count() > 1) {
          found.add(
              new Disagreement(
                  unit.statements().stream().map(it -> it.map(CodedStatement::code)).toList(),
                  column,
                  values));
        }
      }
    }
    return found;
  }
}
