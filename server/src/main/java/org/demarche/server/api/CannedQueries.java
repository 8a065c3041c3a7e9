package org.demarche.server.api;

import io.javalin.http.Context;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.queries.BadParametersException;
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
import org.demarche.server.running.CountedStream;
import org.demarche.server.running.Execution;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Kind;

/** Answers {@code /queries} and what lies below it. Thread-safe. */
public final class CannedQueries {
  private static final String FORMAT = "format";
  private static final String HINT = "Demarche-Hint";

  /** The page comes last: whoever wants HTML says so, and a script that says nothing wants data. */
  private static final Offers<Optional<Lang>> RESULTS =
      Offers.of(result("application/sparql-results+json", "json", ResultSetLang.RS_JSON))
          .or(result("application/sparql-results+xml", "xml", ResultSetLang.RS_XML))
          .or(result("text/csv", "csv", ResultSetLang.RS_CSV))
          .or(result("text/tab-separated-values", "tsv", ResultSetLang.RS_TSV))
          .or(Offer.of("application/json", Optional.of(ResultSetLang.RS_JSON)))
          .or(Offer.of("text/html", "html", Optional.empty()));

  private static final Offers<Optional<Lang>> GRAPHS =
      Offers.of(result("text/turtle", "ttl", Lang.TURTLE))
          .or(result("application/ld+json", "jsonld", Lang.JSONLD))
          .or(result("application/n-triples", "nt", Lang.NTRIPLES))
          .or(result("application/rdf+xml", "rdf", Lang.RDFXML))
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
    this.queryPages = new QueryPages(graph, pages, executions);
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
    Asked asked = Asked.of(context, query);
    var forms = query.constructs() ? GRAPHS : RESULTS;
    Offer<Optional<Lang>> form = forms.choose(Wish.of(context.req()));
    context.header("Vary", "Accept, Accept-Encoding, Accept-Language");
    asked.language().ifPresent(language -> context.header("Content-Language", language));
    form.form()
        .ifPresentOrElse(
            language -> write(context, asked, form, language), () -> page(context, asked));
  }

  /** Answers {@code /queries/{name}/query}: the SPARQL text, terms in place. */
  public void text(Context context) {
    CannedQuery query = named(context);
    BoundQuery bound = query.bind(Asked.of(context, query).values());
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

  private void write(Context context, Asked asked, Offer<?> form, Lang language) {
    answer(
        context,
        asked,
        asked.query().bind(asked.values()),
        form.mediaType(),
        (answer, running) -> {
          context.contentType(form.contentType());
          OutputStream out = new CountedStream(context.outputStream(), running);
          answer
              .graph()
              .ifPresentOrElse(
                  graph -> RDFWriter.source(graph).lang(language).output(out),
                  () ->
                      ResultsWriter.create()
                          .lang(language)
                          .build()
                          .write(out, answer.rows().rowSet()));
        });
  }

  private void page(Context context, Asked asked) {
    try {
      BoundQuery bound = asked.query().bind(asked.values());
      answer(
          context,
          asked,
          bound,
          "text/html",
          (answer, running) ->
              queryPages.show(
                  context, asked, bound, answer.rows(), answer.hints(), answer.commit(), running));
    } catch (BadParametersException bad) {
      // Whoever comes without any value wants to see the form, and has done nothing wrong.
      boolean fresh = context.queryParamMap().isEmpty();
      context.status(fresh ? 200 : 400);
      queryPages.ask(context, asked, fresh ? List.of() : bad.faults());
    }
  }

  /**
   * An answer.
   *
   * @param graph what a CONSTRUCT query builds; empty for others
   * @param rows of the page that was asked for, or all of them
   * @param hints why there are none
   * @param commit that it is made from
   */
  private record Answer(Optional<Graph> graph, Rows rows, Hints hints, long commit) {}

  /** Answers, unless the client has the answer already. */
  private void answer(
      Context context,
      Asked asked,
      BoundQuery bound,
      String mediaType,
      BiConsumer<Answer, Execution> writer) {
    executions.run(
        Kind.CANNED,
        context.req(),
        context.res(),
        bound.text(),
        running -> {
          Optional<Answer> fresh = compute(context, asked, bound, mediaType, running);
          running.computed();
          fresh.ifPresent(answer -> writer.accept(answer, running));
        });
  }

  private Optional<Answer> compute(
      Context context, Asked asked, BoundQuery bound, String mediaType, Execution running) {
    try (Snapshot snapshot = graph.snapshot()) {
      long commit = snapshot.commit();
      EntityTag tag = EntityTag.of(commit, mediaType, asked.language().orElse(""));
      context.header(EntityTag.COMMIT, Long.toString(commit));
      if (tag.settles(context.req(), context.res())) {
        running.notModified();
        return Optional.empty();
      }
      Answer answer = compute(context, asked, bound, snapshot, running);
      String hints = answer.hints().line();
      asked
          .pinned()
          .filter(pinned -> pinned != commit)
          .map(pinned -> "The data have moved on from commit %d to %d.".formatted(pinned, commit))
          .or(() -> Optional.of(hints).filter(line -> !line.isEmpty()))
          .ifPresent(line -> context.header(HINT, ascii(line)));
      return Optional.of(answer);
    }
  }

  private Answer compute(
      Context context, Asked asked, BoundQuery bound, Snapshot snapshot, Execution running) {
    try (QueryExec execution = snapshot.query(bound.query(), timeout)) {
      running.stoppedBy(execution);
      Optional<Graph> built =
          bound.canned().constructs() ? Optional.of(execution.construct()) : Optional.empty();
      Rows rows = built.map(Rows::of).orElseGet(() -> Rows.of(execution.select()));
      rows.bindings().forEach(_ -> running.countRow());
      Hints hints =
          rows.isEmpty() ? Hints.of(asked, bound, snapshot, timeout, running) : Hints.NONE;
      Rows part = asked.paging().map(paging -> page(context, asked, paging, rows)).orElse(rows);
      return new Answer(built, part, hints, snapshot.commit());
    }
  }

  /** Cuts a page out of the rows, and tells where the next one is: RFC 8288. */
  private static Rows page(Context context, Asked asked, Paging paging, Rows rows) {
    Paging.Page page = paging.of(rows, asked.query().query());
    String format = Optional.ofNullable(context.queryParam(FORMAT)).orElse("");
    Paging first = new Paging(paging.limit(), Optional.empty());
    Optional<String> next =
        page.next()
            .map(after -> asked.page(format, new Paging(paging.limit(), Optional.of(after))));
    context.header(
        "Link",
        "<%s>; rel=\"first\"".formatted(asked.page(format, first))
            + next.map(", <%s>; rel=\"next\""::formatted).orElse(""));
    return page.rows();
  }

  private static Offer<Optional<Lang>> result(String mediaType, String format, Lang language) {
    return Offer.of(mediaType, format, Optional.of(language));
  }

  /** A header field holds ASCII only; what isn't becomes a question mark. */
  private static String ascii(String text) {
    return new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
  }
}
