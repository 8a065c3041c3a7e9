package org.demarche.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Lucene's query for what a person typed. The text is analysed, never parsed, so that no character
 * in it means anything. In the order of their weight, it finds
 *
 * <ol>
 *   <li>the thing of exactly this name, but for case, accents, spaces and punctuation;
 *   <li>names that begin so;
 *   <li>texts with all of the words;
 *   <li>names that differ by a letter or two;
 *   <li>only if asked to: texts with some of the words.
 * </ol>
 *
 * <p>A word that no text has stands for those that begin with it, are spelt nearly so, or, put
 * together, are it.
 */
final class NameQuery {
  private static final int MOST_WORDS = 24;
  private static final int MOST_EXPANSIONS = 32;
  private static final int SHORTEST_FUZZY_WORD = 4;
  private static final int LONGEST_FUZZY = 48;
  private static final float EXACT = 100;
  private static final float BEGINNING = 30;
  private static final float ALL_WORDS = 20;
  private static final float NEARLY = 15;
  private static final float NEAR_WORD = 0.5f;

  private final IndexReader reader;
  private final String name;
  private final List<String> words;

  NameQuery(String text, Analysis analysis, IndexReader reader) {
    this.reader = reader;
    this.name = Analysis.name(text);
    this.words =
        analysis.words(text).stream()
            .map(Analysis.Word::term)
            .distinct()
            .limit(MOST_WORDS)
            .toList();
  }

  /** Finds texts that answer the whole of it. */
  Query whole() throws IOException {
    List<Query> ways = new ArrayList<>(named(true));
    allWords(false).ifPresent(ways::add);
    return weighted(ways);
  }

  /** Finds texts that answer a part of it, too. */
  Query partly() throws IOException {
    List<Query> ways = new ArrayList<>(named(true));
    allWords(false).ifPresent(ways::add);
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    for (String word : words) {
      some.add(word(word, false), Occur.SHOULD);
    }
    some.setMinimumNumberShouldMatch(Math.max(1, words.size() / 2));
    ways.add(some.build());
    return weighted(ways);
  }

  /** Finds names of which it may be the beginning, or which have a word that begins as its last. */
  Query begun() throws IOException {
    List<Query> ways = new ArrayList<>(named(false));
    allWords(true).ifPresent(ways::add);
    return new BooleanQuery.Builder()
        .add(weighted(ways), Occur.MUST)
        .add(new TermQuery(new Term(IndexField.NAMES, IndexField.YES)), Occur.FILTER)
        .build();
  }

  /** Finds names that are like it in some way, for whoever found nothing else. */
  Query like() {
    List<Query> ways = new ArrayList<>();
    int edits = Math.min(2, name.codePointCount(0, name.length()) - 2);
    if (edits > 0 && edits(name) > 0) {
      ways.add(constant(distant(new Term(IndexField.NAME, name), edits), 2));
    }
    words.stream()
        .filter(word -> isLatin(word) && word.length() >= SHORTEST_FUZZY_WORD)
        .filter(word -> edits(word) > 0)
        .forEach(word -> ways.add(distant(new Term(IndexField.WORDS, word), 2)));
    return new BooleanQuery.Builder()
        .add(weighted(ways), Occur.MUST)
        .add(new TermQuery(new Term(IndexField.NAMES, IndexField.YES)), Occur.FILTER)
        .build();
  }

  private static Query distant(Term term, int edits) {
    return new FuzzyQuery(term, edits, 0, MOST_EXPANSIONS, true);
  }

  private List<Query> named(boolean nearly) {
    if (name.isEmpty()) {
      return List.of();
    }
    Term whole = new Term(IndexField.NAME, name);
    List<Query> ways = new ArrayList<>();
    ways.add(constant(new TermQuery(whole), EXACT));
    ways.add(constant(new PrefixQuery(whole), BEGINNING));
    int edits = edits(name);
    if (nearly && edits > 0) {
      ways.add(constant(fuzzy(whole, edits), NEARLY));
    }
    return ways;
  }

  private Optional<Query> allWords(boolean lastIsBegun) throws IOException {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (int i = 0; i < words.size(); i++) {
      all.add(word(words.get(i), lastIsBegun && i == words.size() - 1), Occur.MUST);
    }
    Query each = all.build();
    return Optional.of(
        new BooleanQuery.Builder()
            .add(each, Occur.MUST)
            .add(constant(each, ALL_WORDS), Occur.SHOULD)
            .build());
  }

  /** A word, or what it may stand for. */
  private Query word(String word, boolean begun) throws IOException {
    Term term = new Term(IndexField.WORDS, word);
    List<Query> ways = new ArrayList<>();
    ways.add(new TermQuery(term));
    ways.add(new BoostQuery(new TermQuery(new Term(IndexField.KIND, word)), NEAR_WORD));
    boolean known = reader.docFreq(term) > 0;
    if (begun || !known) {
      ways.add(constant(new PrefixQuery(term), NEAR_WORD));
    }
    if (!known && isLatin(word) && word.length() >= SHORTEST_FUZZY_WORD) {
      int edits = edits(word);
      ways.add(new BoostQuery(fuzzy(term, edits), NEAR_WORD));
      ways.add(
          new BoostQuery(fuzzy(new Term(IndexField.KIND, word), edits), NEAR_WORD * NEAR_WORD));
      parts(word).forEach(ways::add);
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  /** The two words that it may be, such as "whitelist": those that texts have. */
  private Stream<Query> parts(String word) throws IOException {
    List<Query> parts = new ArrayList<>();
    for (int cut : IntStream.rangeClosed(2, word.length() - 2).toArray()) {
      Term first = new Term(IndexField.WORDS, word.substring(0, cut));
      Term second = new Term(IndexField.WORDS, word.substring(cut));
      if (reader.docFreq(first) > 0 && reader.docFreq(second) > 0) {
        parts.add(
            new BooleanQuery.Builder()
                .add(new TermQuery(first), Occur.MUST)
                .add(new TermQuery(second), Occur.MUST)
                .build());
      }
    }
    return parts.stream();
  }

  private static Query fuzzy(Term term, int edits) {
    return new FuzzyQuery(term, edits, 1, MOST_EXPANSIONS, true);
  }

  /** How many letters may be wrong. Hangul is counted in letters, of which a syllable has three. */
  private static int edits(String word) {
    int length = word.codePointCount(0, word.length());
    if (length > LONGEST_FUZZY) {
      return 0;
    }
    if (isLatin(word)) {
      return length < SHORTEST_FUZZY_WORD ? 0 : length < 8 ? 1 : 2;
    }
    return length < 3 ? 0 : length < 12 ? 1 : 2;
  }

  private static boolean isLatin(String word) {
    return word.codePoints().allMatch(character -> character < 0x250);
  }

  private static Query constant(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }

  /** The best way counts, and others a little, times what the text is and what it is of. */
  private static Query weighted(List<Query> ways) {
    return ways.isEmpty()
        ? new MatchNoDocsQuery("There is no word in it")
        : FunctionScoreQuery.boostByValue(
            new DisjunctionMaxQuery(ways, 0.1f),
            DoubleValuesSource.fromFloatField(IndexField.WEIGHT));
  }
}
