package org.demarche.sheet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Numbers, dates and the like, as cells have them. Stateless. */
final class Literals {
  private static final List<DateTimeFormatter> IN_WORDS =
      Stream.of("d MMMM uuuu", "d MMM uuuu", "MMMM d, uuuu", "MMM d, uuuu", "MMMM uuuu", "MMM uuuu")
          .map(
              pattern ->
                  new DateTimeFormatterBuilder()
                      .parseCaseInsensitive()
                      .appendPattern(pattern)
                      .toFormatter(Locale.ENGLISH))
          .toList();

  private static final Pattern DATE = Pattern.compile("-?[0-9]{4,}-[0-9]{2}-[0-9]{2}");
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]*\\.?[0-9]+");
  private static final Pattern DURATION = Pattern.compile("-?P(?=.)[0-9YMDTHS.]+");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?<one>[0-9]{1,2})[./-](?<two>[0-9]{1,2})[./-](?<year>[0-9]{4})");
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<year>[0-9]{4})\\s*[./年년-]\\s*(?<one>[0-9]{1,2})\\s*[./月월-]\\s*(?<two>[0-9]{1,2})\\s*[.日일]?");
  private static final Pattern GROUPS = Pattern.compile("(?<=[0-9])[,.'’\\s](?=[0-9]{3}(?![0-9]))");
  private static final Set<String> TRUE = Set.of("true", "1");
  private static final Set<String> FALSE = Set.of("false", "0");

  private Literals() {}

  /** A literal of a type, its text as it is written; empty when it isn't one of the type. */
  static Optional<Node> of(RDFDatatype type, String text) {
    String lexical = type.equals(XSDDatatype.XSDboolean) ? truth(text) : text;
    boolean fits =
        type.isValid(lexical)
            && (!type.equals(XSDDatatype.XSDdate) || DATE.matcher(lexical).matches());
    return fits ? Optional.of(NodeFactory.createLiteralDT(lexical, type)) : Optional.empty();
  }

  /** A date, a number, a duration or a truth value, by what it looks like. */
  static Optional<Node> ofShape(String text) {
    if (DATE.matcher(text).matches()) {
      return of(XSDDatatype.XSDdate, text);
    }
    if (INTEGER.matcher(text).matches()) {
      return of(XSDDatatype.XSDinteger, text);
    }
    if (DECIMAL.matcher(text).matches()) {
      return of(XSDDatatype.XSDdecimal, text);
    }
    if (DURATION.matcher(text).matches()) {
      return of(XSDDatatype.XSDduration, text);
    }
    String truth = text.toLowerCase(Locale.ROOT);
    return truth.equals("true") || truth.equals("false")
        ? of(XSDDatatype.XSDboolean, truth)
        : Optional.empty();
  }

  /** That a text isn't of a type. */
  static String wrong(RDFDatatype type, String text) {
    String quoted = ValueReader.quoted(text);
    if (type.equals(XSDDatatype.XSDboolean)) {
      return quoted + " is neither true nor false.";
    }
    if (type.equals(XSDDatatype.XSDinteger)) {
      return quoted + " is no whole number.";
    }
    if (type.equals(XSDDatatype.XSDdecimal)) {
      return quoted + " is no number.";
    }
    return quoted + " is no " + (type.equals(XSDDatatype.XSDdate) ? "day." : type.getURI() + ".");
  }

  /** What to write instead of something that isn't of a type. */
  static String right(RDFDatatype type, String text) {
    if (type.equals(XSDDatatype.XSDboolean)) {
      return "Write true or false, or leave the cell empty.";
    }
    if (type.equals(XSDDatatype.XSDdate)) {
      return day(text)
          .map(day -> "Write " + day + ".")
          .orElse("Write year, month and day: 2019-11-22.");
    }
    return plain(text)
        .filter(type::isValid)
        .map(plain -> "Write " + plain + ".")
        .orElse("Write digits only, with a point before decimals where they are allowed.");
  }

  /** A number without what countries put into it, and without an exponent. */
  private static Optional<String> plain(String text) {
    try {
      return Optional.of(
          new BigDecimal(GROUPS.matcher(text).replaceAll("").replace(',', '.')).toPlainString());
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  /**
   * The day that somebody means by a date in a form of some country, as ISO 8601 writes it; both
   * where month and day could be either; empty when it is no such date.
   */
  static Optional<String> day(String text) {
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return iso(yearFirst.group("year"), yearFirst.group("one"), yearFirst.group("two"));
    }
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (!dayFirst.matches()) {
      return Optional.empty();
    }
    String year = dayFirst.group("year");
    Optional<String> european = iso(year, dayFirst.group("two"), dayFirst.group("one"));
    Optional<String> american = iso(year, dayFirst.group("one"), dayFirst.group("two"));
    return european.isPresent() && american.isPresent() && !european.equals(american)
        ? Optional.of(european.get() + " or " + american.get())
        : european.or(() -> american);
  }

  /** The day or month that somebody means who writes it in English words, as ISO 8601 writes it. */
  static Optional<String> inWords(String text) {
    return IN_WORDS.stream()
        .flatMap(
            format -> {
              try {
                return Stream.of(
                    format.parseBest(text, LocalDate::from, YearMonth::from).toString());
              } catch (DateTimeException inAnotherForm) {
                return Stream.empty();
              }
            })
        .findFirst();
  }

  private static Optional<String> iso(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
              .toString());
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static String truth(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return TRUE.contains(lower) ? "true" : FALSE.contains(lower) ? "false" : text;
  }
}
