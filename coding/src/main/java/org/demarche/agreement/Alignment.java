package org.demarche.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import java.util.stream.IntStream;

/**
 * Which statements of several coders are of the same claim. Coders number their statements each
 * their own way, so that codes say nothing; what counts is where a statement stands and what it
 * says. Stateless.
 */
final class Alignment {
  private static final int SAME_SENTENCE = 2;
  private static final int SAME_KIND = 1;
  private static final int SAME_TERM = 2;

  /**
   * A statement of the same paragraph has at least a term of its proposition in common, or stands
   * in the same sentence and is of the same kind.
   */
  private static final int ENOUGH = 3;

  private static final List<Column> PROPOSITION =
      List.of(Column.SUBJECT, Column.RELATION, Column.OBJECT);

  private Alignment() {}

  /**
   * Aligns codings, the first with the second, these with the third, and so on.
   *
   * @return a unit for each claim, in the order of the first coding; then what only later ones have
   */
  static List<Unit> of(List<Coding> codings) {
    List<List<Optional<CodedStatement>>> units = new ArrayList<>();
    for (int coder = 0; coder < codings.size(); coder++) {
      List<CodedStatement> statements = codings.get(coder).statements();
      Map<Integer, Integer> matches = match(units, statements);
      Set<Integer> matched = new HashSet<>(matches.values());
      for (int unit = 0; unit < units.size(); unit++) {
        units.get(unit).add(Optional.ofNullable(matches.get(unit)).map(statements::get));
      }
      for (int i = 0; i < statements.size(); i++) {
        if (!matched.contains(i)) {
          List<Optional<CodedStatement>> unit = new ArrayList<>();
          IntStream.range(0, coder).forEach(_ -> unit.add(Optional.empty()));
          unit.add(Optional.of(statements.get(i)));
          units.add(unit);
        }
      }
    }
    return units.stream().map(Unit::new).toList();
  }

  /**
   * Pairs of unit and statement: first those in one paragraph, then whole propositions that moved.
   */
  private static Map<Integer, Integer> match(
      List<List<Optional<CodedStatement>>> units, List<CodedStatement> statements) {
    Map<Integer, Integer> matches = new HashMap<>();
    match(units, statements, Alignment::likeness, matches);
    match(units, statements, Alignment::likenessElsewhere, matches);
    return matches;
  }

  private record Pair(int unit, int statement, int likeness) {}

  /**
   * The likest pair first; of pairs that are alike the first in the text, so that it is the same
   * each time.
   */
  private static void match(
      List<List<Optional<CodedStatement>>> units,
      List<CodedStatement> statements,
      ToIntBiFunction<CodedStatement, CodedStatement> likeness,
      Map<Integer, Integer> matches) {
    Set<Integer> taken = new HashSet<>(matches.values());
    List<Pair> pairs = new ArrayList<>();
    for (int unit = 0; unit < units.size(); unit++) {
      for (int i = 0; i < statements.size(); i++) {
        if (!matches.containsKey(unit) && !taken.contains(i)) {
          CodedStatement statement = statements.get(i);
          int like =
              units.get(unit).stream()
                  .flatMap(Optional::stream)
                  .mapToInt(it -> likeness.applyAsInt(it, statement))
                  .max()
                  .orElse(0);
          if (like >= ENOUGH) {
            pairs.add(new Pair(unit, i, like));
          }
        }
      }
    }
    pairs.sort(
        Comparator.comparingInt(Pair::likeness)
            .reversed()
            .thenComparingInt(Pair::unit)
            .thenComparingInt(Pair::statement));
    for (Pair pair : pairs) {
      if (!matches.containsKey(pair.unit()) && taken.add(pair.statement())) {
        matches.put(pair.unit(), pair.statement());
      }
    }
  }

  private static int likeness(CodedStatement one, CodedStatement other) {
    if (!one.agrees(other, Column.PARAGRAPH)) {
      return 0;
    }
    return terms(one, other) * SAME_TERM
        + (one.sentence() == other.sentence() ? SAME_SENTENCE : 0)
        + (one.agrees(other, Column.KIND) ? SAME_KIND : 0);
  }

  private static int likenessElsewhere(CodedStatement one, CodedStatement other) {
    return terms(one, other) == PROPOSITION.size() ? PROPOSITION.size() * SAME_TERM : 0;
  }

  private static int terms(CodedStatement one, CodedStatement other) {
    return (int) PROPOSITION.stream().filter(column -> one.agrees(other, column)).count();
  }
}
