package org.demarche.search;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.Character.UnicodeScript;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;

/**
 * Asks the look-ups of {@code look-ups.tsv} of indexes that differ by their analysis alone, and
 * prints how often what was looked for came first, and among the first three, and the mean of the
 * places' reciprocals. Once by words alone, as {@code text:query} asks; once as {@code /search} does,
 * where whole names and near spellings count too. {@code benchmarks/analyzers} starts it.
 */
final class AnalyzersCompared {
  private AnalyzersCompared() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, Supplier<Analysis>> candidates = new LinkedHashMap<>();
    candidates.put("pairs of CJK", Analysis::standard);
    candidates.put("UAX 29 alone", () -> new Analysis(single()));
    candidates.put("ICU", () -> new Analysis(icu()));
    candidates.put("Kuromoji and Nori", () -> new Analysis(new ByScript()));
    System.out.println("| analysis | asked as | first | first three | MRR | missed | ms |");
    System.out.println("|---|---|--:|--:|--:|---|--:|");
    try (KnowledgeGraph graph = LookUps.graph();
        Snapshot snapshot = graph.snapshot()) {
      List<Quad> quads =
          Iter.toList(snapshot.dataset().findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY));
      for (Map.Entry<String, Supplier<Analysis>> candidate : candidates.entrySet()) {
        try (SearchIndex index = SearchIndex.inMemory(candidate.getValue().get())) {
          index.rebuild(quads.iterator(), 1);
          measure(candidate.getKey(), "words", index, AnalyzersCompared::byWords);
          measure(
              candidate.getKey(),
              "search",
              index,
              (searcher, typed) -> searcher.search(Search.of(typed, 10), text -> true).best());
        }
      }
    }
  }

  private interface Asking {
    List<Hit> ask(Searcher searcher, String typed) throws IOException;
  }

  /** The best texts by BM25, each thing once. */
  private static List<Hit> byWords(Searcher searcher, String typed) throws IOException {
    Map<Node, Hit> things = new LinkedHashMap<>();
    for (Searcher.Found found :
        searcher.find(
            TextSyntax.parse(QueryParser.escape(typed), searcher.analysis()),
            1000,
            searcher.lucene())) {
      Entry entry = found.entry();
      things.putIfAbsent(
          entry.thing(),
          new Hit(
              entry.thing(),
              entry.kind(),
              entry.wording(),
              entry.text(),
              entry.language(),
              found.score()));
    }
    return List.copyOf(things.values());
  }

  private static void measure(String name, String how, SearchIndex index, Asking asking)
      throws IOException {
    int first = 0;
    int three = 0;
    double reciprocals = 0;
    StringBuilder missed = new StringBuilder();
    long nanos = 0;
    List<LookUps.LookUp> all = LookUps.all();
    try (Searcher searcher = index.at(1)) {
      for (LookUps.LookUp lookUp : all) {
        asking.ask(searcher, lookUp.typed());
        long start = System.nanoTime();
        List<Hit> hits = asking.ask(searcher, lookUp.typed());
        nanos += System.nanoTime() - start;
        int rank = lookUp.rank(hits).orElse(0);
        first += rank == 1 ? 1 : 0;
        three += rank >= 1 && rank <= 3 ? 1 : 0;
        reciprocals += rank == 0 ? 0 : 1.0 / rank;
        if (rank == 0 || rank > 3) {
          missed.append(missed.isEmpty() ? "" : ", ").append(lookUp.typed());
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %d | %d | %.3f | %s | %.1f |%n",
        name,
        how,
        first,
        three,
        reciprocals / all.size(),
        missed,
        nanos / 1e6 / all.size());
  }

  private static Analyzer single() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(
            words,
            new KStemFilter(
                new ASCIIFoldingFilter(new LowerCaseFilter(new CJKWidthFilter(words)))));
      }
    };
  }

  private static Analyzer icu() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new ICUTokenizer();
        TokenStream folded = new ICUFoldingFilter(words);
        return new TokenStreamComponents(words, new KStemFilter(folded));
      }
    };
  }

  /** Chosen by what the text is written in, as a query has no language. */
  private static final class ByScript extends Analyzer {
    private final Analyzer japanese = new JapaneseAnalyzer();
    private final Analyzer korean = new KoreanAnalyzer();
    private final Analyzer other = single();

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Dispatching dispatching = new Dispatching(this);
      return new TokenStreamComponents(dispatching::text, dispatching);
    }

    private Analyzer of(String text) {
      Set<UnicodeScript> scripts =
          text.codePoints().mapToObj(UnicodeScript::of).collect(Collectors.toSet());
      if (scripts.contains(UnicodeScript.HANGUL)) {
        return korean;
      }
      return Collections.disjoint(
              scripts, Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA))
          ? other
          : japanese;
    }
  }

  /** Hands on the words of the analyzer for its text. */
  private static final class Dispatching extends TokenStream {
    private final ByScript analyzers;
    private Iterator<Analysis.Word> words = Collections.emptyIterator();
    private Reader reader = Reader.nullReader();
    private final CharTermAttribute term =
        addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset =
        addAttribute(OffsetAttribute.class);

    Dispatching(ByScript analyzers) {
      this.analyzers = analyzers;
    }

    void text(Reader text) {
      reader = text;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      words = new Analysis(analyzers.of(text.toString())).words(text.toString()).iterator();
    }

    @Override
    public boolean incrementToken() {
      if (!words.hasNext()) {
        return false;
      }
      clearAttributes();
      Analysis.Word word = words.next();
      term.append(word.term());
      offset.setOffset(word.start(), word.end());
      return true;
    }
  }
}
