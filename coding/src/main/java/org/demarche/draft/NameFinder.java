package org.demarche.draft;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ahocorasick.trie.Emit;
import org.ahocorasick.trie.Trie;
import org.apache.jena.graph.Node;
import org.demarche.draft.Cue.Hint;
import org.demarche.draft.KnownNames.Meaning;
import org.demarche.draft.Mention.Certainty;

/**
 * Finds known names in sentences: all at once by the algorithm of Aho and Corasick, of those that
 * overlap the longest. Case, hyphens and the particles after a name don't matter; a name that is
 * written with a capital must begin with one.
 */
final class NameFinder {
  /** Shorter names in capitals are words too: US and us, SMA and sma. */
  private static final Pattern ACRONYM = Pattern.compile("[\\p{Lu}.]{2,}");

  private final Map<String, List<Entry>> entries = new HashMap<>();
  private final Trie trie;

  private record Entry(String name, Meaning meaning) {}

  private NameFinder(Map<String, List<Entry>> entries) {
    this.entries.putAll(entries);
    this.trie = Trie.builder().addKeywords(entries.keySet()).build();
  }

  /**
   * A finder for one article: who is named there in full may be named in short too.
   *
   * @param sentences all of the article's
   */
  static NameFinder of(KnownNames names, Collection<Sentence> sentences) {
    Map<String, List<Entry>> entries = new HashMap<>();
    names.meanings().forEach((name, meanings) -> meanings.forEach(it -> add(entries, name, it)));
    NameFinder whole = new NameFinder(entries);
    Set<Node> named =
        sentences.stream()
            .flatMap(sentence -> whole.nodes(sentence).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    named.forEach(
        node -> names.parts(node).forEach((name, meaning) -> add(entries, name, meaning)));
    return new NameFinder(entries);
  }

  private static void add(Map<String, List<Entry>> entries, String name, Meaning meaning) {
    entries.computeIfAbsent(key(name), _ -> new ArrayList<>()).add(new Entry(name, meaning));
  }

  /** A name without what may differ; as long as the name, so that places in it stay the same. */
  static String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      key.append(
          switch (letter) {
            case '-', '\u2010', '\u2011', '\u00A0', '\u3000' -> ' ';
            case '’' -> '\'';
            default -> Character.toLowerCase(letter);
          });
    }
    return key.toString();
  }

  /** The names in a sentence, in its order. */
  List<Mention> in(Sentence sentence) {
    String text = sentence.text();
    List<Emit> emits = new ArrayList<>(trie.parseText(key(text)));
    emits.sort(Comparator.comparingInt(Emit::size).reversed().thenComparingInt(Emit::getStart));
    List<Mention> mentions = new ArrayList<>();
    BitSet taken = new BitSet();
    for (Emit emit : emits) {
      int start = emit.getStart();
      int end = emit.getEnd() + 1;
      int next = taken.nextSetBit(start);
      if ((next < 0 || next >= end) && stands(text, start, end, sentence.language())) {
        List<Meaning> meanings =
            entries.getOrDefault(emit.getKeyword(), List.of()).stream()
                .filter(entry -> isWritten(entry.name(), text.substring(start, end)))
                .map(Entry::meaning)
                .distinct()
                .toList();
        if (!meanings.isEmpty()) {
          taken.set(start, end);
          mentions.addAll(mentions(text.substring(start, end), start, end, meanings));
        }
      }
    }
    return mentions.stream().sorted(Comparator.comparingInt(Mention::start)).toList();
  }

  /** Whatever is named, within a longer name too. */
  private List<Node> nodes(Sentence sentence) {
    return trie.parseText(key(sentence.text())).stream()
        .flatMap(emit -> entries.getOrDefault(emit.getKeyword(), List.of()).stream())
        .flatMap(entry -> entry.meaning().things().stream())
        .map(Known::node)
        .toList();
  }

  private static List<Mention> mentions(String text, int start, int end, List<Meaning> meanings) {
    if (meanings.size() == 1) {
      Meaning only = meanings.getFirst();
      return only.things().stream()
          .map(thing -> new Mention(start, end, text, List.of(thing), only.certainty()))
          .toList();
    }
    Certainty certainty =
        meanings.stream().map(Meaning::certainty).max(Comparator.naturalOrder()).orElseThrow();
    return List.of(
        new Mention(
            start,
            end,
            text,
            meanings.stream().flatMap(it -> it.things().stream()).distinct().toList(),
            certainty));
  }

  /** Whether the name isn't a part of another word. */
  private static boolean stands(String text, int start, int end, String language) {
    if (language.equals(Language.JAPANESE) && !isLatin(text.charAt(start))) {
      return true;
    }
    if (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1)) && joins(text, start)) {
      return false;
    }
    if (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)) || !joins(text, end)) {
      return true;
    }
    for (Pattern suffix : Cues.of(language).following(Hint.SUFFIX)) {
      Matcher after = suffix.matcher(text).region(end, text.length());
      if (after.lookingAt()
          && (after.end() == text.length()
              || !Character.isLetterOrDigit(text.charAt(after.end())))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word goes on here: GSOMIA를 is a name in Latin letters and a particle. */
  private static boolean joins(String text, int index) {
    return isLatin(text.charAt(index - 1)) == isLatin(text.charAt(index))
        || Character.isDigit(text.charAt(index));
  }

  private static boolean isLatin(char letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
  }

  private static boolean isWritten(String name, String text) {
    if (ACRONYM.matcher(name).matches()) {
      return name.equals(text);
    }
    return !Character.isUpperCase(name.charAt(0)) || Character.isUpperCase(text.charAt(0));
  }
}
