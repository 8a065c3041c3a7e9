package org.demarche.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * How a text becomes what is looked up, the same for all languages, as a query doesn't tell its
 * own: words at the bounds of Unicode (UAX 29), without case and accents, English ones without
 * their endings; runs of Chinese characters, kana and Hangul as overlapping pairs. Thread-safe.
 */
final class Analysis implements AutoCloseable {
  /** To be changed whenever the same text becomes other words than before. */
  static final String VERSION = "1";

  private static final int LONGEST_NAME = 256;

  private final Analyzer analyzer;

  /**
   * A word of a text.
   *
   * @param start where it stands in the normalized text, in UTF-16 units
   * @param end after its last unit
   */
  record Word(String term, int start, int end) {}

  Analysis(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** The one that was found best. */
  static Analysis standard() {
    return new Analysis(
        new Analyzer() {
          @Override
          protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream stream = new LowerCaseFilter(new CJKWidthFilter(words));
            stream = new ASCIIFoldingFilter(new EnglishPossessiveFilter(stream));
            stream = new CJKBigramFilter(new KStemFilter(stream));
            return new TokenStreamComponents(words, stream);
          }

          // For the beginnings of words, which are not whole enough for the rest.
          @Override
          protected TokenStream normalize(String field, TokenStream part) {
            return new ASCIIFoldingFilter(new LowerCaseFilter(new CJKWidthFilter(part)));
          }
        });
  }

  Analyzer analyzer() {
    return analyzer;
  }

  /** One of all spellings that Unicode holds for the same, such as Hangul whole or in parts. */
  static String normalized(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** The words of a text, in its order; of {@link #normalized}. */
  List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(IndexField.WORDS, normalized(text))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(new Word(term.toString(), offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("Text in memory can't fail to be read", e);
    }
    return words;
  }

  /**
   * A name as one word, without case, accents, spaces and punctuation: {@code moonjaein}. Hangul
   * comes in its letters, so that a wrong vowel is one letter of many, and a syllable that is being
   * typed is the beginning of another.
   */
  static String name(String text) {
    StringBuilder name = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(character -> Character.isLetterOrDigit(character) || isVoicing(character))
        .limit(LONGEST_NAME)
        .forEach(name::appendCodePoint);
    return name.toString();
  }

  /** The two marks that tell one kana from another; other marks are accents. */
  private static boolean isVoicing(int character) {
    return character == 0x3099 || character == 0x309A;
  }

  @Override
  public void close() {
    analyzer.close();
  }
}
