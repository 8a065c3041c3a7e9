package org.demarche.server.reconcile;

import org.apache.jena.graph.Node;

/** A value that a client gives for a property. */
sealed interface Given {
  /**
   * A text.
   *
   * @param text as it was sent
   */
  record Text(String text) implements Given {}

  /**
   * A number.
   *
   * @param number as it was sent
   */
  record Quantity(double number) implements Given {}

  /**
   * A truth.
   *
   * @param truth as it was sent
   */
  record Truth(boolean truth) implements Given {}

  /**
   * A thing that was reconciled before.
   *
   * @param thing which need not be there
   */
  record Thing(Node thing) implements Given {}
}
