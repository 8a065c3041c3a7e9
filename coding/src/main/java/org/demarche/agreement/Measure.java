package org.demarche.agreement;

/** A measure of agreement, or why it has no value. */
public sealed interface Measure {

  /**
   * A value.
   *
   * @param value 1 for full agreement, 0 for as much as chance makes, below 0 for less
   */
  record Value(double value) implements Measure {}

  /**
   * None.
   *
   * @param reason a whole sentence
   */
  record Undefined(String reason) implements Measure {}
}
