package org.demarche.server.pictures;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;

/**
 * A result to be drawn. Immutable.
 *
 * <p>A column {@code holder} of IRIs and a column {@code holderLabel} of texts belong together.
 *
 * @param columns their names
 * @param rows the cells of each, as many as there are columns; empty where a row has no value
 */
public record Table(List<String> columns, List<List<Optional<Node>>> rows) {
  private static final String LABEL = "Label";

  /** Copies the lists. */
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** A result, read to its end. */
  public static Table of(RowSet rows) {
    List<Var> variables = rows.getResultVars();
    return new Table(
        variables.stream().map(Var::getVarName).toList(),
        rows.stream()
            .map(row -> variables.stream().map(it -> Optional.ofNullable(row.get(it))).toList())
            .toList());
  }

  boolean has(String column) {
    return columns.contains(column);
  }

  Optional<Node> cell(List<Optional<Node>> row, String column) {
    int at = columns.indexOf(column);
    return at < 0 ? Optional.empty() : row.get(at);
  }

  /** The text of a cell: of a literal its characters, of an IRI its last part, else empty. */
  String text(List<Optional<Node>> row, String column) {
    return cell(row, column).map(Table::text).orElse("");
  }

  /** The label that belongs to a thing, or else the last part of its IRI. */
  String label(List<Optional<Node>> row, String column) {
    String label = text(row, column + LABEL);
    return label.isEmpty() ? text(row, column) : label;
  }

  /** Whether a column has values, and all of them fit. */
  boolean holds(String column, Predicate<Node> fit) {
    int at = columns.indexOf(column);
    return at >= 0
        && rows.stream().anyMatch(row -> row.get(at).isPresent())
        && rows.stream().allMatch(row -> row.get(at).map(fit::test).orElse(true));
  }

  /** The first of some columns whose values fit. */
  Optional<String> first(List<String> names, Predicate<Node> fit) {
    return names.stream().filter(name -> holds(name, fit)).findFirst();
  }

  /** The columns of IRIs that have a column of labels, in order. */
  List<String> labelledThings() {
    return IntStream.range(0, columns.size())
        .mapToObj(columns::get)
        .filter(name -> has(name + LABEL) && holds(name, Node::isURI))
        .toList();
  }

  private static String text(Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm();
    }
    return node.isURI() ? node.getURI().replaceFirst("^.*[/#](?=.)", "") : "";
  }
}
