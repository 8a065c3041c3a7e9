package org.demarche.server.api;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.graph.KnowledgeGraph;
import org.demarche.graph.Snapshot;
import org.demarche.queries.BadParametersException;
import org.demarche.queries.BoundQuery;
import org.demarche.queries.CannedQuery;
import org.demarche.server.negotiation.EntityTag;
import org.demarche.server.pages.Pages;
import org.demarche.server.running.Execution;
import org.demarche.server.running.Executions;
import org.demarche.server.running.Kind;

/** Answers {@code /queries/{name}} with a page. Thread-safe. */
final class QueryPages {
  private final KnowledgeGraph graph;
  private final Pages pages;
  private final Executions executions;
  private final Duration timeout;
  private final Suggestions suggestions = new Suggestions();

  QueryPages(KnowledgeGraph graph, Pages pages, Executions executions, Duration timeout) {
    this.graph = graph;
    this.pages = pages;
    this.executions = executions;
    this.timeout = timeout;
  }

  /**
   * Shows the form, and the answer where the values suit.
   *
   * @param values by the names of parameters, those of {@link Asked#RESERVED} left out
   */
  void show(Context context, CannedQuery query, Map<String, List<String>> values) {
    String root = context.scheme() + "://" + context.host();
    QueryAddress address = QueryAddress.of(root, query, values);
    try {
      BoundQuery bound = query.bind(values);
      reading(
              context,
              bound.text(),
              (snapshot, running) -> answered(context, bound, address, snapshot, running))
          .ifPresent(page -> show(context, page));
    } catch (BadParametersException bad) {
      // Whoever comes without any value wants to see the form, and has done nothing wrong.
      boolean fresh = values.isEmpty();
      context.status(fresh ? 200 : 400);
      List<String> faults = fresh ? List.of() : bad.faults();
      show(
          context,
          reading(
              context,
              query.query().serialize(),
              (snapshot, running) ->
                  QueryPage.of(
                      query,
                      address,
                      suggestions.of(query, snapshot, running),
                      faults,
                      Optional.empty())));
    }
  }

  private <T> T reading(Context context, String text, BiFunction<Snapshot, Execution, T> body) {
    return executions.call(
        Kind.CANNED,
        context.req(),
        context.res(),
        text,
        running -> {
          try (Snapshot snapshot = graph.snapshot()) {
            return body.apply(snapshot, running);
          }
        });
  }

  /** Empty where the client has the page already. */
  private Optional<QueryPage> answered(
      Context context,
      BoundQuery bound,
      QueryAddress address,
      Snapshot snapshot,
      Execution running) {
    if (EntityTag.of(snapshot.commit(), "text/html", "").settles(context.req(), context.res())) {
      running.notModified();
      return Optional.empty();
    }
    CannedQuery query = bound.canned();
    QueryPage.Found found = found(bound, snapshot, running);
    QueryPage.Answer answer =
        QueryPage.answer(
            bound,
            address,
            found,
            hints(bound, found, snapshot),
            Edition.of(snapshot),
            new QueryPage.View(
                given(context, "sort"),
                given(context, "commit"),
                LocalDate.now(ZoneOffset.UTC).toString()));
    return Optional.of(
        QueryPage.of(
            query,
            address,
            suggestions.of(query, snapshot, running),
            List.of(),
            Optional.of(answer)));
  }

  private QueryPage.Found found(BoundQuery bound, Snapshot snapshot, Execution running) {
    try (QueryExec execution = snapshot.query(bound.query(), timeout)) {
      running.stoppedBy(execution);
      QueryPage.Found found =
          bound.query().isConstructType()
              ? QueryPage.Found.of(execution.construct())
              : QueryPage.Found.of(execution.select());
      found.rows().forEach(_ -> running.countRow());
      return found;
    }
  }

  private static List<String> hints(BoundQuery bound, QueryPage.Found found, Snapshot snapshot) {
    return found.rows().isEmpty()
        ? Hints.of(bound, new Rows(List.of(), List.of()), snapshot)
        : List.of();
  }

  private void show(Context context, QueryPage page) {
    Pages.html(context, pages.render("query", Map.of("page", page)));
  }

  private static String given(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).orElse("");
  }
}
