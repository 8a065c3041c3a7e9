package org.demarche.server.reconcile;

import java.util.ArrayList;
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

  /**
   * After so many labels were met the more usual words count no more: the rarer ones came first.
   */
  private static final int MOST_STEPS = 50_000;

  private static final double BEGINNING = 0.7;
  private static final double LIKE = 0.7;

  /** Above any sum of words: the letters are the same, or are the first ones of the words. */
  private static final float SAME = 10;

  private static final Numbers NONE = new Numbers();

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
    Map<String, Numbers> words = new HashMap<>();
    List<Name> names = index.labels.parallelStream().map(label -> Name.of(label.label())).toList();
    for (int at = 0; at < names.size(); at++) {
      Name name = names.get(at);
      add(index.bySqueezed, name.squeezed(), at);
      for (String initials : name.initials()) {
        add(index.byInitials, initials, at);
      }
      for (String key : name.keys()) {
        add(words, key, at);
      }
    }
    index.byWord.putAll(words);
    index.byWord.forEach(
        (word, found) -> {
          float weight = index.weight(found.size());
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
    Tally tally = new Tally(labels.size());
    List<String> keys =
        asked.keys().stream()
            .sorted(Comparator.comparingInt(this::number).thenComparing(key -> key))
            .limit(MOST_WORDS)
            .toList();
    float total = 0;
    for (String key : keys) {
      total += weight(number(key));
      if (tally.steps() < MOST_STEPS) {
        count(key, tally);
      }
    }
    float whole = total;
    tally.change((at, sum) -> 2 * sum / (whole + weights[at]));
    bySqueezed.getOrDefault(asked.squeezed(), NONE).each(at -> tally.add(at, SAME));
    if (Name.isAbbreviation(text)) {
      byInitials.getOrDefault(asked.squeezed(), NONE).each(at -> tally.add(at, SAME));
    }
    return tally.highest(limit).stream().map(labels::get).toList();
  }

  /** Adds to each label what the best of its words counts that are like one asked for. */
  private void count(String key, Tally tally) {
    Map<Integer, Float> best = new HashMap<>();
    like(key)
        .forEach(
            (word, alike) -> {
              Numbers found = byWord.getOrDefault(word, NONE);
              float value = (float) (alike * weight(found.size()));
              tally.step(found.size());
              found.each(at -> best.merge(at, value, Math::max));
            });
    best.forEach(tally::add);
  }

  private int number(String key) {
    return byWord.getOrDefault(key, NONE).size();
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

  /** A word that no label has counts as one that one label has. */
  private float weight(int number) {
    return (float) Math.log(1 + (double) labels.size() / Math.max(1, number));
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
}
