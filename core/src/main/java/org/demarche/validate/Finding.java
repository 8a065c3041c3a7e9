package org.demarche.validate;

import java.util.Comparator;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * One thing that is wrong, or could be better, in what is about to enter the graph.
 *
 * @param severity whether it stands in the way
 * @param place where it was written, when it came from a file
 * @param node what it is about, when it is about one thing
 * @param wrong what is wrong: a whole sentence
 * @param right what would be right: a whole sentence, or empty where {@code wrong} says it all
 * @param breach the constraint that is broken, where a shape found it
 */
public record Finding(
    Severity severity,
    Optional<Place> place,
    Optional<Node> node,
    String wrong,
    String right,
    Optional<Breach> breach) {

  /** Something that no shape found. */
  public Finding(
      Severity severity, Optional<Place> place, Optional<Node> node, String wrong, String right) {
    this(severity, place, node, wrong, right, Optional.empty());
  }

  /**
   * What a SHACL engine tells of a result, besides its node, severity and message: <a
   * href="https://www.w3.org/TR/shacl/#results-validation-result">SHACL, section 3.6.2</a>.
   *
   * @param component the kind of constraint, such as {@code sh:MinCountConstraintComponent}
   * @param shape that has the constraint
   * @param path the property that the constraint is on, where it is one property
   * @param value the value that breaks it, where it is one value
   */
  public record Breach(Node component, Node shape, Optional<Node> path, Optional<Node> value) {}

  /** By place, what has none last; faults first; then by what is printed, so that none is equal. */
  static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding finding) -> finding.place().isEmpty())
          .thenComparing(finding -> finding.place().orElse(new Place("", 0, 0)))
          .thenComparing(Finding::severity)
          .thenComparing(Finding::toString);

  /** Something about a node that keeps the change out. */
  public static Finding fault(Optional<Place> place, Node node, String wrong, String right) {
    return new Finding(Severity.FAULT, place, Optional.of(node), wrong, right);
  }

  /** Something in a file, about no one node, that keeps the change out. */
  public static Finding fault(Place place, String wrong, String right) {
    return new Finding(Severity.FAULT, Optional.of(place), Optional.empty(), wrong, right);
  }

  /** The same without the breach, as people are told it. */
  Finding told() {
    return new Finding(severity, place, node, wrong, right);
  }

  /** The same place, severity and node in other words. */
  public Finding inWords(String otherWrong, String otherRight) {
    return new Finding(severity, place, node, otherWrong, otherRight, breach);
  }

  /**
   * As compilers print it: {@code botto.ttl:120:5: id:statement/botto/F003: … Write …}. In a table
   * the row says what it is about.
   */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    place.ifPresent(where -> line.append(where).append(": "));
    if (severity == Severity.ADVICE) {
      line.append("advice: ");
    }
    node.filter(_ -> place.flatMap(Place::heading).isEmpty())
        .ifPresent(about -> line.append(ShortName.of(about)).append(": "));
    line.append(wrong);
    if (!right.isEmpty()) {
      line.append(' ').append(right);
    }
    return line.toString();
  }
}
