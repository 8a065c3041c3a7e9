package org.demarche.server.sparql;

import static java.util.Objects.requireNonNullElse;
import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryException;
import org.apache.jena.update.UpdateException;
import org.demarche.server.problem.Problem;
import org.demarche.server.problem.ProblemException;

/** Tells where a query or update can't be read, and why. */
final class SyntaxErrors {
  /** Enough for every sentence of the parser; names from the text may be as long as the text. */
  private static final int LONGEST = 500;

  /** The parser puts the place into its sentence, first or last, in one of these ways. */
  private static final Pattern PLACE =
      Pattern.compile(
          "^\\[?line:? (?<line>\\d+), col(umn)?:? (?<column>\\d+) ?[]:]\\s*"
              + "| at line (?<atline>\\d+), column (?<atcolumn>\\d+)",
          CASE_INSENSITIVE);

  /** The parser shows a token with its kind: {@code " "}" "} ""}. */
  private static final Pattern TOKEN = Pattern.compile("\" \\S+ \"(.*?) ?\"\"");

  /** The parser names a character by its number, and escapes what it has read of a word. */
  private static final Pattern NO_WORD =
      Pattern.compile(
          "Lexical error\\.\\s+Encountered: (<EOF>|'(?<code>\\d+)' \\(\\d+\\))"
              + "(,? after prefix \"(?<word>.+)\")?.*");

  private static final Pattern ESCAPED =
      Pattern.compile("\\\\(?:u(?<hex>[0-9a-f]{4})|(?<letter>.))");

  private SyntaxErrors() {}

  /**
   * Runs a parser of the engine's.
   *
   * @throws ProblemException 400, with line and column where the parser knows them
   */
  static <T> T toldBy(Supplier<T> parser) {
    try {
      return parser.get();
    } catch (QueryException | UpdateException found) {
      throw new ProblemException(
          found.getCause() instanceof StackOverflowError ? tooDeep() : problem(found));
    } catch (StackOverflowError _) {
      throw new ProblemException(tooDeep());
    }
  }

  private static Problem tooDeep() {
    return Problem.of(400, "Syntax error: it is nested too deeply to be read.");
  }

  private static Problem problem(RuntimeException found) {
    String message = requireNonNullElse(found.getMessage(), "it can't be read");
    // The rest of the message lists every token that could have stood there.
    String line = message.lines().findFirst().orElse("");
    Matcher place = PLACE.matcher(line);
    if (!place.find()) {
      return Problem.of(400, "Syntax error: " + shortened(line));
    }
    // The exception has a place too, but it is that of the last token before the error.
    long row = number(place, "line", "atline");
    long column = number(place, "column", "atcolumn");
    String what = sentence(place.replaceFirst(""));
    return Problem.of(
            400, "Syntax error at line " + row + ", column " + column + ": " + shortened(what))
        .with("line", row)
        .with("column", column);
  }

  private static String sentence(String told) {
    Matcher lexical = NO_WORD.matcher(told.strip());
    if (!lexical.matches()) {
      return TOKEN.matcher(told).replaceFirst("\"$1\"");
    }
    if (lexical.group("word") != null) {
      return "\"" + unescaped(lexical.group("word")) + "\" is no word of SPARQL, or lacks its end.";
    }
    int code = lexical.group("code") == null ? 0 : Integer.parseInt(lexical.group("code"));
    // Of a character that Java writes as two, only the first half is told.
    return Character.isValidCodePoint(code) && !Character.isISOControl(code) && code < 0xD800
        ? "\"" + Character.toString(code) + "\" can't stand here."
        : "What stands here is no character of SPARQL.";
  }

  private static String unescaped(String text) {
    return ESCAPED
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group("hex") != null
                        ? Character.toString(Integer.parseInt(found.group("hex"), 16))
                        : found.group("letter")));
  }

  private static long number(Matcher place, String name, String otherName) {
    String digits = place.group(name);
    return Long.parseLong(digits == null ? place.group(otherName) : digits);
  }

  private static String shortened(String sentence) {
    String stripped = sentence.strip();
    return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST) + "…";
  }
}
