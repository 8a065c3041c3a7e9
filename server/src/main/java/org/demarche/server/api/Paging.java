package org.demarche.server.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.demarche.server.problem.ProblemException;

/**
 * Gives an answer in pages. Each begins after the last row of the one before, which the client
 * sends back as an opaque text: so no row comes twice or is passed over, whatever a commit between
 * two pages has added or taken away.
 *
 * @param limit how many rows a page has at most; more only where rows are the same
 * @param after the row to begin after; empty for the first page
 */
record Paging(int limit, Optional<String> after) {
  /**
   * Reads the two parameters.
   *
   * @return empty when the answer is to be given whole
   * @throws ProblemException 400 when one of them is wrong, or {@code after} stands alone
   */
  static Optional<Paging> of(Optional<String> limit, Optional<String> after) {
    if (limit.isEmpty()) {
      if (after.isPresent()) {
        throw new ProblemException(
            400, "\"after\" goes with \"limit\", as in the Link header of the page before.");
      }
      return Optional.empty();
    }
    if (!limit.get().matches("[1-9][0-9]{0,6}")) {
      throw new ProblemException(
          400,
          "\"%s\" is no limit. Give a number of rows, such as limit=100.".formatted(limit.get()));
    }
    return Optional.of(new Paging(Integer.parseInt(limit.get()), after));
  }

  /**
   * A page.
   *
   * @param rows in order
   * @param next what to give as {@code after} for the next page; empty on the last
   */
  record Page(Rows rows, Optional<String> next) {}

  /** Cuts the page out of an answer. */
  Page of(Rows all, Query query) {
    Comparator<Binding> order = order(query, all.variables());
    List<Binding> sorted = all.bindings().stream().sorted(order).toList();
    int from = 0;
    if (after.isPresent()) {
      Binding last = row(after.get(), all.variables());
      from = (int) sorted.stream().filter(row -> order.compare(row, last) <= 0).count();
    }
    int to = Math.min(from + limit, sorted.size());
    while (to > from
        && to < sorted.size()
        && order.compare(sorted.get(to - 1), sorted.get(to)) == 0) {
      to++;
    }
    Rows rows = new Rows(all.variables(), sorted.subList(from, to));
    return new Page(
        rows,
        to < sorted.size()
            ? Optional.of(text(sorted.get(to - 1), all.variables()))
            : Optional.empty());
  }

  /** As the query orders them, as far as that shows in the columns; then by all columns. */
  private static Comparator<Binding> order(Query query, List<Var> columns) {
    List<SortCondition> asked =
        Optional.ofNullable(query.getOrderBy()).orElse(List.of()).stream()
            .takeWhile(
                condition -> columns.containsAll(condition.getExpression().getVarsMentioned()))
            .toList();
    return new BindingComparator(
        Stream.concat(
                asked.stream(),
                columns.stream().map(it -> new SortCondition(it, Query.ORDER_ASCENDING)))
            .toList());
  }

  private static String text(Binding row, List<Var> columns) {
    List<String> cells = new ArrayList<>();
    for (Var column : columns) {
      Node cell = row.get(column);
      // Tabs in literals are escaped.
      cells.add(cell == null ? "" : NodeFmtLib.strNT(cell));
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join("\t", cells).getBytes(StandardCharsets.UTF_8));
  }

  private static Binding row(String text, List<Var> columns) {
    try {
      String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] cells = decoded.split("\t", -1);
      if (cells.length != columns.size()) {
        throw unknown();
      }
      BindingBuilder row = Binding.builder();
      for (int i = 0; i < cells.length; i++) {
        if (!cells[i].isEmpty()) {
          row.add(columns.get(i), NodeFactoryExtra.parseNode(cells[i]));
        }
      }
      return row.build();
    } catch (IllegalArgumentException | RiotException malformed) {
      throw unknown();
    }
  }

  private static ProblemException unknown() {
    return new ProblemException(
        400,
        "\"after\" is not what a page of this query has given. Take it from the Link header of the"
            + " page before.");
  }
}
