package org.demarche.server.api;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.queries.BoundQuery;
import org.demarche.queries.CannedQuery;
import org.demarche.queries.Catalogue;
import org.demarche.queries.UnknownQueryException;
import org.demarche.server.negotiation.EntityTag;
import org.demarche.server.negotiation.Offer;
import org.demarche.server.negotiation.Offers;
import org.demarche.server.negotiation.Wish;
import org.demarche.server.pages.Pages;
import org.demarche.server.problem.ProblemException;
import org.demarche.server.running.Execution;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Kind;

/** Answers {@code /queries} and what lies below it. Thread-safe. */
public final class CannedQueries {
  private static final String HINT = "Demarche-Hint";

  /** The page comes last: whoever wants HTML says so, and a script that says nothing wants data. */
  private static final Offers<Optional<Lang>> RESULTS =
      Offers.of(result("application/sparql-results+json", "json", ResultSetLang.RS_JSON))
          .or(result("application/sparql-results+xml", "xml", ResultSetLang.RS_XML))
          .or(result("text/csv", "csv", ResultSetLang.RS_CSV))
          .or(result("text/tab-separated-values", "tsv", ResultSetLang.RS_TSV))
          .or(Offer.of("application/json", Optional.of(ResultSetLang.RS_JSON)))
          .or(Offer.of("text/html", "html", Optional.empty()));

  private static final Offers<Boolean> LIST =
      Offers.of(Offer.of("application/json", "json", false))
          .or(Offer.of("text/html", "html", true));

  private final KnowledgeGraph graph;
  private final Catalogue catalogue;
  private final Pages pages;
  private final Executions executions;
  private final Duration timeout;
  private final QueryPages queryPages;

  /**
   * @param executions under which the queries run
   * @param timeout of one query, from its start to its last row
   */
  public CannedQueries(
      KnowledgeGraph graph,
      Catalogue catalogue,
      Pages pages,
      Executions executions,
      Duration timeout) {
    this.graph = graph;
    this.catalogue = catalogue;
    this.pages = pages;
    this.executions = executions;
    this.timeout = timeout;
    this.queryPages = new QueryPages(graph, pages, executions, timeout);
  }

  /** Answers {@code /queries}: what there is to ask. */
  public void list(Context context) {
    if (LIST.choose(Wish.of(context.req())).form()) {
      Pages.html(context, pages.render("queries", Map.of("queries", catalogue.all())));
    } else {
      context
          .contentType("application/json")
          .header("Cache-Control", "no-cache")
          .result(CatalogueJson.of(catalogue));
    }
  }

  /** Answers {@code /queries/{name}}: the result, in the form that is asked for. */
  public void result(Context context) {
    CannedQuery query = named(context);
    Offer<Optional<Lang>> form = RESULTS.choose(Wish.of(context.req()));
    if (form.form().isPresent()) {
      write(context, query.bind(values(context)), form.mediaType(), form.form().get());
    } else {
      page(context, query);
    }
  }

  /** Answers {@code /queries/{name}/query}: the SPARQL text, terms in place. */
  public void text(Context context) {
    BoundQuery bound = named(context).bind(values(context));
    context
        .contentType("application/sparql-query;charset=utf-8")
        .header("Cache-Control", "no-cache")
        .result(bound.text());
  }

  private CannedQuery named(Context context) {
    try {
      return catalogue.get(context.pathParam("name"));
    } catch (UnknownQueryException unknown) {
      throw new ProblemException(404, String.valueOf(unknown.getMessage()));
    }
  }

  private void write(Context context, BoundQuery bound, String mediaType, Lang language) {
    Optional<Answer> changed = answer(context, bound, mediaType);
    if (changed.isEmpty()) {
      return;
    }
    Answer answer = changed.get();
    if (!answer.hints().isEmpty()) {
      context.header(HINT, ascii(String.join(" ", answer.hints())));
    }
    context.contentType(mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType);
    ResultsWriter.create()
        .lang(language)
        .build()
        .write(context.outputStream(), answer.rows().rowSet());
  }

  private void page(Context context, CannedQuery query) {
    queryPages.show(context, query, values(context));
  }

  /**
   * An answer.
   *
   * @param rows all of them
   * @param hints why there may be none
   */
  private record Answer(Rows rows, List<String> hints) {}

  /** The answer, or nothing where the client has it already. */
  private Optional<Answer> answer(Context context, BoundQuery bound, String mediaType) {
    return executions.call(
        Kind.CANNED,
        context.req(),
        context.res(),
        bound.text(),
        running -> {
          try (Snapshot snapshot = graph.snapshot()) {
            EntityTag tag = EntityTag.of(snapshot.commit(), mediaType, "");
            if (tag.settles(context.req(), context.res())) {
              running.notModified();
              return Optional.empty();
            }
            return Optional.of(answer(bound, snapshot, running));
          }
        });
  }

  private Answer answer(BoundQuery bound, Snapshot snapshot, Execution running) {
    try (QueryExec execution = snapshot.query(bound.query(), timeout)) {
      running.stoppedBy(execution);
      Rows rows = Rows.of(execution.select());
      rows.bindings().forEach(_ -> running.countRow());
      return new Answer(rows, Hints.of(bound, rows, snapshot));
    }
  }

  private static Map<String, List<String>> values(Context context) {
    Map<String, List<String>> values = new LinkedHashMap<>(context.queryParamMap());
    values.keySet().removeAll(Asked.RESERVED);
    return values;
  }

  private static Offer<Optional<Lang>> result(String mediaType, String format, Lang language) {
    return Offer.of(mediaType, format, Optional.of(language));
  }

  /** A header field holds ASCII only; what isn't becomes a question mark. */
  private static String ascii(String text) {
    return new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
  }
}
