package org.demarche.search;

import org.apache.jena.query.QueryExecException;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.Query;

/**
 * The syntax of Lucene in {@code text:query}, without what asks for other fields than the text, or
 * takes long: regular expressions, and {@code *} or {@code ?} at the beginning of a word. For one
 * query.
 */
final class TextSyntax extends QueryParser {
  private static final int LONGEST = 1_000;
  private static final String HINT =
      " Its text is in Lucene's query syntax; to look for a sign that means something there, put \\"
          + " before it, or the whole in quotation marks.";

  private TextSyntax(Analysis analysis) {
    super(IndexField.WORDS, analysis.analyzer());
    // A word of Korean or Japanese becomes several, which must stand together.
    setSplitOnWhitespace(true);
    setAutoGeneratePhraseQueries(true);
  }

  /**
   * Reads a query.
   *
   * @throws QueryExecException when it can't be read, in words for whoever wrote it
   */
  static Query parse(String text, Analysis analysis) {
    if (text.length() > LONGEST) {
      throw new QueryExecException("text:query takes at most 1,000 characters of text.");
    }
    TextSyntax syntax = new TextSyntax(analysis);
    try {
      return syntax.parse(Analysis.normalized(text));
    } catch (ParseException unreadable) {
      String why = firstLine(unreadable);
      throw new QueryExecException(
          "text:query can't read \"" + text + "\"" + (why.isEmpty() ? "." : ": " + why) + HINT);
    }
  }

  /** Lucene wraps what we say in what it says, and its own words name its classes. */
  private static String firstLine(Exception unreadable) {
    Throwable said = unreadable.getCause() instanceof Refused cause ? cause : unreadable;
    return said instanceof Refused ? said.getMessage() + "." : "";
  }

  private static final class Refused extends ParseException {
    Refused(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  @Override
  protected Query getFieldQuery(String field, String text, boolean quoted) throws ParseException {
    requireText(field);
    return super.getFieldQuery(field, text, quoted);
  }

  @Override
  protected Query getPrefixQuery(String field, String beginning) throws ParseException {
    requireText(field);
    return super.getPrefixQuery(field, beginning);
  }

  @Override
  protected Query getFuzzyQuery(String field, String word, float similarity) throws ParseException {
    requireText(field);
    return super.getFuzzyQuery(field, word, similarity);
  }

  @Override
  protected Query getWildcardQuery(String field, String pattern) throws ParseException {
    requireText(field);
    if (pattern.startsWith("*") || pattern.startsWith("?")) {
      throw new Refused("a word can't begin with * or ?");
    }
    return super.getWildcardQuery(field, pattern);
  }

  @Override
  protected Query getRegexpQuery(String field, String pattern) throws ParseException {
    throw new Refused("regular expressions, between / and /, are not taken");
  }

  @Override
  protected Query getRangeQuery(
      String field, String from, String to, boolean fromIncluded, boolean toIncluded)
      throws ParseException {
    throw new Refused("ranges, with TO between brackets, are not taken");
  }

  private void requireText(String field) throws ParseException {
    if (!field.equals(IndexField.WORDS)) {
      throw new Refused(
          "there is no field \"" + field + "\"; name a property before the text instead");
    }
  }
}
