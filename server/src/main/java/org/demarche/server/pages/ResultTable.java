package org.demarche.server.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * A result as people read it: a thing and its label are one column, and what can be looked up is a
 * link.
 *
 * @param columns in order
 * @param rows as many as a page shows
 * @param total how many rows there are
 */
public record ResultTable(List<Column> columns, List<Row> rows, int total) {
  /** More than this are not for reading; they are for the other forms. */
  static final int MOST = 1000;

  private static final Pattern MARKED =
      Pattern.compile("(attitude|certainty|polarity|strength)/[a-z-]+");

  /**
   * A column.
   *
   * @param heading for a person
   * @param sortLink where the rows are sorted by it, or the other way round; may be empty
   * @param sorted {@code ascending}, {@code descending} or empty, for {@code aria-sort}
   * @param kind {@code number}, {@code day}, {@code name} of what has a label, or empty
   */
  public record Column(String heading, String sortLink, String sorted, String kind) {}

  /**
   * A row.
   *
   * @param id by which links lead to it; may be empty
   */
  public record Row(String id, List<Cell> cells) {}

  /**
   * A cell.
   *
   * @param id by which links lead to it; may be empty
   * @param parts one after the other
   */
  public record Cell(String id, List<Part> parts) {}

  /**
   * A text.
   *
   * @param link where it leads; may be empty
   * @param language its tag; may be empty
   * @param mark a class for the style sheet, where the text is a code whose meaning is to be seen
   *     at a glance: {@code attitude-negative}; or empty
   */
  public record Part(String text, String link, String language, String mark) {}

  /**
   * A result that can be sorted.
   *
   * @param names of the columns; {@code holderLabel} is the label of what stands in {@code holder}
   * @param sortLink where the rows are sorted by what it is given: a column, or a minus and a
   *     column
   * @param sort the name of a column, with a minus for the other way round; anything else leaves
   *     the rows in the query's order
   */
  public static ResultTable sorted(
      List<String> names,
      List<List<Optional<Node>>> rows,
      UnaryOperator<String> sortLink,
      String sort) {
    return new Reader(names, rows, sortLink, sort).table();
  }

  /** The rows in their own order, without links to have them in another. */
  public static ResultTable of(List<String> names, List<List<Optional<Node>>> rows) {
    return new Reader(names, rows, _ -> "", "").table();
  }

  /** A column of the page: one of the result, or two. */
  private record Shown(String name, int thing, int label) {
    /** What is read and sorted by. */
    Optional<Node> text(List<Optional<Node>> row) {
      return label < 0 ? row.get(thing) : row.get(label).or(() -> row.get(thing));
    }
  }

  private static final class Reader {
    private static final String LABEL = "Label";

    private final List<String> names;
    private final List<List<Optional<Node>>> rows;
    private final UnaryOperator<String> sortLink;
    private final String sort;
    private final Set<String> ids = new HashSet<>();

    Reader(
        List<String> names,
        List<List<Optional<Node>>> rows,
        UnaryOperator<String> sortLink,
        String sort) {
      this.names = names;
      this.rows = rows;
      this.sortLink = sortLink;
      this.sort = sort;
    }

    ResultTable table() {
      List<Shown> shown = shown();
      return new ResultTable(
          shown.stream().map(this::column).toList(),
          sorted(shown).limit(MOST).map(row -> row(shown, row)).toList(),
          rows.size());
    }

    /** The label "label" names the thing before it, or else the statement. */
    private List<Shown> shown() {
      List<Shown> shown = new ArrayList<>();
      Set<Integer> used = new HashSet<>();
      int label = names.indexOf("label");
      int labelled = label > 0 && things(label - 1) ? label - 1 : names.indexOf("statement");
      for (int at = 0; at < names.size(); at++) {
        String name = names.get(at);
        int own = names.indexOf(name + LABEL);
        if (own >= 0) {
          shown.add(new Shown(name, at, own));
          used.add(own);
        } else if (label >= 0 && labelled >= 0 && (at == label || at == labelled)) {
          if (used.add(label)) {
            shown.add(new Shown(names.get(labelled), labelled, label));
          }
        } else if (!used.contains(at)) {
          shown.add(new Shown(name, at, -1));
        }
      }
      return shown;
    }

    private boolean things(int column) {
      return names.indexOf(names.get(column) + LABEL) < 0
          && rows.stream().allMatch(row -> row.get(column).map(Node::isURI).orElse(true));
    }

    private Column column(Shown shown) {
      boolean up = sort.equals(shown.name());
      boolean down = sort.equals("-" + shown.name());
      return new Column(
          Heading.of(shown.name()),
          sortLink.apply(up ? "-" + shown.name() : shown.name()),
          up ? "ascending" : down ? "descending" : "",
          kind(shown));
    }

    private String kind(Shown shown) {
      List<Node> values =
          rows.stream().map(row -> row.get(shown.thing())).flatMap(Optional::stream).toList();
      if (!values.isEmpty() && values.stream().allMatch(Reader::isNumber)) {
        return "number";
      }
      if (values.stream().anyMatch(Reader::isDay)) {
        return "day";
      }
      return shown.label() >= 0 ? "name" : "";
    }

    /** Rows without a value come last, either way. */
    private Stream<List<Optional<Node>>> sorted(List<Shown> shown) {
      boolean down = sort.startsWith("-");
      Comparator<Node> upward = Reader::compare;
      Comparator<Node> order = down ? upward.reversed() : upward;
      return shown.stream()
          .filter(column -> column.name().equals(down ? sort.substring(1) : sort))
          .findFirst()
          .map(
              column ->
                  rows.stream()
                      .sorted(
                          (one, other) -> emptyLast(column.text(one), column.text(other), order)))
          .orElseGet(rows::stream);
    }

    private static int emptyLast(Optional<Node> one, Optional<Node> other, Comparator<Node> order) {
      return one.isPresent() && other.isPresent()
          ? order.compare(one.get(), other.get())
          : Boolean.compare(one.isEmpty(), other.isEmpty());
    }

    private static int compare(Node one, Node other) {
      return isText(one) && isText(other)
          ? one.getLiteralLexicalForm().compareToIgnoreCase(other.getLiteralLexicalForm())
          : NodeValue.compareAlways(NodeValue.makeNode(one), NodeValue.makeNode(other));
    }

    private static boolean isText(Node node) {
      return node.isLiteral()
          && (!node.getLiteralLanguage().isEmpty()
              || node.getLiteralDatatypeURI().endsWith("#string"));
    }

    private static boolean isNumber(Node node) {
      return node.isLiteral() && NodeValue.makeNode(node).isNumber();
    }

    private static boolean isDay(Node node) {
      return node.isLiteral() && node.getLiteralLexicalForm().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    }

    private Row row(List<Shown> shown, List<Optional<Node>> row) {
      return new Row(
          id(value(row, "code").map(Links::name).orElse("")),
          shown.stream().map(column -> cell(column, row)).toList());
    }

    private Cell cell(Shown shown, List<Optional<Node>> row) {
      Optional<Node> text = shown.text(row);
      if (text.isEmpty()) {
        return new Cell("", List.of());
      }
      Node thing = row.get(shown.thing()).orElse(text.get());
      String name = shown.name();
      if (isText(thing) && name.matches("(.*P|p)assages?|(.*C|c)odes?")) {
        return places(name, thing.getLiteralLexicalForm(), row);
      }
      return new Cell(
          "",
          List.of(
              new Part(
                  Links.name(text.get()),
                  Links.of(thing).orElse(""),
                  language(text.get()),
                  mark(name, thing))));
    }

    /** Passages or codes, each leading to where its op-ed's statements are. */
    private Cell places(String column, String text, List<Optional<Node>> row) {
      String side = column.replaceFirst("([Pp]assages?|[Cc]odes?)$", "");
      Optional<Node> source =
          side.isEmpty()
              ? value(row, "source").or(() -> value(row, "oneSource"))
              : value(row, side + "Source");
      List<Part> parts =
          Pattern.compile(" ")
              .splitAsStream(text)
              .map(
                  place ->
                      new Part(
                          place, source.flatMap(it -> Links.within(it, place)).orElse(""), "", ""))
              .toList();
      return new Cell(column.equals("passage") ? id(text) : "", parts);
    }

    /** What is in no other language than the page needs no tag. */
    private static String language(Node text) {
      String language = text.isLiteral() ? text.getLiteralLanguage() : "";
      return language.equals("en") ? "" : language;
    }

    /** A code is given by its IRI, or by its notation in a column of its scheme's name. */
    private static String mark(String column, Node code) {
      String name = Links.name(code);
      String inScheme = name.startsWith("code:") ? name.substring(5) : column + "/" + name;
      return MARKED.matcher(inScheme).matches() ? inScheme.replace('/', '-') : "";
    }

    /** The first of its name only, as an id stands once in a page. */
    private String id(String wanted) {
      return wanted.matches("[A-Z][A-Z0-9]{0,9}") && ids.add(wanted) ? wanted : "";
    }

    private Optional<Node> value(List<Optional<Node>> row, String name) {
      int at = names.indexOf(name);
      return at < 0 ? Optional.empty() : row.get(at);
    }
  }
}
