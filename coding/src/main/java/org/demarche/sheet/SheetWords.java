package org.demarche.sheet;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.demarche.validate.Finding;
import org.demarche.validate.Place;
import org.demarche.validate.ShortName;

/**
 * Puts findings, which speak of the ontology in prefixed names, into the words of a sheet: the
 * headings of its columns, codes and things as its cells have them.
 */
final class SheetWords {
  private static final String PROPERTY = "(?:dem|rdfs?|skos|schema|dcterms|oa|org):[a-z]\\w*";

  private static final Pattern A_PROPERTY = Pattern.compile(PROPERTY);

  /** What is said otherwise of cells than of triples, in the order in which it is put right. */
  private static final List<Rewording> REWORDINGS =
      List.of(
          new Rewording(" \"…\"@en", ""),
          new Rewording("(\"[^\"]*\")@\\w+", "$1"),
          new Rewording("\"([^\"]*)\"\\^\\^xsd:\\w+", "$1"),
          new Rewording("<(https?://[^>]*)>", "$1"),
          new Rewording("a concept of code:([a-z-]+)", "a code of $1"),
          new Rewording("\\bcode:[a-z-]+/([\\w.-]+)", "$1"),
          new Rewording("\\bcode:([a-z-]+)", "$1"),
          new Rewording("\\b([Aa]) dem:([AEIOU]\\w*)", "$1n $2"),
          new Rewording("\\bdem:([A-Z]\\w*)", "$1"),
          new Rewording("\\bid:", ""),
          // The bounds of a date are worked out from it.
          new Rewording("dem:earliestBegin and dem:latestEnd", "dem:edtf"),
          new Rewording("\\bUse another property", "Use another column"),
          new Rewording("\\bremove (" + PROPERTY + ")", "empty $1"),
          new Rewording("\\b([Ll]et " + PROPERTY + ") lead to", "$1 be"),
          new Rewording(
              "\\bwrite (?:one )?(" + PROPERTY + ")(?: with)?(?= [^;])", "fill in $1 with"),
          new Rewording("\\bwrite (?:one )?(" + PROPERTY + ")", "fill in $1"));

  private record Rewording(Pattern said, String better) {
    Rewording(String said, String better) {
      this(Pattern.compile(said), better);
    }
  }

  private SheetWords() {}

  /** A finding in a table, told to whoever fills in its cells. */
  static Finding tell(Finding finding, Headings headings) {
    Optional<Column> column =
        finding
            .place()
            .map(Place::column)
            .filter(number -> number > 0)
            .flatMap(number -> headings.columns().get(Math.toIntExact(number) - 1));
    String named =
        finding
            .breach()
            .flatMap(Finding.Breach::path)
            .map(path -> ShortName.of(path) + ": ")
            .filter(finding.wrong()::startsWith)
            .orElse("");
    return finding.inWords(
        words(finding.wrong().substring(named.length()), headings.table(), column),
        words(finding.right(), headings.table(), column));
  }

  /**
   * A message in the words of a table.
   *
   * @param column that it is about, whose things go without their kind
   */
  static String words(String message, TableName table, Optional<Column> column) {
    String words = message;
    for (Rewording rewording : REWORDINGS) {
      words = rewording.said().matcher(words).replaceAll(rewording.better());
    }
    words =
        words.replaceAll(column.map(Column::values).map(SheetWords::goesWithout).orElse("^"), "");
    return A_PROPERTY.matcher(words).replaceAll(property -> heading(property, table));
  }

  /** What of a thing's name is not written in a column, as a regular expression. */
  private static String goesWithout(Values values) {
    return switch (values) {
      case Values.Things(Optional<String> kind) when kind.isPresent() ->
          "\\b" + kind.get() + "/(?=\\w)";
      case Values.Parts(String kind) -> "\\b" + kind + "/[\\w.-]+/(?=\\w)";
      default -> "^";
    };
  }

  /**
   * The heading of a property's column, first in the table. The property itself heads a column
   * where none is declared.
   */
  private static String heading(MatchResult property, TableName table) {
    Optional<Node> term = ShortName.parse(property.group());
    return Stream.concat(Stream.of(table), Stream.of(TableName.values()))
        .map(SheetMetadata.bundled()::columns)
        .flatMap(List::stream)
        .filter(column -> column.property().equals(term))
        .findFirst()
        .map(Column::name)
        .orElse(property.group());
  }
}
