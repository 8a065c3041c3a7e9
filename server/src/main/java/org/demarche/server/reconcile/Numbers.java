package org.demarche.server.reconcile;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A list of numbers that takes little memory. */
final class Numbers {
  private int[] values = new int[2];
  private int size;

  /** Appends a number. */
  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** Hands over one after the other. */
  void each(IntConsumer taker) {
    for (int at = 0; at < size; at++) {
      taker.accept(values[at]);
    }
  }
}
