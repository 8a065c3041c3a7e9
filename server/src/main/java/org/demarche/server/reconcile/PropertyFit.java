package org.demarche.server.reconcile;

import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * How well what is known of a thing fits what a snapshot tells of it, from 0 to 1. Of several
 * values on either side the best pair counts.
 *
 * <p>A thing fits if it is the same. A text fits a thing by its names or its identifier, and a
 * literal by its letters; one that a literal begins with fits nearly, as 2019 fits a day of that
 * year. A number fits the same number.
 */
final class PropertyFit {
  private static final double BEGINS = 0.9;

  private final Things things;

  PropertyFit(Things things) {
    this.things = things;
  }

  /** How well the best of the values fits. */
  double of(Node thing, Node property, Question.Known known) {
    return things
        .values(thing, property)
        .flatMap(value -> known.values().stream().map(given -> fit(given, value)))
        .mapToDouble(fit -> fit)
        .max()
        .orElse(0);
  }

  /** How well one value fits another. */
  double fit(Given given, Node value) {
    return switch (given) {
      case Given.Thing it -> it.thing().equals(value) ? 1 : 0;
      case Given.Truth it -> lexical(value).equals(Boolean.toString(it.truth())) ? 1 : 0;
      case Given.Quantity it -> isNumber(value, it.number()) ? 1 : 0;
      case Given.Text it -> value.isLiteral() ? literal(it.text(), value) : node(it.text(), value);
    };
  }

  private static double literal(String text, Node value) {
    Name asked = Name.of(text);
    Name there = Name.of(lexical(value));
    double alike = Similarity.of(asked, there, Name.isAbbreviation(text));
    boolean begins = !asked.isEmpty() && there.folded().startsWith(asked.folded() + " ");
    return begins ? Math.max(alike, BEGINS) : alike;
  }

  private double node(String text, Node value) {
    if (!value.isURI()) {
      return 0;
    }
    if (value.getURI().equals(text.strip())
        || Identifiers.thing(text).filter(value::equals).isPresent()) {
      return 1;
    }
    Name asked = Name.of(text);
    boolean abbreviation = Name.isAbbreviation(text);
    Stream<String> names = things.names(value);
    return names
        .mapToDouble(name -> Similarity.of(asked, Name.of(name), abbreviation))
        .max()
        .orElse(0);
  }

  private static boolean isNumber(Node value, double number) {
    try {
      return Double.parseDouble(lexical(value)) == number;
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private static String lexical(Node value) {
    return value.isLiteral() ? value.getLiteralLexicalForm() : "";
  }
}
