package org.demarche.server.things;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.queries.CannedQuery.Picture;
import org.demarche.server.pages.Label;
import org.demarche.server.pages.Labels;
import org.demarche.server.pages.Links;
import org.demarche.server.pages.ResultTable;
import org.demarche.server.pictures.Pictures;
import org.demarche.server.pictures.Table;

/** Asks the questions of a page. Thread-safe. */
final class Sections {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final String LABEL = "Label";

  /** Rows that a section shows. Queries read one thing more, so that a cut is noticed. */
  private static final int MOST = 25;

  private static final Set<String> BOUNDS =
      Set.of("earliestBegin", "latestBegin", "earliestEnd", "latestEnd", "dateInferred");

  private final Map<String, SectionQuery> queries = new ConcurrentHashMap<>();

  /**
   * The answer to a question about a thing, as a table and a picture.
   *
   * @param name of the query
   * @return empty where there are no rows
   */
  Optional<Section> about(Node thing, String name, Labels labels, Reading reading) {
    SectionQuery asked = query(name);
    Rows rows = rows(thing, name, reading);
    if (rows.cells().isEmpty()) {
      return Optional.empty();
    }
    boolean cut = rows.cells().size() > MOST;
    Rows shown = (cut ? rows.first(MOST) : rows).labelled(labels);
    Rows read = shown.forReading();
    return Optional.of(
        new Section(
            name,
            asked.heading(),
            ResultTable.of(read.names(), read.cells()),
            StatementLine.fits(rows)
                ? shown.cells().stream().map(row -> StatementLine.of(shown, row, labels)).toList()
                : List.of(),
            cut,
            asked.more().map(more -> more(more, thing)).orElse(""),
            picture(asked, shown)));
  }

  /** The rows of a question about a thing, as they are. */
  Rows rows(Node thing, String name, Reading reading) {
    try (QueryExec execution = reading.snapshot().query(query(name).about(thing), TIMEOUT)) {
      reading.running().stoppedBy(execution);
      Table table = Table.of(execution.select());
      return new Rows(table.columns(), table.rows());
    }
  }

  /** The heading of a question. */
  String heading(String name) {
    return query(name).heading();
  }

  private SectionQuery query(String name) {
    return queries.computeIfAbsent(name, SectionQuery::named);
  }

  private static String more(String more, Node thing) {
    return more.contains("?")
        ? "/queries/" + more + "=" + Links.encoded(Links.name(thing))
        : "/queries/" + more;
  }

  private static Optional<String> picture(SectionQuery asked, Rows rows) {
    return asked.picture() == Picture.TABLE
        ? Optional.empty()
        : Pictures.of(asked.picture(), asked.heading(), new Table(rows.names(), rows.cells()));
  }

  /**
   * A result.
   *
   * @param names of the columns
   * @param cells row by row, as many as there are columns
   */
  record Rows(List<String> names, List<List<Optional<Node>>> cells) {

    /** The cell of a row, by its column's name. */
    Optional<Node> cell(List<Optional<Node>> row, String name) {
      return row.get(names.indexOf(name));
    }

    Rows first(int number) {
      return new Rows(names, cells.subList(0, number));
    }

    /** Without what only pictures need beside the date as it is known, and what no row has. */
    Rows forReading() {
      List<Integer> kept =
          IntStream.range(0, names.size())
              .filter(at -> !BOUNDS.contains(names.get(at)))
              .filter(at -> cells.stream().anyMatch(row -> row.get(at).isPresent()))
              .boxed()
              .toList();
      return new Rows(
          kept.stream().map(names::get).toList(),
          cells.stream().map(row -> kept.stream().map(row::get).toList()).toList());
    }

    /** With a column of labels for each column of things. */
    Rows labelled(Labels labels) {
      List<Integer> things =
          IntStream.range(0, names.size())
              .filter(
                  at -> cells.stream().anyMatch(row -> row.get(at).filter(Node::isURI).isPresent()))
              .boxed()
              .toList();
      List<String> all = new ArrayList<>(names);
      things.forEach(at -> all.add(names.get(at) + LABEL));
      return new Rows(
          all,
          cells.stream()
              .map(
                  row -> {
                    List<Optional<Node>> wider = new ArrayList<>(row);
                    things.forEach(at -> wider.add(row.get(at).map(labels::of).map(Rows::literal)));
                    return List.copyOf(wider);
                  })
              .toList());
    }

    private static Node literal(Label label) {
      return label.language().isEmpty()
          ? NodeFactory.createLiteralString(label.text())
          : NodeFactory.createLiteralLang(label.text(), label.language());
    }
  }
}
