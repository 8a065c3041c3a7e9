package org.demarche.server.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.queries.BoundQuery;
import org.demarche.queries.CannedQuery;
import org.demarche.server.pages.ResultTable;
import org.demarche.server.pictures.Pictures;
import org.demarche.server.pictures.Table;

/**
 * What the page of a query shows.
 *
 * @param query the query
 * @param fields of its form
 * @param faults what is wrong with the values
 * @param answer the answer, if the query could be run
 */
public record QueryPage(
    CannedQuery query, List<Field> fields, List<String> faults, Optional<Answer> answer) {

  /**
   * An answer.
   *
   * @param moved that the data are other than those that were cited; empty where they aren't
   * @param hints why there may be no rows
   * @param nearest a question like it that has rows
   * @param table the rows
   * @param picture of the rows, as an {@code svg} element; empty where none suits
   * @param sparql the query that was run
   * @param textLink where its text is
   * @param editorLink where it can be changed
   * @param forms the other forms of the answer
   * @param snippets that fetch it
   * @param citation of it
   * @param edition which data it was made from, in words
   */
  public record Answer(
      Optional<String> moved,
      List<String> hints,
      Optional<Link> nearest,
      ResultTable table,
      Optional<String> picture,
      String sparql,
      String textLink,
      String editorLink,
      List<Link> forms,
      List<Snippet> snippets,
      Citation citation,
      String edition) {}

  /**
   * A link.
   *
   * @param text for a person
   * @param href where it leads
   */
  public record Link(String text, String href) {}

  /**
   * How the answer is to be shown.
   *
   * @param sort by which column; may be empty
   * @param pinned the commit that the link was made for; may be empty
   * @param today the day
   */
  record View(String sort, Optional<Long> pinned, String today) {}

  static Answer answer(
      BoundQuery bound, QueryAddress address, Rows rows, Hints hints, Edition edition, View view) {
    CannedQuery query = bound.canned();
    boolean graph = query.constructs();
    String text = bound.text();
    String data = address.absolute(address.with("format", graph ? "ttl" : "csv"));
    return new Answer(
        moved(view.pinned(), edition),
        hints.sentences(),
        hints.nearest().map(QueryPage::link),
        ResultTable.sorted(
            rows.columns(),
            rows.cells(),
            column -> address.with("sort", column) + "#result",
            view.sort()),
        Pictures.of(query.picture(), query.summary(), new Table(rows.columns(), rows.cells())),
        text,
        address.text(),
        "/sparql?query=" + QueryAddress.encoded(text),
        (graph ? GRAPH_FORMS : ROW_FORMS)
            .stream()
                .map(form -> new Link(form.text(), address.with("format", form.href())))
                .toList(),
        graph ? Snippet.ofGraph(query.name(), data) : Snippet.ofRows(query.name(), data),
        Citation.of(query, address, edition, view.today()),
        edition.words());
  }

  static QueryPage of(
      CannedQuery query,
      QueryAddress address,
      Map<String, List<Suggestion>> suggestions,
      List<String> faults,
      Optional<Answer> answer) {
    return new QueryPage(
        query,
        query.parameters().stream()
            .map(
                parameter ->
                    Field.of(
                        parameter,
                        address.values().getOrDefault(parameter.name(), ""),
                        suggestions.getOrDefault(parameter.name(), List.of())))
            .toList(),
        faults,
        answer);
  }

  private static final List<Link> ROW_FORMS =
      List.of(
          new Link("CSV", "csv"),
          new Link("TSV", "tsv"),
          new Link("JSON", "json"),
          new Link("XML", "xml"));

  private static final List<Link> GRAPH_FORMS =
      List.of(
          new Link("Turtle", "ttl"),
          new Link("N-Triples", "nt"),
          new Link("JSON-LD", "jsonld"),
          new Link("RDF/XML", "rdf"));

  private static Link link(Hints.Nearest nearest) {
    return new Link(
        "%s: %d %s"
            .formatted(
                nearest.without().isEmpty() ? "An example" : "Without " + nearest.without(),
                nearest.rows(),
                nearest.rows() == 1 ? "row" : "rows"),
        nearest.path());
  }

  private static Optional<String> moved(Optional<Long> pinned, Edition edition) {
    return pinned
        .filter(commit -> commit != edition.commit())
        .map(
            commit ->
                "The data have moved on. This link was made for commit %d of the dataset; it is now at %s,"
                        .formatted(commit, edition.words())
                    + " and that is what is shown here.");
  }
}
