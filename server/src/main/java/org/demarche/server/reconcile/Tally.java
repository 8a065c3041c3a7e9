package org.demarche.server.reconcile;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** What each label has come to in one search. Used by one thread. */
final class Tally {
  /** What a sum becomes. */
  interface Change {
    /** The new sum of a label. */
    float of(int at, float sum);
  }

  private final float[] sums;
  private final Numbers touched = new Numbers();
  private long steps;

  /** Of so many labels. */
  Tally(int size) {
    sums = new float[size];
  }

  /** Adds to one of them. */
  void add(int at, float value) {
    if (sums[at] == 0) {
      touched.add(at);
    }
    sums[at] += value;
  }

  /** Replaces each sum by what is made of it. */
  void change(Change change) {
    touched.each(at -> sums[at] = change.of(at, sums[at]));
  }

  /** Counts what was done for it. */
  void step(int number) {
    steps += number;
  }

  /** What was done for it. */
  long steps() {
    return steps;
  }

  /** Those with the highest sums, the highest first; of equals the earlier. */
  List<Integer> highest(int limit) {
    Comparator<Integer> lowest =
        Comparator.comparingDouble((Integer at) -> sums[at]).thenComparingInt(at -> -at);
    PriorityQueue<Integer> best = new PriorityQueue<>(lowest);
    touched.each(
        at -> {
          if (best.size() < limit) {
            best.add(at);
          } else if (sums[at] > sums[best.element()]) {
            best.remove();
            best.add(at);
          }
        });
    return best.stream().sorted(lowest.reversed()).toList();
  }
}
