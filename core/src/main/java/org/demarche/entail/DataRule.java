package org.demarche.entail;

import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;

/**
 * A rule whose conditions on what terms mean are met already, so that conditions on data are left:
 * {@code (?x rdf:type dem:State) -> (?x rdf:type dem:Actor)}. Immutable.
 *
 * @param body at least one condition
 * @param notLiteral variables that must not stand for a literal
 * @param variables how many variables there are
 */
record DataRule(List<Condition> body, List<Node> notLiteral, Condition head, int variables) {
  DataRule {
    body = List.copyOf(body);
    notLiteral = List.copyOf(notLiteral);
  }

  /** Values for its variables: none yet. */
  Node[] noValues() {
    Node[] values = new Node[variables];
    Arrays.fill(values, Node.ANY);
    return values;
  }

  boolean allows(Node[] values) {
    return notLiteral.stream().noneMatch(term -> Condition.value(term, values).isLiteral());
  }

  boolean saysNothing() {
    return body.contains(head);
  }
}
