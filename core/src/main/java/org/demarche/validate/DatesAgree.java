package org.demarche.validate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.demarche.ontology.Dem;

/**
 * Looks for dates that can't all be true: bounds outside the day, month or year that {@code
 * dem:edtf} gives, and what {@code dem:precedes} something that had begun before it.
 */
final class DatesAgree implements Check {
  private static final List<Node> BOUNDS =
      List.of(Dem.earliestBegin, Dem.latestBegin, Dem.earliestEnd, Dem.latestEnd);

  @Override
  public Stream<Finding> findings(Examination examination, KnownTerms known) {
    return examination
        .codedTriples()
        .flatMap(
            coded -> {
              Node property = coded.triple().getPredicate();
              if (property.equals(Dem.precedes)) {
                return outOfOrder(coded, examination.union()).stream();
              }
              return BOUNDS.contains(property)
                  ? Stream.concat(
                      outside(coded, examination.dataset().getGraph(coded.graph())).stream(),
                      neighbours(coded.triple().getSubject(), examination))
                  : Stream.empty();
            });
  }

  /** What graphs that stay as they are say of the order of something whose dates change. */
  private static Stream<Finding> neighbours(Node thing, Examination examination) {
    return Stream.concat(
            examination.untouched(thing, Dem.precedes, Node.ANY),
            examination.untouched(Node.ANY, Dem.precedes, thing))
        .flatMap(coded -> outOfOrder(coded, examination.union()).stream());
  }

  private static Optional<Finding> outOfOrder(Examination.Coded coded, Graph union) {
    Node later = coded.triple().getObject();
    return day(union, coded.triple().getSubject(), Dem.earliestBegin)
        .flatMap(
            begin ->
                day(union, later, Dem.latestBegin)
                    .filter(begin::isAfter)
                    .map(
                        end ->
                            coded.fault(
                                "It is said to precede %s, which had begun by %s; but it began on %s at the earliest."
                                    .formatted(ShortName.of(later), end, begin),
                                "Mend the dates, or remove dem:precedes.")));
  }

  private static Optional<Finding> outside(Examination.Coded coded, Graph graph) {
    Triple triple = coded.triple();
    return day(triple.getObject())
        .flatMap(
            day ->
                graph.stream(triple.getSubject(), Dem.edtf, Node.ANY)
                    .map(Triple::getObject)
                    .filter(Node::isLiteral)
                    .map(Node::getLiteralLexicalForm)
                    .filter(edtf -> !mayBe(day, edtf))
                    .findFirst()
                    .map(
                        edtf ->
                            coded.fault(
                                "%s %s is outside of dem:edtf \"%s\"."
                                    .formatted(ShortName.of(triple.getPredicate()), day, edtf),
                                "Mend the one or the other.")));
  }

  /** Intervals, sets and what is about a date have no plain bounds, and are left to the coder. */
  private static boolean mayBe(LocalDate day, String edtf) {
    return switch (edtf.length()) {
      case 4 -> !edtf.matches("\\d{4}") || day.getYear() == Integer.parseInt(edtf);
      case 7 -> !edtf.matches("\\d{4}-\\d{2}") || YearMonth.from(day).toString().equals(edtf);
      case 10 -> !edtf.matches("\\d{4}-\\d{2}-\\d{2}") || day.toString().equals(edtf);
      default -> true;
    };
  }

  private static Optional<LocalDate> day(Graph union, Node thing, Node property) {
    return union.stream(thing, property, Node.ANY)
        .map(Triple::getObject)
        .flatMap(value -> day(value).stream())
        .findFirst();
  }

  private static Optional<LocalDate> day(Node value) {
    try {
      return value.isLiteral()
          ? Optional.of(LocalDate.parse(value.getLiteralLexicalForm()))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      // The shapes tell that it is no day.
      return Optional.empty();
    }
  }
}
