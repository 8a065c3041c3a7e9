package org.demarche.entail;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.TriplePattern;
import org.apache.jena.reasoner.rulesys.Node_RuleVariable;

/**
 * One condition or conclusion of a rule: a triple with variables. What the variables stand for is
 * kept by the caller, in an array where {@link Node#ANY} means nothing yet. Immutable.
 */
record Condition(Node subject, Node predicate, Node object) {
  static Condition of(TriplePattern pattern) {
    return new Condition(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
  }

  /** The condition with whatever is known of its variables put in; {@code ANY} for the rest. */
  Triple with(Node[] values) {
    return Triple.create(value(subject, values), value(predicate, values), value(object, values));
  }

  /** The condition with the values put in, and its variables kept where there is none. */
  Condition substituted(Node[] values) {
    return new Condition(
        substituted(subject, values), substituted(predicate, values), substituted(object, values));
  }

  /**
   * Whether a triple meets the condition; its terms are put into the values then.
   *
   * @param values is left half filled where the answer is no
   */
  boolean isMetBy(Triple triple, Node[] values) {
    return isMetBy(predicate, triple.getPredicate(), values)
        && isMetBy(subject, triple.getSubject(), values)
        && isMetBy(object, triple.getObject(), values);
  }

  boolean hasVariablePredicate() {
    return predicate instanceof Node_RuleVariable;
  }

  private static boolean isMetBy(Node wanted, Node term, Node[] values) {
    if (wanted instanceof Node_RuleVariable variable) {
      Node known = values[variable.getIndex()];
      if (known.equals(Node.ANY)) {
        values[variable.getIndex()] = term;
        return true;
      }
      return known.equals(term);
    }
    return wanted.equals(term);
  }

  static Node value(Node term, Node[] values) {
    return term instanceof Node_RuleVariable variable ? values[variable.getIndex()] : term;
  }

  private static Node substituted(Node term, Node[] values) {
    Node value = value(term, values);
    return value.equals(Node.ANY) ? term : value;
  }
}
