package org.demarche.server.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Labels by their words. A label is the likelier the more of the words that are asked for it has,
 * and the fewer others; rare words count more. A word also finds those that begin with it, and
 * those that share most of its letters, through their sequences of three. Immutable.
 */
final class LabelIndex {
  /** More words than these aren't looked at: somebody pasted a text. */
  private static final int MOST_WORDS = 24;

  private static final int MOST_BEGINNINGS = 200;
  private static final double BEGINNING = 0.7;
  private static final double LIKE = 0.7;

  /** Above any sum of words: the letters are the same, or are the first ones of the words. */
  private static final float SAME = 10;

  private final List<Match> labels;
  private final Map<String, Numbers> bySqueezed;
  private final Map<String, Numbers> byInitials;
  private final NavigableMap<String, Numbers> byWord;
  private final Map<String, List<String>> wordsByTrigram;
  private final float[] weights;

  private LabelIndex(List<Match> labels) {
    this.labels = labels;
    this.bySqueezed = new HashMap<>();
    this.byInitials = new HashMap<>();
    this.byWord = new TreeMap<>();
    this.wordsByTrigram = new HashMap<>();
    this.weights = new float[labels.size()];
  }

  /** Indexes labels. */
  static LabelIndex of(Collection<Match> labels) {
    LabelIndex index = new LabelIndex(List.copyOf(labels));
    for (int at = 0; at < index.labels.size(); at++) {
      Name name = Name.of(index.labels.get(at).label());
      add(index.bySqueezed, name.squeezed(), at);
      add(index.byInitials, name.initials(), at);
      for (String key : name.keys()) {
        add(index.byWord, key, at);
      }
    }
    index.byWord.forEach(
        (word, found) -> {
          float weight = index.weight(found);
          found.each(at -> index.weights[at] += weight);
          trigrams(word)
              .forEach(
                  part ->
                      index.wordsByTrigram.computeIfAbsent(part, _ -> new ArrayList<>()).add(word));
        });
    return index;
  }

  /** The likeliest labels first. */
  List<Match> find(String text, int limit) {
    Name asked = Name.of(text);
    float[] sums = new float[labels.size()];
    float total = 0;
    float[] best = new float[labels.size()];
    for (String key : asked.keys().stream().sorted().limit(MOST_WORDS).toList()) {
      Numbers touched = new Numbers();
      Numbers exact = byWord.get(key);
      total += exact == null ? rarest() : weight(exact);
      like(key)
          .forEach(
              (word, alike) -> {
                Numbers found = byWord.getOrDefault(word, new Numbers());
                float value = (float) (alike * weight(found));
                found.each(
                    at -> {
                      if (best[at] == 0) {
                        touched.add(at);
                      }
                      best[at] = Math.max(best[at], value);
                    });
              });
      touched.each(
          at -> {
            sums[at] += best[at];
            best[at] = 0;
          });
    }
    for (int at = 0; at < sums.length; at++) {
      sums[at] = sums[at] == 0 ? 0 : 2 * sums[at] / (total + weights[at]);
    }
    Numbers none = new Numbers();
    bySqueezed.getOrDefault(asked.squeezed(), none).each(at -> sums[at] += SAME);
    if (Name.isAbbreviation(text)) {
      byInitials.getOrDefault(asked.squeezed(), none).each(at -> sums[at] += SAME);
    }
    return IntStream.range(0, sums.length)
        .filter(at -> sums[at] > 0)
        .boxed()
        .sorted(Comparator.comparing((Integer at) -> -sums[at]))
        .limit(limit)
        .map(labels::get)
        .toList();
  }

  /** The words that a word may stand for, and how much they are like it. */
  private Map<String, Double> like(String key) {
    Map<String, Double> like = new HashMap<>();
    byWord.subMap(key, true, key + Character.MAX_VALUE, true).keySet().stream()
        .limit(MOST_BEGINNINGS)
        .forEach(word -> like.put(word, BEGINNING));
    if (key.length() >= 3) {
      Map<String, Integer> shared = new HashMap<>();
      List<String> parts = trigrams(key).toList();
      parts.forEach(
          part ->
              wordsByTrigram
                  .getOrDefault(part, List.of())
                  .forEach(word -> shared.merge(word, 1, Integer::sum)));
      shared.forEach(
          (word, number) -> {
            if (number * 3 >= parts.size()) {
              double alike = Similarity.ofLetters(key, word);
              if (alike >= LIKE) {
                like.merge(word, alike * alike, Math::max);
              }
            }
          });
    }
    if (byWord.containsKey(key)) {
      like.put(key, 1.0);
    }
    return like;
  }

  private float weight(Numbers found) {
    return (float) Math.log(1 + (double) labels.size() / Math.max(1, found.size));
  }

  private float rarest() {
    return (float) Math.log(1 + (double) labels.size());
  }

  private static Stream<String> trigrams(String word) {
    String framed = "^" + word + "$";
    return IntStream.rangeClosed(0, framed.length() - 3)
        .mapToObj(at -> framed.substring(at, at + 3))
        .distinct();
  }

  private static void add(Map<String, Numbers> index, String key, int at) {
    if (!key.isEmpty()) {
      index.computeIfAbsent(key, _ -> new Numbers()).add(at);
    }
  }

  /** A list of numbers that takes little memory. */
  private static final class Numbers {
    private int[] values = new int[2];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    void each(java.util.function.IntConsumer taker) {
      for (int at = 0; at < size; at++) {
        taker.accept(values[at]);
      }
    }
  }
}
