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
    String what = TOKEN.matcher(place.replaceFirst("")).replaceFirst("\"$1\"");
    return Problem.of(
            400, "Syntax error at line " + row + ", column " + column + ": " + shortened(what))
        .with("line", row)
        .with("column", column);
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
